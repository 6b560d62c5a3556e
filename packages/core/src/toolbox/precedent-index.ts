/**
 * Many precedents, laid out so that one case can be compared with all of them in a few milliseconds.
 *
 * Takes coded cases once; then gives, for one case, its distance to each of them: the same sum as `compare-cases.ts`,
 * over typed arrays. Nothing is explained here; the nearest few are explained next door, in `nearest-precedents.ts`.
 *
 * Adding a precedent never changes the distance to another: nothing is scaled by what else is in the set.
 */
import type { CodedCase } from './precedent.ts'
import { DIMENSIONS } from '../kernel/doctrine.ts'
import { type CalendarDate, latestDay } from '../kernel/partial-date.ts'
import {
  FEATURE_WEIGHTS,
  levelDistance,
  nameKeys,
  TOTAL_WEIGHT,
  type Victim,
  victimDistance,
} from './compare-cases.ts'
import { classRank, responseClassOf, responsesBy } from './response-class.ts'

export interface PrecedentIndex {
  readonly cases: readonly CodedCase[]
  /**
   * Distance and compared share of one case to every precedent, by position in `cases`.
   * A compared share of 0 has the distance 1.
   */
  distances(target: CodedCase): Distances
  /** how strongly a precedent had been answered by a day: the rank of its class, see `response-class.ts` */
  answerRank(position: number, asOf: CalendarDate): number
}

export interface Distances {
  readonly distance: Float64Array
  readonly compared: Float64Array
}

const VICTIMS: readonly Victim[] = ['member-state', 'union-body', 'third-state', 'international-organisation']
const UNKNOWN = -1

/** Builds the index; costs one pass over the cases. */
export function indexPrecedents(cases: readonly CodedCase[]): PrecedentIndex {
  const levels = new Float32Array(cases.length * DIMENSIONS.length)
  const victims = new Int8Array(cases.length)
  const attempted = new Int8Array(cases.length)
  const directed = new Int8Array(cases.length)
  cases.forEach((coded, position) => {
    DIMENSIONS.forEach((dimension, offset) => {
      levels[position * DIMENSIONS.length + offset] = coded.levels[dimension] ?? Number.NaN
    })
    victims[position] = coded.victim === null ? UNKNOWN : VICTIMS.indexOf(coded.victim)
    attempted[position] = triState(coded.attempted)
    directed[position] = triState(coded.stateDirected)
  })
  const effects = postings(cases.map((coded) => coded.effects))
  const targets = postings(cases.map((coded) => coded.targetCategories))
  const sponsors = postings(cases.map((coded) => coded.sponsorStates))
  const accused = postings(cases.map((coded) => nameKeys(coded.accused)))

  const finalRank = Uint8Array.from(cases, ({ responses }) => classRank(responseClassOf(responses)))
  const lastAnswer = cases.map(({ responses }) =>
    responses.reduce((last, { date }) => (latestDay(date) > last ? latestDay(date) : last), ''),
  )
  // nearest precedents and consistency check ask for the same case one after the other
  const remembered = new WeakMap<CodedCase, Distances>()

  return {
    cases,
    answerRank(position, asOf) {
      if ((lastAnswer[position] ?? '') <= asOf) return finalRank[position] ?? 0
      return classRank(responseClassOf(responsesBy(cases[position]?.responses ?? [], asOf)))
    },
    distances(target) {
      const known = remembered.get(target)
      if (known) return known
      const distance = new Float64Array(cases.length)
      const compared = new Float64Array(cases.length)
      const here = DIMENSIONS.map((dimension) => target.levels[dimension])
      const byVictim = VICTIMS.map((victim) =>
        target.victim ? victimDistance(target.victim, victim) : UNKNOWN,
      )
      const isAttempt = triState(target.attempted)
      const isDirected = triState(target.stateDirected)
      const shared = {
        effects: effects.shared(target.effects),
        targets: targets.shared(target.targetCategories),
        sponsors: sponsors.shared(target.sponsorStates),
        accused: accused.shared(nameKeys(target.accused)),
      }
      for (let position = 0; position < cases.length; position++) {
        let apart = 0
        let weight = 0
        // one place for the sum: features that are unknown on either side are passed as UNKNOWN and left out
        const add = (featureDistance: number, featureWeight: number): void => {
          if (featureDistance === UNKNOWN) return
          apart += featureDistance * featureWeight
          weight += featureWeight
        }
        for (let offset = 0; offset < here.length; offset++) {
          const level = here[offset] ?? null
          const there = levels[position * DIMENSIONS.length + offset] ?? Number.NaN
          if (level !== null && !Number.isNaN(there)) add(levelDistance(level, there), FEATURE_WEIGHTS.level)
        }
        add(
          jaccardAt(position, shared.effects, effects.sizes, target.effects.length),
          FEATURE_WEIGHTS.effects,
        )
        add(
          jaccardAt(position, shared.targets, targets.sizes, target.targetCategories.length),
          FEATURE_WEIGHTS.targetCategories,
        )
        add(byVictim[victims[position] ?? UNKNOWN] ?? UNKNOWN, FEATURE_WEIGHTS.victim)
        add(differs(isAttempt, attempted[position] ?? UNKNOWN), FEATURE_WEIGHTS.attempted)
        add(noneShared(position, shared.sponsors, sponsors.sizes), FEATURE_WEIGHTS.sponsorStates)
        add(differs(isDirected, directed[position] ?? UNKNOWN), FEATURE_WEIGHTS.stateDirected)
        add(noneShared(position, shared.accused, accused.sizes), FEATURE_WEIGHTS.accused)
        distance[position] = weight === 0 ? 1 : apart / weight
        compared[position] = weight / TOTAL_WEIGHT
      }
      const distances = { distance, compared }
      remembered.set(target, distances)
      return distances
    },
  }
}

interface Postings {
  /** number of values of each case */
  readonly sizes: Uint16Array
  /** how many of the given values each case has; null when none are given */
  shared(values: readonly string[]): Uint16Array | null
}

function postings(lists: readonly (readonly string[])[]): Postings {
  const byValue = new Map<string, number[]>()
  const sizes = new Uint16Array(lists.length)
  lists.forEach((values, position) => {
    const distinct = new Set(values)
    sizes[position] = distinct.size
    for (const value of distinct) {
      const positions = byValue.get(value)
      if (positions) positions.push(position)
      else byValue.set(value, [position])
    }
  })
  return {
    sizes,
    shared(values) {
      if (values.length === 0) return null
      const counts = new Uint16Array(lists.length)
      for (const value of values) {
        for (const position of byValue.get(value) ?? []) counts[position] = (counts[position] ?? 0) + 1
      }
      return counts
    },
  }
}

function jaccardAt(position: number, shared: Uint16Array | null, sizes: Uint16Array, size: number): number {
  const there = sizes[position] ?? 0
  if (!shared || there === 0) return UNKNOWN
  const common = shared[position] ?? 0
  return 1 - common / (size + there - common)
}

function noneShared(position: number, shared: Uint16Array | null, sizes: Uint16Array): number {
  if (!shared || (sizes[position] ?? 0) === 0) return UNKNOWN
  return (shared[position] ?? 0) > 0 ? 0 : 1
}

function differs(here: number, there: number): number {
  return here === UNKNOWN || there === UNKNOWN ? UNKNOWN : here === there ? 0 : 1
}

function triState(value: boolean | null): number {
  return value === null ? UNKNOWN : value ? 1 : 0
}
