/**
 * An instant in words, as people act on it: the day and the clock of Brussels.
 *
 * In: a UTC instant. Out: `Friday 27 November 2026, 18:00 CET`. Without Temporal, so that a page that only shows a time
 * does not load it. Next door: `brussels-time.ts` reads such a time back in.
 */
import type { Instant } from './partial-date.ts'

const BRUSSELS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
})

/**
 * The day of the week, the day and the time in Brussels.
 * @throws RangeError when the text is no instant
 * @example sayBrussels('2026-11-27T17:00:00.000Z') // Friday 27 November 2026, 18:00 CET
 */
export function sayBrussels(instant: Instant): string {
  const parts = new Map(BRUSSELS.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  const zone = of('timeZoneName') === 'GMT+02:00' ? 'CEST' : 'CET'
  return `${of('weekday')} ${of('day')} ${of('month')} ${of('year')}, ${of('hour')}:${of('minute')} ${zone}`
}
