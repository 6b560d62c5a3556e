/** Each reason has its sentence in each language, with the same places to fill: `texts/<code>.json`. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  type Texts,
  translationFaults,
  typographyFaults,
} from '@demarche/testkit/texts/translation-faults.ts'
import { LANGUAGES } from '../kernel/language.ts'
import { ENGLISH } from './english.ts'

const english = Object.fromEntries(Object.entries(ENGLISH).map(([code, text]) => [`reason.${code}`, text]))

describe.each(LANGUAGES.filter((language) => language !== 'en'))('reasons in %s', (language) => {
  const texts: Texts = JSON.parse(readFileSync(new URL(`texts/${language}.json`, import.meta.url), 'utf8'))

  it('have a sentence for each code, and no other', () => {
    expect(translationFaults(english, texts, language, [])).toEqual([])
  })

  it('have the marks and blanks of the language', () => {
    expect(typographyFaults(texts, language)).toEqual([])
  })
})
