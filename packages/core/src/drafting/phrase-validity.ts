/** For which days a value is said to hold, in words: `from 3 March 2026 until May 2026`. */
import { formatPartialDate } from '../kernel/partial-date.ts'
import type { Assertion } from '../kernel/statement.ts'

/** The days in words; empty when no end is given, which limits nothing. */
export function phraseValidity({ validFrom, validTo }: Pick<Assertion, 'validFrom' | 'validTo'>): string {
  return [
    ...(validFrom === undefined ? [] : [`from ${formatPartialDate(validFrom)}`]),
    ...(validTo === undefined ? [] : [`until ${formatPartialDate(validTo)}`]),
  ].join(' ')
}
