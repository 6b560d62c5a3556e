/**
 * A paper can be written in every language of the desk: each has every text, in all plural forms of the language, with the same
 * places to fill.
 *
 * What is missing is listed by key: add it to the file of the same part, `locales/<code>.<part>.json`.
 */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '@demarche/core/kernel/language.ts'
import type { Doctrine } from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import {
  type Texts,
  translationFaults,
  typographyFaults,
} from '@demarche/testkit/texts/translation-faults.ts'

type RightsCheckDoctrine = NonNullable<Doctrine['rightsCheck']>

const locales = fileURLToPath(new URL('../locales', import.meta.url))
const labels = fileURLToPath(new URL('../../../doctrine/src/labels', import.meta.url))
const read = (path: string): Texts => JSON.parse(readFileSync(path, 'utf8'))
const parts: readonly (readonly [name: string, fileOf: (language: string) => string])[] = [
  ...globSync('en.*.json', { cwd: locales })
    .toSorted()
    .map((file) => [file, (language: string) => `${locales}/${file.replace(/^en/, language)}`] as const),
  ['labels of doctrine', (language) => `${labels}/${language}.json`],
  ['texts of doctrine', (language) => `${labels}/${language}.texts.json`],
]

/** Texts that are rightly the same in English and in another language: in all of them, and by language. */
const ALIKE: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('texts-alike.json', import.meta.url), 'utf8'),
)

describe.each(LANGUAGES)('papers in %s', (language) => {
  it.each(parts)('have every text of %s, and no other', (_, fileOf) => {
    const texts = read(fileOf(language))
    const alike = [...(ALIKE['all'] ?? []), ...(ALIKE[language] ?? [])]
    if (language !== 'en') expect(translationFaults(read(fileOf('en')), texts, language, alike)).toEqual([])
    expect(typographyFaults(texts, language)).toEqual([])
  })
})

/** The questions of the rights check are this desk's own, and so are the steps of severity. */
function rightsCheckTexts(check: RightsCheckDoctrine | undefined): readonly (readonly [string, string])[] {
  if (!check) return []
  const { questions, rights, severity } = check
  const scales = { ...severity.dimensions, likelihood: severity.likelihood }
  return [
    ...questions.flatMap(({ id, label, question }) => [
      [`rightsQuestions.${id}`, label] as const,
      [`rightsQuestions.${id}.question`, question] as const,
    ]),
    ...rights.map(({ id, label }) => [`rights.${id}`, label] as const),
    ['severity', severity.label],
    ...Object.entries(scales).flatMap(([name, { label, question, levels }]) => [
      // scale and scope are called as the dimensions of an assessment are
      ...(name === 'scale' || name === 'scope' ? [] : [[`severity.${name}`, label] as const]),
      [`severity.${name}.question`, question] as const,
      ...levels.map((words, index) => [`severity.${name}.${index + 1}`, words] as const),
    ]),
  ]
}

it('the English labels are those of the doctrine, so that a label that changes is translated anew', () => {
  const doctrine = loadDoctrine()
  const onRecord = [
    ...(['states', 'transitions'] as const).flatMap((list) =>
      doctrine.graph[list].map(({ id, label }) => [`${list}.${id}`, label] as const),
    ),
    ...doctrine.graph.verbs.map(({ id, label }) => [`verbs.${id}`, label] as const),
    ...(
      ['measures', 'norms', 'packages', 'roles', 'scales', 'tests', 'tracks', 'votingRules'] as const
    ).flatMap((list) => doctrine[list].map(({ id, label }) => [`${list}.${id}`, label] as const)),
    ...rightsCheckTexts(doctrine.rightsCheck),
    // countries have their names from the table of places
    ...(doctrine.parties ?? []).flatMap(({ id, code, label }) =>
      /^[A-Z]{2}$/.test(code) ? [] : [[`parties.${id}`, label] as const],
    ),
    ...doctrine.documents.flatMap(({ id, label, sections }) => [
      [`documents.${id}`, label] as const,
      ...sections.map((section) => [`documents.${id}.${section.id}`, section.label] as const),
    ]),
  ]
  const english = `${labels}/en.json`
  expect(Object.entries(read(english)).toSorted()).toEqual(onRecord.toSorted())
})

/** Labels and texts of doctrine in a language. */
const wordsOfDoctrine = (language: string): Texts => ({
  ...read(`${labels}/${language}.json`),
  ...read(`${labels}/${language}.texts.json`),
})

it.each(LANGUAGES.filter((language) => language !== 'en'))(
  'what is alike in doctrine is alike in %s: an answer carries a label or a text and not where it comes from',
  (language) => {
    const texts = wordsOfDoctrine(language)
    const said = Map.groupBy(Object.entries(wordsOfDoctrine('en')), ([, label]) => label)
    const differing = [...said].filter(([, keys]) => new Set(keys.map(([key]) => texts[key])).size > 1)
    expect(differing).toEqual([])
  },
)
