/**
 * The words of the desk: every text has a readable key in `locales/<code>.json`.
 *
 * The texts of one part of the desk may have a file of their own, `locales/<code>.<part>.json`.
 *
 * Screens ask `useText()`; modules without React take a `Say` as an argument. Plural forms follow Intl.PluralRules
 * through the suffixes `_one`, `_other`. A test fails on a missing or unused key.
 */
import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import enAccess from './locales/en.access.json'
import enDesk from './locales/en.json'
import enNegotiation from './locales/en.negotiation.json'
import enNotices from './locales/en.notices.json'
import enOverlaps from './locales/en.overlaps.json'
import enPlaces from './locales/en.places.json'
import enProcedure from './locales/en.procedure.json'
import enPortfolio from './locales/en.portfolio.json'
import enRecord from './locales/en.record.json'

const en = {
  ...enDesk,
  ...enAccess,
  ...enNotices,
  ...enProcedure,
  ...enNegotiation,
  ...enRecord,
  ...enPlaces,
  ...enPortfolio,
  ...enOverlaps,
}

type RawKey = keyof typeof en
type WithoutPlural<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K
/** Every key that has a text. */
export type TextKey = WithoutPlural<RawKey>
export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string

await i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
})

/** The text of a key in the reader's language. */
export function useText(): Say {
  const { t } = useTranslation()
  return useCallback<Say>((key, values) => t(key, values ?? {}), [t])
}

/** True when a text exists under that name; for words of data that may be newer than the texts. */
export function isTextKey(key: string): key is TextKey {
  return key in en || `${key}_other` in en
}
