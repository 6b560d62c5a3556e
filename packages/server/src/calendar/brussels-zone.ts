/**
 * The zone Europe/Brussels as a calendar program reads it, and instants in it.
 *
 * Summer time as the Union has kept it since 1996: from the last Sunday of March to the last Sunday of October, at 01:00
 * UTC. A reading that the clock shows twice is taken for the one by some programs and for the other by some, so it is given
 * in UTC.
 *
 * Rests on: Directive 2000/84/EC; RFC 5545, 3.6.5. Next door: `write-calendar.ts`.
 */
import { Temporal } from 'temporal-polyfill'

export const BRUSSELS = 'Europe/Brussels'

export const BRUSSELS_VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${BRUSSELS}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZNAME:CEST',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZNAME:CET',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

/** When something is, and the zone in which it can be written without doubt; null: UTC. */
export function inBrussels(instant: string): {
  readonly when: Temporal.ZonedDateTime
  readonly zone: string | null
} {
  const when = Temporal.Instant.from(instant).toZonedDateTimeISO(BRUSSELS)
  const read = (disambiguation: 'earlier' | 'later') =>
    when.toPlainDateTime().toZonedDateTime(BRUSSELS, { disambiguation }).epochMilliseconds
  return { when, zone: read('earlier') === read('later') ? BRUSSELS : null }
}
