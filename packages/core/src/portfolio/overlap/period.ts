/**
 * How long two projects run side by side, as far as their dates say.
 *
 * Dates are partial: "2021" may be any day of that year, so the answer has a least and a most. A missing end is taken as
 * still running, and the answer says so. Rules: docs/rules/overlap.md, OVL-03, OVL-06.
 */
import { earliestDay, latestDay, type PartialDate } from '../../kernel/partial-date.ts'

const DAY = 86_400_000

/** Whole days since 1970, for the four days that matter; null where nothing is on record. */
export interface Period {
  readonly startEarliest: number | null
  readonly startLatest: number | null
  readonly endEarliest: number | null
  readonly endLatest: number | null
}

export function readPeriod(start: PartialDate | null, end: PartialDate | null): Period {
  return {
    startEarliest: start === null ? null : dayNumber(earliestDay(start)),
    startLatest: start === null ? null : dayNumber(latestDay(start)),
    endEarliest: end === null ? null : dayNumber(earliestDay(end)),
    endLatest: end === null ? null : dayNumber(latestDay(end)),
  }
}

function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY)
}

/** Days side by side that make an overlap worth asking about (the rule of the field). */
const ENOUGH_DAYS = 150
/** Nobody says that a project without an end still runs after so long: then its end decides (our judgement). */
export const TRUSTED_OPEN_DAYS = 5 * 365

export type PeriodAnswer =
  | { readonly state: 'unknown' }
  | { readonly state: 'apart'; readonly gapDays: number }
  | {
      /** `unsure`: the dates allow both, or the overlap rests on an end that is not on record and long due */
      readonly state: 'enough' | 'brief' | 'unsure'
      readonly least: number
      readonly most: number
      readonly openEnded: { readonly a: boolean; readonly b: boolean }
    }

/** Side by side: start is needed of both; an end before which the other starts is enough to say that they are apart. */
export function comparePeriods(a: Period, b: Period): PeriodAnswer {
  const gap = Math.max(gapBetween(a, b), gapBetween(b, a))
  if (gap >= 0) return { state: 'apart', gapDays: gap }
  const { startEarliest: a0, startLatest: a1 } = a
  const { startEarliest: b0, startLatest: b1 } = b
  if (a0 === null || a1 === null || b0 === null || b1 === null) return { state: 'unknown' }
  const openEnded = { a: a.endLatest === null, b: b.endLatest === null }
  // two open ends: together since the later start, for as long as one wants
  const lastEnd = Math.max(a0, b0) + TRUSTED_OPEN_DAYS
  const most = Math.min(a.endLatest ?? lastEnd, b.endLatest ?? lastEnd) - Math.max(a0, b0)
  const least = Math.max(0, Math.min(a.endEarliest ?? lastEnd, b.endEarliest ?? lastEnd) - Math.max(a1, b1))
  const trusted = isTrusted(a, b) && isTrusted(b, a)
  const state = most < ENOUGH_DAYS ? 'brief' : least >= ENOUGH_DAYS && trusted ? 'enough' : 'unsure'
  return { state, least, most, openEnded }
}

/** Days from the end of the one to the start of the other; negative when that is not certain. */
function gapBetween(earlier: Period, later: Period): number {
  return earlier.endLatest === null || later.startEarliest === null
    ? -1
    : later.startEarliest - earlier.endLatest
}

/** A project without an end is taken as running when the other starts within a usual length of its own start. */
function isTrusted(open: Period, other: Period): boolean {
  if (open.endLatest !== null || open.startEarliest === null || other.startEarliest === null) return true
  return other.startEarliest - open.startEarliest <= TRUSTED_OPEN_DAYS
}

/** True when the project certainly lasts less than what makes an overlap: an event. */
export function isBrief(period: Period): boolean {
  const days = longestDays(period)
  return days !== null && days < ENOUGH_DAYS
}

/** The longest that the dates allow a project to last; null when a date is missing. */
export function longestDays(period: Period): number | null {
  return period.endLatest === null || period.startEarliest === null
    ? null
    : period.endLatest - period.startEarliest
}
