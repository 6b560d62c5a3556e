/**
 * The Member States of the Union on a date, in protocol order (alphabetical by each country's name in its own language).
 *
 * Rests on: accession dates; withdrawal of the United Kingdom on 31 January 2020. The doctrine pack says the same with its
 * sources (DOC-54). Next door: `places/protocol-order.ts` for the order, `places/name-of.ts` for names.
 */
import type { CalendarDate } from '../kernel/partial-date.ts'
import { PROTOCOL_ORDER } from '../places/protocol-order.ts'

/** Protocol order; ISO 3166-1 alpha-2 in data (`GR`), EU usage on screen (`EL`). */
export const MEMBER_STATES: readonly string[] = PROTOCOL_ORDER

/** Days of accession; the Union and its predecessors are read as one. */
const JOINED: Readonly<Record<CalendarDate, string>> = {
  '1958-01-01': 'BE DE FR IT LU NL',
  '1973-01-01': 'DK IE GB',
  '1981-01-01': 'GR',
  '1986-01-01': 'ES PT',
  '1995-01-01': 'AT FI SE',
  '2004-05-01': 'CY CZ EE HU LT LV MT PL SI SK',
  '2007-01-01': 'BG RO',
  '2013-07-01': 'HR',
}
const JOINED_ON: ReadonlyMap<string, CalendarDate> = new Map(
  Object.entries(JOINED).flatMap(([day, codes]) => codes.split(' ').map((code) => [code, day] as const)),
)
const LAST_DAY: ReadonlyMap<string, CalendarDate> = new Map([['GB', '2020-01-31']])

/** Every State that is a Member State or was one, in protocol order; the former one last. */
export const STATES_THAT_WERE_MEMBERS: readonly string[] = [...MEMBER_STATES, 'GB']

/** Says whether the State was a member on that day. */
export function isMemberState(code: string, onDate: CalendarDate): boolean {
  const joined = JOINED_ON.get(code)
  return joined !== undefined && joined <= onDate && onDate <= (LAST_DAY.get(code) ?? onDate)
}
