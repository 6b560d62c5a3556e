/**
 * What is coming of a record in a time ahead: it begins, it ends, its last day, the day on which a contact lapses.
 *
 * A date stands for every day that it may mean: a month that touches the time is in it. Where sources differ each of their
 * dates is there. Pure.
 *
 * Rules: docs/rules/portfolio.md, PFO-80 to PFO-82. Next door: `not-met.ts`; `../partner/record-standing.ts`.
 */
import {
  type CalendarDate,
  earliestDay,
  isPartialDate,
  latestDay,
  type PartialDate,
} from '../../kernel/partial-date.ts'
import { contactStanding, datesIn, yearsLater } from '../partner/record-standing.ts'
import { isRecordSettled } from '../open-points/points-of-record.ts'
import type { PortfolioRecord } from '../read-record.ts'
import { propertyOf, type RecordKind } from '../record-kind.ts'

export const COMING_SORTS = ['start', 'end', 'due', 'lapse'] as const
/** It begins, ends, is due, or, of a point of contact, lapses unless somebody tries it. */
export type ComingSort = (typeof COMING_SORTS)[number]

export interface ComingDate {
  readonly what: ComingSort
  readonly on: PartialDate
  /** sources differ, or nobody read it in the source that it is ascribed to */
  readonly doubt?: 'contested' | 'unverified'
}

/** First and last day, both in it. */
export interface DaySpan {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** PFO-80: the dates of such records that may be coming; what says when something was done is none of them. */
export function comingDatesOf(kind: RecordKind): readonly Exclude<ComingSort, 'lapse'>[] {
  return (['start', 'end', 'due'] as const).filter((what) => {
    const property = propertyOf(kind, what)
    // of what is of one day, or of some, the last day is no date of its own
    return property !== undefined && property.past === undefined && (what !== 'end' || kind.lasts)
  })
}

/** PFO-80: the dates of the record that may lie in the time. What is settled is not due any more. */
export function comingOf(
  kind: RecordKind,
  record: Pick<PortfolioRecord, 'facts' | 'doubts'>,
  span: DaySpan,
): readonly ComingDate[] {
  return comingDatesOf(kind).flatMap((what) => {
    if (what === 'due' && isRecordSettled(kind, record)) return []
    const doubt = record.doubts.find(({ property }) => property === what)?.what
    return datesIn(record, what)
      .filter((on) => mayLieIn(on, span) || (what === 'start' && !kind.lasts && goesOnIn(record, on, span)))
      .toSorted((a, b) => compareComing({ on: a }, { on: b }))
      .map((on) => ({ what, on, ...(doubt === undefined || doubt === 'missing' ? {} : { doubt }) }))
  })
}

/** PFO-81: the day in the time on which a point of contact lapses, twelve months after its last check. */
export function lapseOf(
  checks: readonly Pick<PortfolioRecord, 'entity' | 'facts'>[],
  asOf: CalendarDate,
  span: DaySpan,
): readonly ComingDate[] {
  const { lastCheck } = contactStanding(checks, asOf)
  if (!lastCheck) return []
  const day = yearsLater(latestDay(lastCheck.on), 1)
  // 29 February has no year after: the day before
  const on = isPartialDate(day) ? day : `${day.slice(0, 8)}28`
  return isPartialDate(on) && mayLieIn(on, span) ? [{ what: 'lapse', on }] : []
}

/** By the first day that each may mean, then the last. */
export function compareComing(a: Pick<ComingDate, 'on'>, b: Pick<ComingDate, 'on'>): number {
  const keys = [a, b].map(({ on }) => `${earliestDay(on)} ${latestDay(on)}`)
  return keys[0] === keys[1] ? 0 : (keys[0] ?? '') < (keys[1] ?? '') ? -1 : 1
}

function mayLieIn(on: PartialDate, { from, to }: DaySpan): boolean {
  return latestDay(on) >= from && earliestDay(on) <= to
}

/** A meeting of some days that has begun. */
function goesOnIn(
  record: Pick<PortfolioRecord, 'facts'>,
  start: PartialDate,
  { from, to }: DaySpan,
): boolean {
  return (
    earliestDay(start) <= to &&
    datesIn(record, 'end').some((end) => latestDay(end) >= from && latestDay(end) >= earliestDay(start))
  )
}
