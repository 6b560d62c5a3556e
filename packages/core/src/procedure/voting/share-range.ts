/**
 * Sums of rounded shares, and what they can really be.
 *
 * Each printed share is wrong by at most the table's rounding, and all true shares add up to exactly 100 %. The range of
 * a sum is cut by both: what the States have, and what the others leave. In whole millionths of a percentage point, so
 * that sums and comparisons are exact.
 *
 * Rests on: VOT-04, VOT-05. Next door: `electorate.ts`, `qualified-majority.ts`.
 */
import { type Verdict, verdictOf } from '../../kernel/verdict.ts'

/** States as one: how many, and the sum of their printed shares in millionths of a percentage point. */
export interface Group {
  readonly count: number
  readonly sum: number
}

/** A share as a fraction of whole numbers: this part of that whole. */
export interface Share {
  readonly part: number
  readonly whole: number
}

export interface ShareRange {
  readonly least: Share
  readonly most: Share
}

/** A threshold as a fraction: 65 of 100, 1 of 3. */
export interface Threshold {
  readonly of: number
  readonly in: number
}

export const WHOLE = 100_000_000

export function inMillionths(percent: number): number {
  return Math.round(percent * 1_000_000)
}

/**
 * What one group can have of the population of two groups together, when a third stands outside.
 * @param rounding the largest error of one share, in millionths
 */
export function shareRange(group: Group, rest: Group, outside: Group, rounding: number): ShareRange {
  const low = ({ sum, count }: Group) => sum - rounding * count
  const high = ({ sum, count }: Group) => sum + rounding * count
  const within = { least: WHOLE - high(outside), most: WHOLE - low(outside) }
  const leastPart = Math.max(low(group), within.least - high(rest))
  const leastRest = Math.min(high(rest), within.most - leastPart)
  const mostRest = Math.max(low(rest), within.least - high(group))
  const mostPart = Math.min(high(group), within.most - mostRest)
  return {
    least: { part: leastPart, whole: leastPart + leastRest },
    most: { part: mostPart, whole: mostPart + mostRest },
  }
}

/** True when the whole range reaches the threshold, false when none of it does. */
export function reaches({ least, most }: ShareRange, threshold: Threshold): Verdict {
  const atLeast = ({ part, whole }: Share) => part * threshold.in >= threshold.of * whole
  return atLeast(least) ? 'true' : atLeast(most) ? 'unknown' : verdictOf(false)
}

/** True when the whole range lies above the threshold, false when none of it does. */
export function exceeds({ least, most }: ShareRange, threshold: Threshold): Verdict {
  const above = ({ part, whole }: Share) => part * threshold.in > threshold.of * whole
  return above(least) ? 'true' : above(most) ? 'unknown' : verdictOf(false)
}

export function percentOf({ part, whole }: Share): number {
  return whole === 0 ? 0 : (part / whole) * 100
}

/** `64.98 % ± 0.02`: a figure of two decimals and an error that covers the whole range. */
export function sayRange({ least, most }: ShareRange): string {
  const [low, high] = [percentOf(least), percentOf(most)]
  const middle = Math.round((low + high) * 50) / 100
  // a hair's breadth of binary fractions must not become a hundredth
  const error = Math.ceil(Math.max(high - middle, middle - low) * 100 - 1e-6) / 100
  return `${middle.toFixed(2)} %${error > 0 ? ` ± ${error.toFixed(2)}` : ''}`
}
