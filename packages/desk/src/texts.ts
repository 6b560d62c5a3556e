/**
 * The words of the desk: every text has a readable key in `locales/<code>.json`.
 *
 * The texts of one part of the desk may have a file of their own, `locales/<code>.<part>.json`.
 *
 * English answers for what another language lacks: what the first screen says comes with the first script, the rest with the
 * next screen. Other languages load when they are spoken.
 * Screens ask `useText()`; modules without React take a `Say` as an argument. Plural forms follow Intl.PluralRules of the
 * language through suffixes (`_one`, `_few`, `_many`, `_other`). A test fails on a missing or unused key.
 */
import { type Language, tagOf } from '@demarche/core/kernel/language.ts'
import type { PlaceWords, RefusalCode } from '@demarche/core'
import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { labelsIn, sayLabels } from './record/doctrine-labels.ts'
import enAccess from './locales/en.access.json'
import type enConfidence from './locales/en.confidence.json'
import enDesk from './locales/en.json'
import type enEvidence from './locales/en.evidence.json'
import type enNegotiation from './locales/en.negotiation.json'
import type enGoals from './locales/en.goals.json'
import type enHelp from './locales/en.help.json'
import type enImport from './locales/en.import.json'
import enNotices from './locales/en.notices.json'
import type enPartner from './locales/en.partner.json'
import type enPasskeys from './locales/en.passkeys.json'
import type enNorms from './locales/en.norms.json'
import type enOverlaps from './locales/en.overlaps.json'
import enPlaces from './locales/en.places.json'
import type enProcedure from './locales/en.procedure.json'
import type enPicture from './locales/en.picture.json'
import type enPortfolio from './locales/en.portfolio.json'
import type enPublic from './locales/en.public.json'
import type enRecord from './locales/en.record.json'
import type enRegister from './locales/en.register.json'
import type enRights from './locales/en.rights.json'

const en = {
  ...enDesk,
  ...enAccess,
  ...enNotices,
  ...enPlaces,
}

type RawKey =
  | keyof typeof en
  | keyof typeof enEvidence
  | keyof typeof enConfidence
  | keyof typeof enGoals
  | keyof typeof enHelp
  | keyof typeof enImport
  | keyof typeof enNegotiation
  | keyof typeof enNorms
  | keyof typeof enOverlaps
  | keyof typeof enPartner
  | keyof typeof enPasskeys
  | keyof typeof enPicture
  | keyof typeof enPortfolio
  | keyof typeof enProcedure
  | keyof typeof enPublic
  | keyof typeof enRecord
  | keyof typeof enRegister
  | keyof typeof enRights
  | `refused.${RefusalCode}`
  | `inFile.${PlaceWords['part']}`
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

const known: Record<string, string> = { ...en }
const later = import.meta.glob<Readonly<Record<string, string>>>(
  ['./locales/en.*.json', '!./locales/en.{access,notices,places}.json'],
  { import: 'default' },
)
/** The English sentences of refusals and places in files, which core has for the server too. */
async function refusals(): Promise<Readonly<Record<string, string>>> {
  const [{ ENGLISH }, { PLACES }] = await Promise.all([
    import('@demarche/core/refusal/english/index.ts'),
    import('@demarche/core/refusal/english/places.ts'),
  ])
  return Object.fromEntries([
    ...Object.entries(ENGLISH).map(([code, text]) => [`refused.${code}`, text]),
    ...Object.entries(PLACES).map(([part, text]) => [`inFile.${part}`, text]),
  ])
}

let rest: Promise<void> | undefined

/** The English texts that the first screen does without: every other screen waits for them. */
export function restOfTexts(): Promise<void> {
  rest ??= Promise.all([...Object.values(later).map((load) => load()), refusals()]).then(
    (parts) => {
      Object.assign(known, ...parts)
      i18next.addResourceBundle('en', 'translation', { ...known })
    },
    (error: unknown) => {
      // tried again with the next screen
      rest = undefined
      throw error
    },
  )
  return rest
}

/** What is loaded when it is first shown, with the texts that the first screen does without. */
export function withTexts<Module>(load: () => Promise<Module>): () => Promise<Module> {
  return async () => {
    const [module] = await Promise.all([load(), restOfTexts()])
    return module
  }
}

/** The same with the texts of some parts alone: for pages that must be light, and do without the rest. */
export function withPartsOfTexts<Module>(
  parts: readonly string[],
  load: () => Promise<Module>,
): () => Promise<Module> {
  return async () => {
    const wantedParts = Object.entries(later).filter(([path]) =>
      parts.some((part) => path === `./locales/en.${part}.json`),
    )
    const [module, ...texts] = await Promise.all([load(), ...wantedParts.map(([, get]) => get())])
    Object.assign(known, ...texts)
    i18next.addResourceBundle('en', 'translation', { ...known })
    return module
  }
}

const files = import.meta.glob<Readonly<Record<string, string>>>(
  [
    './locales/*.json',
    '!./locales/en*.json',
    '../../core/src/incident/case-texts/*.json',
    '../../core/src/reason/texts/*.json',
  ],
  { import: 'default' },
)
let wanted: Language = 'en'

/**
 * From now on the desk speaks that language, and says so to assistive technology. When its texts cannot be loaded, it goes
 * on in the language it speaks.
 */
export async function speak(language: Language): Promise<void> {
  wanted = language
  const tag = tagOf(language)
  if (language !== 'en' && !i18next.hasResourceBundle(tag, 'translation')) {
    const own = Object.entries(files).filter(
      ([path]) => path.startsWith(`./locales/${language}.`) || path.endsWith(`texts/${language}.json`),
    )
    const parts = await Promise.all(own.map(([, load]) => load()))
    i18next.addResourceBundle(tag, 'translation', Object.assign({}, ...parts))
  }
  const labels = await labelsIn(language)
  // another one may have been chosen while this one was on its way
  if (wanted !== language) return
  sayLabels(labels)
  await i18next.changeLanguage(tag)
  document.documentElement.lang = tag
}

/** The text of a key in the reader's language. */
export function useText(): Say {
  const { t } = useTranslation()
  return useCallback<Say>((key, values) => t(key, values ?? {}), [t])
}

/** True when the language of the desk, or English, has the text now: it may wait for a later screen, or for a newer desk. */
export function hasText(key: TextKey): boolean {
  return i18next.exists(key)
}

/** True when a text exists under that name; for words of data that may be newer than the texts. */
export function isTextKey(key: string): key is TextKey {
  return key in known || `${key}_other` in known
}
