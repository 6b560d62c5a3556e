/**
 * The Member States in protocol order: alphabetical by the geographical name of each in its own language, and therefore
 * the same in all languages. Greece stands as Elláda, Cyprus as Kýpros, Bulgaria as Balgaria.
 *
 * Rests on: Interinstitutional style guide, 7.1.1 and 7.1.2, read in the German, Polish, Portuguese and Slovenian
 * editions. Rule: docs/rules/places.md, PLC-04.
 */
import type { Language } from '../kernel/language.ts'
import { nameOf } from './name-of.ts'

const OWN_NAMES: readonly (readonly [code: string, ownName: string])[] = [
  ['BE', 'Belgique/België'],
  ['BG', 'България'],
  ['CZ', 'Česko'],
  ['DK', 'Danmark'],
  ['DE', 'Deutschland'],
  ['EE', 'Eesti'],
  ['IE', 'Éire/Ireland'],
  ['GR', 'Ελλάδα'],
  ['ES', 'España'],
  ['FR', 'France'],
  ['HR', 'Hrvatska'],
  ['IT', 'Italia'],
  ['CY', 'Κύπρος'],
  ['LV', 'Latvija'],
  ['LT', 'Lietuva'],
  ['LU', 'Luxembourg'],
  ['HU', 'Magyarország'],
  ['MT', 'Malta'],
  ['NL', 'Nederland'],
  ['AT', 'Österreich'],
  ['PL', 'Polska'],
  ['PT', 'Portugal'],
  ['RO', 'România'],
  ['SI', 'Slovenija'],
  ['SK', 'Slovensko'],
  ['FI', 'Suomi/Finland'],
  ['SE', 'Sverige'],
]

/** The codes of the Member States in protocol order. */
export const PROTOCOL_ORDER: readonly string[] = OWN_NAMES.map(([code]) => code)

/** A Member State as it is listed. */
export interface ListedState {
  readonly code: string
  /** in the language asked for */
  readonly name: string
  /** in its own language or languages, by which the order goes */
  readonly ownName: string
}

/** The Member States in protocol order, named in the language; the order is the same in all languages. */
export function statesInProtocolOrder(language: Language): readonly ListedState[] {
  return OWN_NAMES.map(([code, ownName]) => ({ code, name: nameOf(code, language), ownName }))
}
