/**
 * In which languages the desk can be read.
 *
 * A language is offered once `locales/<code>*.json` and `packages/doctrine/portfolio/texts/<code>.yaml` are complete; tests
 * say what is missing. See docs/decisions/0015-languages.md.
 */
import type { Language } from '@demarche/core/kernel/language.ts'

export const OFFERED_LANGUAGES = [
  'en',
  'de',
  'et',
  'fr',
  'pl',
  'pt',
  'sl',
] as const satisfies readonly Language[]

/** What each language is called in itself. */
export const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  et: 'eesti',
  fr: 'français',
  pl: 'polski',
  pt: 'português',
  sl: 'slovenščina',
}

/** The first language of the reader that the desk speaks, as the browser names them (`fr-BE`); English for none. */
export function firstLanguage(preferred: readonly string[]): Language {
  const codes = preferred.map((tag) => tag.split('-')[0])
  return codes.flatMap((code) => OFFERED_LANGUAGES.filter((language) => language === code))[0] ?? 'en'
}
