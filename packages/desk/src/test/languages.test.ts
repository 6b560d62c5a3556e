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
  ACH_READINGS,
  ATTRIBUTION_KINDS,
  CASE_VOCABULARY,
  RIGHTS_PROPERTIES,
  RESPONDERS,
  responseSchema,
} from '@demarche/core/incident/case-vocabulary.ts'
import { DERIVED_PROPERTIES } from '@demarche/core/incident/derived-properties.ts'
import { firstLanguage, OFFERED_LANGUAGES } from '../languages.ts'
import { formatInstant, formatPartialDate, sayBrussels } from '../parts/format-date.ts'
import { formatNumber } from '../parts/format-value.ts'
import { speak } from '../texts.ts'

type Texts = Readonly<Record<string, string>>

const locales = fileURLToPath(new URL('../locales', import.meta.url))
const read = (file: string): Texts => JSON.parse(readFileSync(`${locales}/${file}`, 'utf8'))
const parts = globSync('en*.json', { cwd: locales }).toSorted()
const caseTexts = fileURLToPath(new URL('../../../core/src/incident/case-texts', import.meta.url))
const readCase = (language: string): Texts =>
  JSON.parse(readFileSync(`${caseTexts}/${language}.json`, 'utf8'))
/** Every text of a language, the properties of a case included. */
function textsOf(language: string): readonly (readonly [key: string, text: string])[] {
  return [
    ...globSync(`${language}*.json`, { cwd: locales }).flatMap((file) => Object.entries(read(file))),
    ...Object.entries(language === 'en' ? {} : readCase(language)),
  ]
}

const PLURAL = /_(one|two|few|many|other)$/

/** Texts that are rightly the same in English and in another language: in all of them, and by language. */
const ALIKE: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('texts-alike.json', import.meta.url), 'utf8'),
)

/** The keys that a language must have for those of English: one for each plural form that it knows. */
function keysFor(english: Texts, language: string): ReadonlyMap<string, readonly string[]> {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  return new Map(
    Object.entries(english).flatMap(([key, text]): readonly (readonly [string, readonly string[]])[] => {
      const base = key.replace(PLURAL, '')
      if (base === key) return [[key, [text]]]
      if (!key.endsWith('_other')) return []
      return forms.map((form) => [`${base}_${form}`, [text, english[`${base}_one`] ?? text]])
    }),
  )
}

function filledIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ''))].toSorted()
}

/** Without what is filled in, in lower case. */
function bare(text: string): string {
  return text
    .replaceAll(/\{\{\w+\}\}/g, '')
    .trim()
    .toLowerCase()
}

const translated = OFFERED_LANGUAGES.filter((language) => language !== 'en')

describe.each(translated)('the desk in %s', (language) => {
  describe.each(parts)('what stands in %s', (file) => {
    const english = read(file)
    const wanted = keysFor(english, language)
    const texts = read(file.replace(/^en/, language))

    it('has every text, and no other', () => {
      expect(
        [...wanted.keys()].filter((key) => !texts[key]?.trim()),
        'missing',
      ).toEqual([])
      expect(
        Object.keys(texts).filter((key) => !wanted.has(key)),
        'superfluous',
      ).toEqual([])
    })

    it('fills in the same', () => {
      const differs = Object.entries(texts).filter(([key, text]) => {
        const [other = '', one = other] = wanted.get(key) ?? []
        const own = filledIn(text)
        // a form for one may write the number out
        return PLURAL.test(key) && !key.endsWith('_other')
          ? own.some((name) => !filledIn(other + one).includes(name))
          : own.join() !== filledIn(other).join()
      })
      expect(differs).toEqual([])
    })

    it('leaves no English behind', () => {
      const alike = new Set([...(ALIKE['all'] ?? []), ...(ALIKE[language] ?? [])])
      const same = Object.entries(texts).filter(
        ([key, text]) =>
          wanted.get(key)?.includes(text) && /\p{L}{2,}/u.test(bare(text)) && !alike.has(bare(text)),
      )
      expect(same.map(([key, text]) => `${key}: ${text}`)).toEqual([])
    })
  })
})

describe.each(translated)('the properties of a case in %s', (language) => {
  const texts = readCase(language)
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const wanted = new Set(
    [...CASE_VOCABULARY.properties, ...DERIVED_PROPERTIES].flatMap(({ name, type, group }) => [
      `caseLabel.${name}`,
      // nobody fills in what is derived
      ...(group === 'derived' ? [] : [`caseHint.${name}`]),
      ...('unit' in type && !/^\d/.test(type.unit)
        ? forms.map((form) => `caseUnit.${type.unit}_${form}`)
        : []),
      ...('values' in type ? (type.values ?? []).map((word) => `caseWord.${name}.${word}`) : []),
    ]),
  )
  for (const [part, words] of Object.entries({
    kind: ATTRIBUTION_KINDS,
    bySide: RESPONDERS,
    category: responseSchema.shape.category.unwrap().options,
    reading: ACH_READINGS,
  }))
    for (const word of words) wanted.add(`caseWord.${part}.${word}`)
  // what a rights check says is filled in on a screen of its own
  for (const name of RIGHTS_PROPERTIES) wanted.add(`caseLabel.${name}`)

  it('have a label, a hint, units and words each, and no other text', () => {
    expect([...wanted].filter((key) => !texts[key]?.trim())).toEqual([])
    expect(Object.keys(texts).filter((key) => !wanted.has(key))).toEqual([])
  })
})

describe.each(OFFERED_LANGUAGES)('no text of %s', (language) => {
  const all = textsOf(language)

  it('is glued to the next: none begins or ends with a blank, but the name of a key', () => {
    expect(
      all.filter(([key, text]) => text !== text.trim() && key !== 'keys.control').map(([key]) => key),
    ).toEqual([])
  })

  it('has two blanks in a row, or a blank before a full stop or comma', () => {
    expect(all.filter(([, text]) => / {2}| [.,](?!\w)/.test(text)).map(([key]) => key)).toEqual([])
  })
})

describe('French', () => {
  const french = textsOf('fr')

  it('keeps ":", ";", "?", "!" and guillemets with their word', () => {
    const apart = /[^\u00a0\u202f][;?!»](?!\w)|[^\u00a0]:(?= )| [:;?!»%]|«[^\u00a0]/u
    expect(french.filter(([, text]) => apart.test(text)).map(([key]) => key)).toEqual([])
  })

  it('writes quotation marks and apostrophes as French does', () => {
    expect(french.filter(([, text]) => /["']/.test(text)).map(([key]) => key)).toEqual([])
  })
})

describe('quotation marks are those of the language', () => {
  it.each([
    ['et', /["'”«»]|„ | “(?!\p{L})/u],
    ['pt', /["'“”]|« | »/],
    ['sl', /["'“”„]|» | «/],
  ])('in %s', (language, foreign) => {
    expect(
      textsOf(language)
        .filter(([, text]) => foreign.test(text))
        .map(([key]) => key),
    ).toEqual([])
  })
})

describe.each([
  { language: 'de', quoted: /„[^„“”"]+“/gu },
  { language: 'pl', quoted: /„[^„“”"]+”/gu },
])('$language', ({ language, quoted }) => {
  it('writes quotation marks and apostrophes as the language does', () => {
    const wrong = textsOf(language).filter(([, text]) => /[„“”"']/u.test(text.replaceAll(quoted, '')))
    expect(wrong.map(([key]) => key)).toEqual([])
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
