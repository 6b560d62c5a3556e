/**
 * What was done in like cases: the nearest precedents, each with its distance explained.
 *
 * Takes a coded case, the index of precedents and a date; gives the nearest few. A case is never its own precedent, and
 * only what had been disclosed by that day counts; answers that came later are left out too.
 *
 * Rules (docs/rules/toolbox.md): TB-PREC-01 to TB-PREC-04. Next door: `compare-cases.ts`, `check-consistency.ts`.
 */
import type { CodedCase, Neighbour } from './precedent.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import { compareCases, MINIMUM_COMPARED } from './compare-cases.ts'
import type { PrecedentIndex } from './precedent-index.ts'
import { responseClassOf, responsesBy } from './response-class.ts'

/** A precedent that can be compared: its position in the index and how far away it is. */
export interface RankedPrecedent {
  readonly position: number
  readonly precedent: CodedCase
  readonly distance: number
  readonly compared: number
}

/**
 * The nearest precedents, nearest first; equal distances in order of entity.
 * @param asOf only precedents disclosed by then, with the responses given by then
 * @param limit how many at most
 * @returns fewer than `limit`, or none, when too little could be compared (TB-PREC-03)
 */
export function nearestPrecedents(
  target: CodedCase,
  index: PrecedentIndex,
  asOf: CalendarDate,
  limit = 5,
): readonly Neighbour[] {
  return rankPrecedents(target, index, asOf, limit).map(({ precedent }) => {
    const responses = responsesBy(precedent.responses, asOf)
    return {
      entity: precedent.entity,
      name: precedent.name,
      marking: precedent.marking,
      ...compareCases(target, precedent),
      responses,
      responseClass: responseClassOf(responses),
    }
  })
}

/** The nearest precedents without the explanation; one pass over the index. */
function rankPrecedents(
  target: CodedCase,
  index: PrecedentIndex,
  asOf: CalendarDate,
  limit: number,
): readonly RankedPrecedent[] {
  const { distance, compared } = index.distances(target)
  const nearest = new Nearest(limit, isNearer)
  index.cases.forEach((precedent, position) => {
    const share = compared[position] ?? 0
    const apart = distance[position] ?? 1
    if (share < MINIMUM_COMPARED || apart > nearest.furthest || !mayServe(precedent, target, asOf)) return
    nearest.offer({ position, precedent, distance: apart, compared: share })
  })
  return nearest.kept
}

/** TB-PREC-01 and TB-PREC-02: another case, disclosed by that day. */
export function mayServe(precedent: CodedCase, target: CodedCase, asOf: CalendarDate): boolean {
  return precedent.entity !== target.entity && precedent.disclosed !== null && precedent.disclosed <= asOf
}

/** Nearer, or as near and earlier in the alphabet: an order without ties. */
export function isNearer(a: RankedPrecedent, b: RankedPrecedent): boolean {
  return a.distance === b.distance ? a.precedent.entity < b.precedent.entity : a.distance < b.distance
}

/** The few nearest of many, kept in order while the many go by. */
export class Nearest<T extends { readonly distance: number }> {
  readonly kept: T[] = []
  readonly #limit: number
  readonly #comesFirst: (a: T, b: T) => boolean

  constructor(limit: number, comesFirst: (a: T, b: T) => boolean) {
    this.#limit = limit
    this.#comesFirst = comesFirst
  }

  /** beyond this distance nothing is kept any more */
  get furthest(): number {
    const last = this.kept.length < this.#limit ? undefined : this.kept.at(-1)
    return last?.distance ?? Number.POSITIVE_INFINITY
  }

  offer(candidate: T): void {
    if (candidate.distance > this.furthest) return
    const place = this.kept.findIndex((other) => this.#comesFirst(candidate, other))
    this.kept.splice(place === -1 ? this.kept.length : place, 0, candidate)
    if (this.kept.length > this.#limit) this.kept.pop()
  }
}
