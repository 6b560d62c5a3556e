/**
 * What entries of doctrine say at length is translated in `packages/doctrine/src/labels/at-length/<code>.json`, each text under the
 * English one: a text that is new in doctrine, or changed there, is listed here as missing from every language.
 *
 * Not translated are provisions, sources and their titles, rules, and what no screen or paper shows.
 *
 * Next door: `texts-of-doctrine.test.ts` for labels' shorter company, `languages.test.ts` for everything else a language says.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '@demarche/core/kernel/language.ts'
import { loadDoctrine } from '@demarche/doctrine'
import {
  type Texts,
  translationFaults,
  typographyFaults,
} from '@demarche/testkit/texts/translation-faults.ts'
import { aDossier } from '@demarche/testkit/a-dossier.ts'
import { circulated } from '../../test/circulated-case.ts'
import { CIRCULATED_OUTLINES, circulatedDocument } from '../circulated/index.ts'
import { optionsPaper } from '../options-paper.ts'
import { loadWordsOfDoctrine } from './load-texts.ts'

const labels = fileURLToPath(new URL('../../../doctrine/src/labels', import.meta.url))
const read = (path: string): Texts => JSON.parse(readFileSync(path, 'utf8'))

/** Places whose texts stay in the language in which they are on record, and why. */
const AS_ON_RECORD: readonly (readonly [place: RegExp, why: string])[] = [
  [/\.(source|legalBasis)$|^rightsCheck\.questions\.basis$/, 'sources and provisions'],
  [/\.rule$/, 'rules, and the questions that the law puts to people in them'],
  [/\.(names|aliases)$|^countryGroups\.label$/, 'names, which places have in seven languages'],
  [/^(graph|parties|presidencies|title|version|notes|locations)$/, 'shown by no screen'],
  [/^proportionality\.(steps|ceilings|adjusters|crosswalk)$/, 'shown by no screen'],
  [/^populations\.(?!notes)/, 'shown by no screen: of a table only its notes are'],
  [/^tests\.factors\.(notes|flags)$/, 'shown by no screen'],
  [/^tracks$|^documents\.(marking|audience)$|^countryGroups\.terms$/, 'shown by no screen'],
  [/\.leadTime\.basis$/, 'where a time is from, in the words of its source'],
]
/** Texts of one word in these fields are prose too; elsewhere one word is a name. */
const PROSE = new Set(['description', 'nature', 'notes', 'preconditions', 'lawLeavesOpen'])

function* textsIn(value: unknown, place: readonly string[]): Generator<string> {
  const name = place.join('.')
  if (AS_ON_RECORD.some(([pattern]) => pattern.test(name))) return
  if (typeof value === 'string') {
    if (value.includes(' ') || PROSE.has(place.at(-1) ?? '')) yield value
  } else if (Array.isArray(value)) {
    for (const one of value) yield* textsIn(one, place)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, [...place, key])
  }
}

const short = new Set(Object.values(loadWordsOfDoctrine('en')))
const atLength: Texts = Object.fromEntries(
  [...new Set(textsIn(loadDoctrine(), []))].filter((text) => !short.has(text)).map((text) => [text, text]),
)

describe.each(LANGUAGES.filter((language) => language !== 'en'))('doctrine at length in %s', (language) => {
  it('has every text of its entries, and no other', () => {
    const texts = read(`${labels}/at-length/${language}.json`)
    expect(translationFaults(atLength, texts, language, [])).toEqual([])
    expect(typographyFaults(texts, language)).toEqual([])
  })
})

it('papers say in their language what is translated of an entry', () => {
  const doctrine = loadDoctrine()
  const papers = [
    ...CIRCULATED_OUTLINES.map((id) => circulatedDocument({ ...circulated(id), language: 'fr' }, doctrine)),
    optionsPaper(aDossier(), doctrine, { producedOn: '2026-06-02', language: 'fr' }),
  ]
  const written = JSON.stringify(papers).toLowerCase()
  const translated = Object.entries(read(`${labels}/at-length/fr.json`)).filter(([{ length }]) => length > 60)
  const isSaid = (text: string): boolean => written.includes(JSON.stringify(text).slice(1, -1).toLowerCase())
  expect(translated.filter(([english]) => isSaid(english))).toEqual([])
  expect(translated.filter(([, french]) => isSaid(french)).length).toBeGreaterThan(1)
})

it('a text that doctrine says anew is listed as missing', () => {
  const said = {
    measures: [{ id: 'm', description: 'Nobody has translated this.', legalBasis: 'TEU Art. 29' }],
  }
  expect([...textsIn(said, [])]).toEqual(['Nobody has translated this.'])
})
