/**
 * Words of doctrine that are no labels and stand in papers alone: the kinds of law that tests are of. Their English texts are those of the pack, so that what changes there is translated anew.
 */
import { expect, test } from 'vitest'
import { loadDoctrine } from '@demarche/doctrine'
import { kindOf } from '../options-paper/legal-tests.ts'
import { loadTexts } from './load-texts.ts'

const { tests } = loadDoctrine()
const texts = Object.entries(loadTexts('en'))
const under = (prefix: string): readonly string[] =>
  texts.filter(([key, text]) => key === `${prefix}${text}`).map(([, text]) => text)
const sorted = (words: Iterable<string>): readonly string[] => [...new Set(words)].toSorted()

test('every kind of law that a test is of, before its particulars', () => {
  expect(under('test.nature.').toSorted()).toEqual(
    sorted(tests.flatMap(({ nature }) => (nature === undefined ? [] : [kindOf(nature)]))),
  )
})
