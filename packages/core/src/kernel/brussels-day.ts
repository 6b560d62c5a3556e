/**
 * The one calendar of the desk: an instant falls on the day that the calendar in Brussels shows.
 *
 * Takes an instant in UTC; gives the calendar day. What is recorded at half past eleven at night in UTC belongs to the
 * next day in Brussels, by one hour in winter and two in summer. The zone is named here and never read from the machine.
 *
 * Rests on: the IANA zone Europe/Brussels as the runtime knows it. Next door: `partial-date.ts`,
 * `brussels-time.ts` for hours.
 */
import type { CalendarDate, Instant } from './partial-date.ts'

// Swedish usage writes a date as ISO 8601 does
const BRUSSELS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' })

// asking the runtime's calendar takes longer than most of what needs the day; within an hour of UTC the day is the same
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const TO_THE_HOUR = 13
const MOST_KEPT = 1000
const kept = new Map<string, CalendarDate>()

/**
 * The calendar day in Brussels at an instant (FACT-07).
 * @throws RangeError when the text is no instant
 * @example dayInBrussels('2026-07-31T22:30:00.000Z') // '2026-08-01'
 */
export function dayInBrussels(instant: Instant): CalendarDate {
  if (!UTC.test(instant)) return BRUSSELS.format(new Date(instant))
  const hour = instant.slice(0, TO_THE_HOUR)
  const known = kept.get(hour)
  if (known !== undefined) return known
  const day = BRUSSELS.format(new Date(instant))
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(hour, day)
  return day
}
