/**
 * How far two cases lie apart, feature by feature.
 *
 * Takes two coded cases; gives a distance from 0 (alike in every compared feature) to 1, the share of the features that
 * could be compared, and each feature with both values, its own distance and its weight. What is unknown on either
 * side is left out of the sum, never counted as a difference.
 *
 * Rests on: J. C. Gower, A General Coefficient of Similarity (1971). The weights are our judgement.
 * Rules (docs/rules/toolbox.md): TB-DIST-01 to TB-DIST-05. Next door: `precedent-index.ts`, the same sum over many.
 */
import type { CodedCase, Neighbour } from './precedent.ts'
import { DIMENSIONS } from '../kernel/doctrine.ts'

export type Victim = NonNullable<CodedCase['victim']>

/**
 * Our judgement. The seven dimensions together weigh 7 of 18, what was done to whom (effects, target categories,
 * victim) 6, who is said to be behind it 4, and whether it was only tried 1. All round numbers, none fitted.
 */
export const FEATURE_WEIGHTS = {
  level: 1,
  effects: 2,
  targetCategories: 2,
  victim: 2,
  attempted: 1,
  sponsorStates: 2,
  stateDirected: 1,
  accused: 1,
} as const

/** The sum of all weights: seven dimensions and seven other features. */
export const TOTAL_WEIGHT =
  DIMENSIONS.length * FEATURE_WEIGHTS.level +
  FEATURE_WEIGHTS.effects +
  FEATURE_WEIGHTS.targetCategories +
  FEATURE_WEIGHTS.victim +
  FEATURE_WEIGHTS.attempted +
  FEATURE_WEIGHTS.sponsorStates +
  FEATURE_WEIGHTS.stateDirected +
  FEATURE_WEIGHTS.accused

/** Below this share of compared weight nothing is said about likeness (our judgement). */
export const MINIMUM_COMPARED = 0.5

export type ComparedFeature = Neighbour['features'][number]

export interface CaseComparison {
  /** 0 … 1; 1 when nothing could be compared */
  readonly distance: number
  /** 0 … 1, by weight */
  readonly compared: number
  readonly features: readonly ComparedFeature[]
}

/**
 * Compares two cases and says why they lie as far apart as they do.
 * Symmetric; 0 for a case with itself when at least one feature is known; always between 0 and 1.
 */
export function compareCases(here: CodedCase, there: CodedCase): CaseComparison {
  const features: ComparedFeature[] = []
  const add = (
    feature: string,
    a: string | null,
    b: string | null,
    distance: number,
    weight: number,
  ): void => {
    if (a !== null && b !== null) features.push({ feature, here: a, there: b, distance, weight })
  }
  for (const dimension of DIMENSIONS) {
    const a = here.levels[dimension]
    const b = there.levels[dimension]
    add(dimension, numeral(a), numeral(b), levelDistance(a ?? 0, b ?? 0), FEATURE_WEIGHTS.level)
  }
  add(
    'effects',
    list(here.effects),
    list(there.effects),
    jaccard(here.effects, there.effects),
    FEATURE_WEIGHTS.effects,
  )
  add(
    'target categories',
    list(here.targetCategories),
    list(there.targetCategories),
    jaccard(here.targetCategories, there.targetCategories),
    FEATURE_WEIGHTS.targetCategories,
  )
  if (here.victim && there.victim) {
    add(
      'victim',
      here.victim,
      there.victim,
      victimDistance(here.victim, there.victim),
      FEATURE_WEIGHTS.victim,
    )
  }
  add(
    'attempted',
    yesNo(here.attempted),
    yesNo(there.attempted),
    differs(here.attempted, there.attempted),
    FEATURE_WEIGHTS.attempted,
  )
  add(
    'sponsor State',
    list(here.sponsorStates),
    list(there.sponsorStates),
    shares(here.sponsorStates, there.sponsorStates) ? 0 : 1,
    FEATURE_WEIGHTS.sponsorStates,
  )
  add(
    'State-directed',
    yesNo(here.stateDirected),
    yesNo(there.stateDirected),
    differs(here.stateDirected, there.stateDirected),
    FEATURE_WEIGHTS.stateDirected,
  )
  add(
    'accused',
    list(here.accused),
    list(there.accused),
    shares(nameKeys(here.accused), nameKeys(there.accused)) ? 0 : 1,
    FEATURE_WEIGHTS.accused,
  )
  const compared = features.reduce((sum, { weight }) => sum + weight, 0)
  const apart = features.reduce((sum, { weight, distance }) => sum + weight * distance, 0)
  return { distance: compared === 0 ? 1 : apart / compared, compared: compared / TOTAL_WEIGHT, features }
}

/** Levels run from 0 to 5, so five steps are the whole way. */
export function levelDistance(a: number, b: number): number {
  return Math.abs(a - b) / 5
}

/**
 * 0 the same kind of victim; ½ kinds that the Regulation protects by the same provision (Member States and Union
 * bodies, Art. 1(1); third States and international organisations, Art. 1(6)); 1 otherwise.
 */
export function victimDistance(a: Victim, b: Victim): number {
  if (a === b) return 0
  return isOfTheUnion(a) === isOfTheUnion(b) ? 0.5 : 1
}

/** The names behind which an accused is known: parts between strokes and semicolons, without brackets, lower case. */
export function nameKeys(accused: readonly string[]): readonly string[] {
  const keys = accused.flatMap((name) =>
    name
      .replace(/\([^)]*\)/g, ' ')
      .split(/[/;]/)
      .map((part) =>
        part
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim(),
      )
      .filter((part) => part.length > 0),
  )
  return [...new Set(keys)].toSorted()
}

function isOfTheUnion(victim: Victim): boolean {
  return victim === 'member-state' || victim === 'union-body'
}

/** Share of the values that only one side has, 0 … 1. */
function jaccard(a: readonly string[], b: readonly string[]): number {
  const left = new Set(a)
  const union = left.union(new Set(b)).size
  return union === 0 ? 0 : 1 - left.intersection(new Set(b)).size / union
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((item) => b.includes(item))
}

function differs(a: boolean | null, b: boolean | null): number {
  return a === b ? 0 : 1
}

function numeral(level: number | null): string | null {
  return level === null ? null : String(level)
}

/** An empty list says nothing: nobody has coded it. */
function list(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(', ')
}

function yesNo(value: boolean | null): string | null {
  return value === null ? null : value ? 'yes' : 'no'
}
