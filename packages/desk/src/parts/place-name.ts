/**
 * What countries are called on screen, in the language of the desk.
 *
 * The names are those of the core (docs/rules/places.md), so that a screen and a paper say the same.
 */
import { isLanguage, type Language } from '@demarche/core/kernel/language.ts'
import { nameOf } from '@demarche/core/places/name-of.ts'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'

/** The language in which the desk speaks. */
export function deskLanguage(): Language {
  // before it is set up, i18next has none
  const [code = ''] = (i18next.language ?? '').split('-')
  return isLanguage(code) ? code : 'en'
}

/** The same for a component, which is shown anew when another language is chosen. */
export function useDeskLanguage(): Language {
  useTranslation()
  return deskLanguage()
}

/** The name of a country, `EU` and `*` in words; a code that names no country stays as it is. */
export function placeName(code: string): string {
  return nameOf(code, deskLanguage())
}
