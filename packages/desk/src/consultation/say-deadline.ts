/** The last moment of a consultation as people read it. */
import { dayInBrussels } from '@demarche/core/kernel/brussels-day.ts'
import { brusselsTime } from '@demarche/core/kernel/brussels-time.ts'
import { formatPartialDate, sayBrussels } from '../parts/format-date.ts'

const MINUTE = 60_000

/**
 * An end at midnight is said as the last minute of the day before, so that nobody takes the wrong day for the last one.
 * @example sayDeadline('2026-12-10T23:00:00.000Z') // 'Thursday 10 December 2026, 23:59 CET'
 */
export function sayDeadline(closes: string): string {
  const isMidnight = brusselsTime(closes).time === '00:00'
  return sayBrussels(isMidnight ? new Date(Date.parse(closes) - MINUTE).toISOString() : closes)
}

/** The last day on which something still holds. @example sayDay('2027-12-10T23:00:00.000Z') // '10 December 2027' */
export function sayDay(ends: string): string {
  return formatPartialDate(dayInBrussels(new Date(Date.parse(ends) - MINUTE).toISOString()))
}
