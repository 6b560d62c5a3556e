/**
 * How other sets of norms stand to the norms of the United Nations, as a matrix; and what the matrix leaves empty.
 *
 * Rows are principles by set, columns are norms. A cell says how a principle stands to a norm and whether that was read in
 * a source or is a judgement of ours. Two kinds of gaps: what principles ask for and no norm covers, and norms of which no
 * other set speaks of its own accord.
 *
 * Pure. Rules: docs/rules/portfolio.md, NRM-01 to NRM-03. Next door: `record-facts.ts`.
 */
import type { Norm } from '../../kernel/doctrine.ts'
import type { Value } from '../../kernel/value.ts'
import { type RecordFacts, sourcedValues, textsOf } from './record-facts.ts'

/** From the closest to the farthest; the words of the property `stands` of a principle. */
export const STRENGTHS = ['equal', 'overlaps', 'extends', 'contradicts'] as const
export type Strength = (typeof STRENGTHS)[number]

export interface CrosswalkCell {
  readonly norm: string
  readonly strength: Strength
  readonly why?: string
  /** read in a source; a judgement of ours when false */
  readonly verified: boolean
}

export interface CrosswalkRow {
  readonly entity: string
  readonly name: string
  readonly number?: string
  /** in the order of the norms; two on one norm where sources differ */
  readonly cells: readonly CrosswalkCell[]
  /** what it asks for and no norm covers */
  readonly beyond: readonly string[]
}

export interface CrosswalkSet {
  /** none for principles of which nobody has said where they stand */
  readonly entity?: string
  readonly name?: string
  /** each norm is equal to one of its principles: a subscription to the norms, not a voice of its own */
  readonly takesOverAll: boolean
  readonly rows: readonly CrosswalkRow[]
}

export interface Crosswalk {
  /** in the order of their names */
  readonly sets: readonly CrosswalkSet[]
  /** what no norm covers, each with the principles that ask for it */
  readonly uncovered: readonly { readonly text: string; readonly principles: readonly string[] }[]
  /** norms that no principle of another set repeats, overlaps or extends */
  readonly alone: readonly string[]
  /** norms of which only sets speak that take over all norms */
  readonly onlyTakenOver: readonly string[]
}

export interface CrosswalkInput {
  readonly norms: readonly Pick<Norm, 'id'>[]
  readonly sets: readonly RecordFacts[]
  readonly principles: readonly RecordFacts[]
}

/** The matrix with its gaps. A principle that stands to a norm that there is not has no cell for it (NRM-01). */
export function readCrosswalk({ norms, sets, principles }: CrosswalkInput): Crosswalk {
  const order = new Map(norms.map(({ id }, index) => [id, index]))
  const names = new Map(sets.map(({ entity, name }) => [entity, name]))
  const bySet = Map.groupBy(principles, (principle) => textsOf(principle, 'set')[0])
  const read = [...new Set([...names.keys(), ...bySet.keys()])]
    .map((entity): CrosswalkSet => {
      const rows = (bySet.get(entity) ?? []).map((principle) => readRow(principle, order)).toSorted(byNumber)
      const name = entity === undefined ? undefined : names.get(entity)
      return {
        ...(entity === undefined ? {} : { entity }),
        ...(name === undefined ? {} : { name }),
        takesOverAll: norms.length > 0 && norms.every(({ id }) => rows.some((row) => repeats(row, id))),
        rows,
      }
    })
    .toSorted((a, b) => compareNames(a.name ?? a.entity, b.name ?? b.entity))
  const rows = read.flatMap((set) => set.rows)
  const ofTheirOwn = read.filter(({ takesOverAll }) => !takesOverAll).flatMap((set) => set.rows)
  const unheard = (among: readonly CrosswalkRow[]) =>
    norms.filter(({ id }) => !among.some((row) => speaksFor(row, id))).map(({ id }) => id)
  const alone = unheard(rows)
  return {
    sets: read,
    uncovered: [
      ...Map.groupBy(
        rows.flatMap(({ entity, beyond }) => beyond.map((text) => ({ text, entity }))),
        ({ text }) => text,
      ),
    ].map(([text, from]) => ({ text, principles: from.map(({ entity }) => entity) })),
    alone,
    onlyTakenOver: unheard(ofTheirOwn).filter((id) => !alone.includes(id)),
  }
}

function readRow(principle: RecordFacts, order: ReadonlyMap<string, number>): CrosswalkRow {
  const number = textsOf(principle, 'number')[0]
  return {
    entity: principle.entity,
    name: principle.name,
    ...(number === undefined ? {} : { number }),
    cells: sourcedValues(principle, 'stands')
      .flatMap(({ value, sources }) => {
        const cell = readCell(value)
        return cell ? [{ ...cell, verified: sources.some(({ verified }) => verified) }] : []
      })
      .filter(({ norm }) => order.has(norm))
      .toSorted((a, b) => (order.get(a.norm) ?? 0) - (order.get(b.norm) ?? 0)),
    beyond: textsOf(principle, 'beyond'),
  }
}

function readCell(value: Value): Omit<CrosswalkCell, 'verified'> | undefined {
  if (typeof value !== 'object' || !('norm' in value)) return undefined
  const { norm, strength: said, why } = value
  const strength = STRENGTHS.find((one) => one === said)
  if (typeof norm !== 'string' || strength === undefined) return undefined
  return { norm, strength, ...(typeof why === 'string' ? { why } : {}) }
}

function repeats({ cells }: CrosswalkRow, norm: string): boolean {
  return cells.some((cell) => cell.norm === norm && cell.strength === 'equal')
}

function speaksFor({ cells }: CrosswalkRow, norm: string): boolean {
  return cells.some((cell) => cell.norm === norm && cell.strength !== 'contradicts')
}

/** Numbers as people count: 2 before 10; rows without a number last, by name. */
function byNumber(a: CrosswalkRow, b: CrosswalkRow): number {
  if (a.number === undefined || b.number === undefined)
    return Number(a.number === undefined) - Number(b.number === undefined) || (a.name < b.name ? -1 : 1)
  return a.number.localeCompare(b.number, 'en', { numeric: true }) || (a.name < b.name ? -1 : 1)
}

/** What has no name stands last. */
function compareNames(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return a.localeCompare(b, 'en')
}
