import { expect, test } from 'vitest'
import { LANGUAGES } from '@demarche/core/kernel/language.ts'
import { sayValue } from './case-wording.ts'
import { wordingIn } from './wording.ts'

test.each([
  ['en', '1 June 2026', 'June 2026'],
  ['de', '1. Juni 2026', 'Juni 2026'],
  ['et', '1. juuni 2026', 'juuni 2026'],
  ['fr', '1er juin 2026', 'juin 2026'],
  ['pl', '1 czerwca 2026', 'czerwiec 2026'],
  ['pt', '1 de junho de 2026', 'junho de 2026'],
  ['sl', '1. junija 2026', 'junij 2026'],
] as const)('dates in %s are those of acts of the Union', (language, day, month) => {
  const { date } = wordingIn(language)
  expect(date('2026-06-01')).toBe(day)
  expect(date('2026-06')).toBe(month)
  expect(date('2026')).toBe('2026')
})

test('every month of a Slovenian date is in the genitive, and only the first of a French month is an ordinal', () => {
  const months = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'))
  for (const month of months) expect(wordingIn('sl').date(`2026-${month}-11`)).toMatch(/^11\. \p{L}+a 2026$/u)
  expect(wordingIn('fr').date('2026-06-11')).toBe('11 juin 2026')
})

test('numbers are grouped by a thin space, from five digits on', () => {
  for (const language of LANGUAGES) {
    const wording = wordingIn(language)
    expect(sayValue(wording, 'economicLossEur', 12_400_000)).toContain('12\u202F400\u202F000')
    expect(sayValue(wording, 'systemsAffected', 1450)).toBe('1450')
  }
})
