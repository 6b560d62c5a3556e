/** An instant as day and time in Brussels, for lists of sessions and links. */
const FORMAT = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/Brussels',
})

/** @example formatDay('2026-11-24T09:00:00Z') // '24 Nov 2026, 10:00' */
export function formatDay(instant: string): string {
  return FORMAT.format(new Date(instant))
}
