/**
 * Every language that the desk offers has every text, in all plural forms of the language, with the same places to fill.
 *
 * What is missing is listed by key: add it to the file of the same part, `locales/<code>.<part>.json`.
 */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, it } from 'vitest'
import i18next from 'i18next'
import {
  type Texts,
  translationFaults,
  typographyFaults,
} from '@demarche/testkit/texts/translation-faults.ts'
import { ENGLISH } from '@demarche/core/refusal/english/index.ts'
import { PLACES } from '@demarche/core/refusal/english/places.ts'
import { firstLanguage, OFFERED_LANGUAGES } from '../languages.ts'
import { formatInstant, formatPartialDate, sayBrussels } from '../parts/format-date.ts'
import { formatNumber } from '../parts/format-value.ts'
import { speak } from '../texts.ts'

const locales = fileURLToPath(new URL('../locales', import.meta.url))
/** The English sentences of refusals and places in files, which core has for the server too; other languages have them with the desk. */
const REFUSALS = 'en.refusals.json'
const read = (file: string): Texts =>
  file === REFUSALS
    ? Object.fromEntries([
        ...Object.entries(ENGLISH).map(([code, text]) => [`refused.${code}`, text]),
        ...Object.entries(PLACES).map(([part, text]) => [`inFile.${part}`, text]),
      ])
    : JSON.parse(readFileSync(`${locales}/${file}`, 'utf8'))
const parts = [...globSync('en*.json', { cwd: locales }), REFUSALS].toSorted()

/** Texts that are rightly the same in English and in another language: in all of them, and by language. */
const ALIKE: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('texts-alike.json', import.meta.url), 'utf8'),
)

describe.each(OFFERED_LANGUAGES)('the desk in %s', (language) => {
  it.each(parts)('has every text of %s, and no other', (file) => {
    const texts = read(file.replace(/^en/, language))
    const alike = [...(ALIKE['all'] ?? []), ...(ALIKE[language] ?? [])]
    if (language !== 'en') expect(translationFaults(read(file), texts, language, alike)).toEqual([])
    // the name of a key stands before the one that is pressed with it
    // the mark stands after a name, in French with the blank that comes before it
    const { 'keys.control': _, 'mark.colon': colon, ...others } = texts
    expect(typographyFaults(others, language)).toEqual([])
    if (colon !== undefined) expect(colon).toBe(language === 'fr' ? '\u00A0:' : ':')
  })
})

describe('speaking a language', () => {
  beforeEach(() => {
    // tests run without a page
    Object.assign(globalThis, { document: { documentElement: { lang: '' } } })
  })

  it('takes the first of the reader that there is, and English for none', () => {
    expect(firstLanguage(['fr-BE', 'en'])).toBe('fr')
    expect(firstLanguage(['xx', 'en-US', 'fr'])).toBe('en')
    expect(firstLanguage([])).toBe('en')
  })

  it('changes texts, plurals, dates, numbers and the language of the page', async () => {
    expect(formatPartialDate('2026-05-01')).toBe('1 May 2026')
    expect(formatNumber(4200.5)).toBe('4\u00a0200.5')
    await speak('fr')
    expect(i18next.t('cases.count', { count: 1, number: '1' })).toBe('1 dossier')
    expect(i18next.t('cases.count', { count: 0, number: '0' })).toBe('0 dossier')
    expect(i18next.t('cases.count', { count: 2, number: '2' })).toBe('2 dossiers')
    expect(i18next.t('cases.count', { count: 1_000_000, number: '1\u00a0000\u00a0000' })).toBe(
      '1\u00a0000\u00a0000 dossiers',
    )
    expect(formatPartialDate('2026')).toBe('2026')
    expect(formatPartialDate('2026-05')).toBe('mai 2026')
    expect(formatPartialDate('2026-05-01')).toBe('1er mai 2026')
    expect(formatPartialDate('2026-05-21')).toBe('21 mai 2026')
    expect(formatInstant('2026-05-21T09:42:00.000Z')).toBe('21 mai 2026 à 11:42')
    expect(sayBrussels('2026-11-27T17:00:00.000Z')).toBe('vendredi 27 novembre 2026, 18:00 CET')
    expect(sayBrussels('2026-08-01T17:00:00.000Z')).toBe('samedi 1er août 2026, 19:00 CEST')
    expect(formatNumber(4200.5)).toBe('4\u00a0200,5')
    expect(document.documentElement.lang).toBe('fr')
    await speak('en')
    expect(i18next.t('cases.count', { count: 2, number: '2' })).toBe('2 cases')
  })

  it('speaks the Portuguese of Portugal: nothing is plural, and the page says so', async () => {
    await speak('pt')
    expect([0, 1, 2].map((count) => i18next.t('cases.count', { count, number: String(count) }))).toEqual([
      '0 casos',
      '1 caso',
      '2 casos',
    ])
    expect(formatPartialDate('2026-05-21')).toBe('21 de maio de 2026')
    expect(document.documentElement.lang).toBe('pt-PT')
    await speak('en')
  })

  it('counts as Slovenian does: one, two, a few, many', async () => {
    await speak('sl')
    expect(
      [0, 1, 2, 3, 5, 101].map((count) => i18next.t('cases.count', { count, number: String(count) })),
    ).toEqual(['0 primerov', '1 primer', '2 primera', '3 primeri', '5 primerov', '101 primer'])
    await speak('en')
  })

  it('counts as Estonian does: one, or the partitive', async () => {
    await speak('et')
    expect([0, 1, 2, 21].map((count) => i18next.t('cases.count', { count, number: String(count) }))).toEqual([
      '0 juhtumit',
      '1 juhtum',
      '2 juhtumit',
      '21 juhtumit',
    ])
    await speak('en')
  })

  it('falls back to English, key by key', async () => {
    i18next.addResourceBundle('xx', 'translation', { 'cases.title': 'Xx' })
    await i18next.changeLanguage('xx')
    expect([i18next.t('cases.title'), i18next.t('cases.new')]).toEqual(['Xx', 'New case'])
    await speak('en')
  })
})
