/**
 * The one calendar of the desk: an instant falls on the day that the calendar in Brussels shows.
 *
 * Takes an instant in UTC; gives the calendar day. What is recorded at half past eleven at night in UTC belongs to the
 * next day in Brussels, by one hour in winter and two in summer. The zone is named here and never read from the machine.
 *
 * Rests on: the IANA zone Europe/Brussels as the runtime knows it. Next door: `partial-date.ts`,
 * `../procedure/brussels-time.ts` for hours.
 */
import type { CalendarDate, Instant } from './partial-date.ts'

// Swedish usage writes a date as ISO 8601 does
const BRUSSELS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' })

// many things are read for one instant, and asking the runtime's calendar takes longer than most of the reading
let last: { readonly instant: Instant; readonly day: CalendarDate } | null = null

/**
 * The calendar day in Brussels at an instant (FACT-07).
 * @throws RangeError when the text is no instant
 * @example dayInBrussels('2026-07-31T22:30:00.000Z') // '2026-08-01'
 */
export function dayInBrussels(instant: Instant): CalendarDate {
  if (last?.instant !== instant) last = { instant, day: BRUSSELS.format(new Date(instant)) }
  return last.day
}
