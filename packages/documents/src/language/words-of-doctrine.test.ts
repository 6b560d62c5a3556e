/**
 * Words of doctrine that are no labels and stand in papers all the same: the bodies of measures, and what a test says of
 * itself. Their English texts are those of the pack, so that what changes there is translated anew.
 */
import { expect, test } from 'vitest'
import { loadDoctrine } from '@demarche/doctrine'
import { kindOf } from '../options-paper/legal-tests.ts'
import { loadTexts } from './load-texts.ts'

const { measures, roles, tests } = loadDoctrine()
const texts = Object.entries(loadTexts('en'))
const under = (prefix: string): readonly string[] =>
  texts.filter(([key, text]) => key === `${prefix}${text}`).map(([, text]) => text)
const sorted = (words: Iterable<string>): readonly string[] => [...new Set(words)].toSorted()

test('every body that may propose or decide a measure', () => {
  const named = measures.flatMap(({ proposers, deciders }) => [...proposers, ...deciders])
  const others = named.filter((body) => !roles.some(({ id }) => id === body))
  expect(under('namedRole.').toSorted()).toEqual(sorted(others))
})

test('every kind of law that a test is of, before its particulars', () => {
  expect(under('test.nature.').toSorted()).toEqual(
    sorted(tests.flatMap(({ nature }) => (nature === undefined ? [] : [kindOf(nature)]))),
  )
})

test('what a test says when it is met, or not, in words of its own', () => {
  const own = tests.flatMap(({ id, wording = {} }) =>
    Object.entries(wording).map(([verdict, words]) => [`test.own.${id}.${verdict}`, words]),
  )
  expect(texts.filter(([key]) => key.startsWith('test.own.')).toSorted()).toEqual(own.toSorted())
})
