/**
 * Many precedents, laid out so that one case can be compared with all of them in a few milliseconds.
 *
 * Takes coded cases once; then gives, for one case, its distance to each of them: the same sum as `compare-cases.ts`,
 * over typed arrays. Nothing is explained here; the nearest few are explained next door, in `nearest-precedents.ts`.
 *
 * Adding a precedent never changes the distance to another: nothing is scaled by what else is in the set.
 */
import type { CodedCase } from '../dossier/dossier.ts'
import { DIMENSIONS } from '../kernel/doctrine.ts'
import {
  FEATURE_WEIGHTS,
  levelDistance,
  nameKeys,
  TOTAL_WEIGHT,
  type Victim,
  victimDistance,
} from './compare-cases.ts'

export interface PrecedentIndex {
  readonly cases: readonly CodedCase[]
  /**
   * Distance and compared share of one case to every precedent, by position in `cases`.
   * A compared share of 0 has the distance 1.
   */
  distances(target: CodedCase): { readonly distance: Float64Array; readonly compared: Float64Array }
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

  return {
    cases,
    distances(target) {
      const distance = new Float64Array(cases.length)
      const compared = new Float64Array(cases.length)
      const add = (position: number, apart: number, weight: number): void => {
        distance[position] = (distance[position] ?? 0) + apart * weight
        compared[position] = (compared[position] ?? 0) + weight
      }
      DIMENSIONS.forEach((dimension, offset) => {
        const here = target.levels[dimension]
        if (here === null) return
        for (let position = 0; position < cases.length; position++) {
          const there = levels[position * DIMENSIONS.length + offset] ?? Number.NaN
          if (!Number.isNaN(there)) add(position, levelDistance(here, there), FEATURE_WEIGHTS.level)
        }
      })
      const victimDistances = VICTIMS.map((victim) =>
        target.victim ? victimDistance(target.victim, victim) : 0,
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
        addJaccard(
          add,
          position,
          shared.effects,
          effects.sizes,
          target.effects.length,
          FEATURE_WEIGHTS.effects,
        )
        addJaccard(
          add,
          position,
          shared.targets,
          targets.sizes,
          target.targetCategories.length,
          FEATURE_WEIGHTS.targetCategories,
        )
        const victim = victims[position] ?? UNKNOWN
        if (target.victim && victim !== UNKNOWN)
          add(position, victimDistances[victim] ?? 1, FEATURE_WEIGHTS.victim)
        addTriState(add, position, isAttempt, attempted[position] ?? UNKNOWN, FEATURE_WEIGHTS.attempted)
        addShared(add, position, shared.sponsors, sponsors.sizes, FEATURE_WEIGHTS.sponsorStates)
        addTriState(add, position, isDirected, directed[position] ?? UNKNOWN, FEATURE_WEIGHTS.stateDirected)
        addShared(add, position, shared.accused, accused.sizes, FEATURE_WEIGHTS.accused)
        const weight = compared[position] ?? 0
        distance[position] = weight === 0 ? 1 : (distance[position] ?? 0) / weight
        compared[position] = weight / TOTAL_WEIGHT
      }
      return { distance, compared }
    },
  }
}

type Add = (position: number, apart: number, weight: number) => void

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

function addJaccard(
  add: Add,
  position: number,
  shared: Uint16Array | null,
  sizes: Uint16Array,
  size: number,
  weight: number,
): void {
  const there = sizes[position] ?? 0
  if (!shared || there === 0) return
  const common = shared[position] ?? 0
  add(position, 1 - common / (size + there - common), weight)
}

function addShared(
  add: Add,
  position: number,
  shared: Uint16Array | null,
  sizes: Uint16Array,
  weight: number,
): void {
  if (shared && (sizes[position] ?? 0) > 0) add(position, (shared[position] ?? 0) > 0 ? 0 : 1, weight)
}

function addTriState(add: Add, position: number, here: number, there: number, weight: number): void {
  if (here !== UNKNOWN && there !== UNKNOWN) add(position, here === there ? 0 : 1, weight)
}

function triState(value: boolean | null): number {
  return value === null ? UNKNOWN : value ? 1 : 0
}
