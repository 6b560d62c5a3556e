/**
 * The Member States of the Union on a date, in protocol order (alphabetical by each country's name in its own language).
 *
 * Rests on: Interinstitutional style guide, section 7.1.1 (order and names); accession dates; withdrawal of the United
 * Kingdom on 31 January 2020.
 */
import type { CalendarDate } from '../kernel/partial-date.ts'

/** Protocol order; ISO 3166-1 alpha-2 in data (`GR`), EU usage on screen (`EL`). */
export const MEMBER_STATES: readonly string[] =
  'BE BG CZ DK DE EE IE GR ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE'.split(' ')

const JOINED_LATER: Readonly<Record<string, CalendarDate>> = {
  HR: '2013-07-01',
  BG: '2007-01-01',
  RO: '2007-01-01',
}

/** Says whether the State was a member on that day (dates since 1 May 2004). */
export function isMemberState(code: string, onDate: CalendarDate): boolean {
  if (code === 'GB') return onDate <= '2020-01-31'
  return MEMBER_STATES.includes(code) && (JOINED_LATER[code] ?? '2004-05-01') <= onDate
}

/** The code used in EU texts: `EL` for Greece, otherwise the ISO code. */
export function euCountryCode(code: string): string {
  return code === 'GR' ? 'EL' : code
}

/** The English name; codes without one (`EU`, `*`) get their meaning here. */
export function countryName(code: string, names: Intl.DisplayNames): string {
  if (code === 'EU') return 'European Union'
  if (code === '*') return 'worldwide'
  if (code === 'CZ') return 'Czechia'
  return names.of(code) ?? code
}
