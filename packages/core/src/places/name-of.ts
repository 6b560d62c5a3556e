/**
 * What a country is called in each language of the desk: the one place from which names come.
 *
 * Names stand in the tables, not in the machine that runs them: a paper written by the server, the screen of a browser
 * and a page printed next year say the same.
 *
 * Rests on: CLDR 48; EU usage (`eu-usage.ts`). Rules: docs/rules/places.md, PLC-01 to PLC-03.
 * Next door: `resolve-name.ts` reads names, `status-notes.ts` says what must be printed beside some.
 */
import { EU_NAMES } from './eu-usage.ts'
import { LANGUAGES, type Language, tagOf } from '../kernel/language.ts'
import { GERMAN } from './names/de.ts'
import { ENGLISH } from './names/en.ts'
import { ESTONIAN } from './names/et.ts'
import { FRENCH } from './names/fr.ts'
import { POLISH } from './names/pl.ts'
import { PORTUGUESE } from './names/pt.ts'
import { SLOVENIAN } from './names/sl.ts'

/** Codes that may stand where a country is asked for and name none. */
const NO_SINGLE_COUNTRY: Readonly<Record<Language, readonly string[]>> = {
  en: ['EU European Union|* worldwide'],
  de: ['EU Europäische Union|* weltweit'],
  et: ['EU Euroopa Liit|* kogu maailm'],
  fr: ['EU Union européenne|* monde entier'],
  pl: ['EU Unia Europejska|* cały świat'],
  pt: ['EU União Europeia|* todo o mundo'],
  sl: ['EU Evropska unija|* ves svet'],
}

const CLDR: Readonly<Record<Language, readonly string[]>> = {
  en: ENGLISH,
  de: GERMAN,
  et: ESTONIAN,
  fr: FRENCH,
  pl: POLISH,
  pt: PORTUGUESE,
  sl: SLOVENIAN,
}

function readTable(lines: readonly string[]): (readonly [code: string, name: string])[] {
  return lines.flatMap((line) =>
    line.split('|').map((entry): readonly [string, string] => {
      const space = entry.indexOf(' ')
      return [entry.slice(0, space), entry.slice(space + 1)]
    }),
  )
}

const NAMES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  LANGUAGES.map((language) => [
    language,
    new Map([
      ...readTable(CLDR[language]),
      ...readTable(NO_SINGLE_COUNTRY[language]),
      ...EU_NAMES.flatMap((one) => (one.language === language ? [[one.code, one.name] as const] : [])),
    ]),
  ]),
)

/**
 * The short name of a country in EU usage; `EU` and `*` in words; a code that names no country stays as it is.
 * @param code ISO 3166-1 alpha-2, `XK` for Kosovo
 * @example nameOf('NL', 'pl') // 'Niderlandy'
 */
export function nameOf(code: string, language: Language): string {
  return NAMES.get(language)?.get(code) ?? code
}

/** Every name as CLDR has it, with its code: for reading, where EU usage is no help. */
export const CLDR_NAMES: readonly (readonly [name: string, code: string])[] = LANGUAGES.flatMap((language) =>
  readTable(CLDR[language]).map(([code, name]) => [name, code] as const),
)

const COLLATORS = new Map<Language, Intl.Collator>()

/** The alphabetical order of words in a language: `Ö` after `O` in German, `Č` after `C` in Slovenian. */
export function collatorOf(language: Language): Intl.Collator {
  const kept = COLLATORS.get(language) ?? new Intl.Collator(tagOf(language))
  COLLATORS.set(language, kept)
  return kept
}

/** Codes in the alphabetical order of their names in a language; "The Gambia" stands under G. */
export function inOrderOfNames(codes: readonly string[], language: Language): readonly string[] {
  const { compare } = collatorOf(language)
  const sortsBy = (code: string) => nameOf(code, language).replace(/^The /, '')
  return codes.toSorted((a, b) => compare(sortsBy(a), sortsBy(b)))
}
