/**
 * Whether something is late on a day, as far as its dates tell. Without a date nobody can tell: it is never on time.
 *
 * Two ways to the same answer: from a record that was read, and from what the ledger keeps beside each; the second says that
 * it cannot answer where only reading the record can. Pure.
 *
 * Rules: docs/rules/portfolio.md, GOL-04. Next door: `../open-points`, `../partner/record-standing.ts`.
 */
import type { CalendarDate } from '../../kernel/partial-date.ts'
import { isRecordSettled, settledInStated } from '../open-points/points-of-record.ts'
import { readStated } from '../open-points/stated-properties.ts'
import { firstDay, lastDay } from '../partner/record-standing.ts'
import type { PortfolioRecord } from '../read-record.ts'
import { propertyOf, type RecordKind } from '../record-kind.ts'

/** `cannot-tell`: nobody has stated the day that it turns on. `ahead`: its last day is still to come. */
export type Timing = 'late' | 'ahead' | 'settled' | 'cannot-tell'

const DATES = ['start', 'end'] as const

/** GOL-04: null for what no day is set for, and which has a date. */
export function timingOf(
  kind: RecordKind,
  record: Pick<PortfolioRecord, 'facts'>,
  asOf: CalendarDate,
): Timing | null {
  if (!propertyOf(kind, 'due'))
    return isDated(kind) && DATES.every((date) => firstDay(record, date) === undefined) ? 'cannot-tell' : null
  if (isRecordSettled(kind, record)) return 'settled'
  const last = lastDay(record, 'due')
  if (last === undefined) return 'cannot-tell'
  return last < asOf ? 'late' : 'ahead'
}

export interface StatedTiming {
  /** of which properties anything is stated (`statedProperties`) */
  readonly stated: string
  readonly facets: readonly string[]
  /** its last day has passed */
  readonly pastDue: boolean
}

/** The same from what is stated of it; undefined where only reading the record can tell. */
export function timingOfStated(kind: RecordKind, told: StatedTiming): Timing | null | undefined {
  const known = readStated(told.stated)
  if (!propertyOf(kind, 'due'))
    return isDated(kind) && DATES.every((date) => !known.has(date)) ? 'cannot-tell' : null
  const settled = settledInStated(kind, known, told.facets)
  const due = known.get('due')
  if (settled === undefined || due?.differs) return undefined
  if (settled) return 'settled'
  if (!due) return 'cannot-tell'
  return told.pastDue ? 'late' : 'ahead'
}

function isDated(kind: RecordKind): boolean {
  return DATES.some((date) => propertyOf(kind, date) !== undefined)
}
