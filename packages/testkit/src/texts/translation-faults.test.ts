import { describe, expect, it } from 'vitest'
import { translationFaults, typographyFaults } from './translation-faults.ts'

const ENGLISH = {
  'case.title': 'Case',
  'case.of': '{{name}} of {{date}}',
  'case.count_one': '{{number}} case',
  'case.count_other': '{{number}} cases',
}
const FRENCH = {
  'case.title': 'Dossier',
  'case.of': '{{name}} du {{date}}',
  'case.count_one': 'un dossier',
  'case.count_many': '{{number}} de dossiers',
  'case.count_other': '{{number}} dossiers',
}

describe('a translation', () => {
  it('is whole with each form of the plural, of which that for one may write the number out', () => {
    expect(translationFaults(ENGLISH, FRENCH, 'fr', [])).toEqual([])
  })

  it.each([
    ['missing: case.title', { 'case.title': ' ' }],
    ['superfluous: case.none', { 'case.none': 'aucun' }],
    ['superfluous: case.count_few', { 'case.count_few': '{{number}} dossiers' }],
    ['fills in otherwise: case.of', { 'case.of': '{{name}}' }],
    ['fills in otherwise: case.count_one', { 'case.count_one': '{{count}} dossier' }],
    ['fills in otherwise: case.count_other', { 'case.count_other': 'plusieurs dossiers' }],
    ['still English: case.title', { 'case.title': 'case' }],
    ['still English: case.count_other', { 'case.count_other': '{{number}} case' }],
  ])('is not whole: %s', (fault, change) => {
    const faults = translationFaults(ENGLISH, { ...FRENCH, ...change }, 'fr', [])
    expect(faults).toEqual([expect.stringContaining(fault)])
  })

  it('lacks the form that only Slovenian has', () => {
    const texts = { 'case.count_one': 'x', 'case.count_few': 'x', 'case.count_other': '{{number}} x' }
    const counted = { 'case.count_one': '{{number}} case', 'case.count_other': '{{number}} cases' }
    expect(translationFaults(counted, texts, 'sl', [])).toEqual(['missing: case.count_two'])
  })

  it('may be as the English text is where the word is the same', () => {
    const same = { ...FRENCH, 'case.title': 'Case' }
    expect(translationFaults(ENGLISH, same, 'fr', ['case'])).toEqual([])
  })
})

describe('marks and blanks', () => {
  it.each([
    ['en', 'Said “so”: yes.'],
    ['de', 'So heißt „es“.'],
    ['et', 'Nii „on“ see.'],
    ['fr', 'Dit\u00a0: «\u00a0l’acte\u00a0»\u00a0; oui\u00a0?'],
    ['pl', 'Tak „jest”.'],
    ['pt', 'Disse «sim».'],
    ['sl', 'Tako »je«.'],
  ] as const)('of %s', (language, text) => {
    expect(typographyFaults({ a: text }, language)).toEqual([])
  })

  it.each([
    ['en', 'glued '],
    ['en', 'two  blanks'],
    ['en', 'before , a comma'],
    ['de', 'So heißt "es".'],
    ['de', 'So heißt „es”.'],
    ['et', 'Nii «on» see.'],
    ['fr', 'Dit: oui'],
    ['fr', 'Dit : oui'],
    ['fr', "l'acte"],
    ['fr', 'oui?'],
    ['pl', 'Tak „jest“.'],
    ['pt', 'Disse “sim”.'],
    ['sl', 'Tako „je“.'],
  ] as const)('not of %s: %s', (language, text) => {
    expect(typographyFaults({ a: text }, language)).toHaveLength(1)
  })
})
