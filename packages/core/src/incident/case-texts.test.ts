/**
 * The properties of a case have a label, a hint, units and words in each language: `case-texts/<code>.json`. English is that of the
 * vocabulary.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { typographyFaults, type Texts } from '@demarche/testkit/texts/translation-faults.ts'
import { LANGUAGES, tagOf } from '../kernel/language.ts'
import {
  ACH_READINGS,
  ATTRIBUTION_KINDS,
  CASE_VOCABULARY,
  RESPONDERS,
  responseSchema,
  RIGHTS_PROPERTIES,
} from './case-vocabulary.ts'
import { DERIVED_PROPERTIES } from './derived-properties.ts'

/** Words of the parts of a value, by the name of the part. */
const WORDS_OF_PARTS = Object.entries({
  kind: ATTRIBUTION_KINDS,
  bySide: RESPONDERS,
  category: responseSchema.shape.category.unwrap().options,
  reading: ACH_READINGS,
})

describe.each(LANGUAGES.filter((language) => language !== 'en'))('a case in %s', (language) => {
  const texts: Texts = JSON.parse(
    readFileSync(new URL(`case-texts/${language}.json`, import.meta.url), 'utf8'),
  )
  const forms = new Intl.PluralRules(tagOf(language)).resolvedOptions().pluralCategories
  const wanted = new Set([
    ...[...CASE_VOCABULARY.properties, ...DERIVED_PROPERTIES].flatMap(({ name, type, group }) => [
      `caseLabel.${name}`,
      // nobody fills in what is derived
      ...(group === 'derived' ? [] : [`caseHint.${name}`]),
      ...('unit' in type && !/^\d/.test(type.unit)
        ? forms.map((form) => `caseUnit.${type.unit}_${form}`)
        : []),
      ...('values' in type ? (type.values ?? []).map((word) => `caseWord.${name}.${word}`) : []),
    ]),
    ...WORDS_OF_PARTS.flatMap(([part, words]) => words.map((word) => `caseWord.${part}.${word}`)),
    // what a rights check says is filled in on a screen of its own
    ...RIGHTS_PROPERTIES.map((name) => `caseLabel.${name}`),
  ])

  it('has a label, a hint, units and words for each property, and no other text', () => {
    expect([...wanted].filter((key) => !texts[key]?.trim())).toEqual([])
    expect(Object.keys(texts).filter((key) => !wanted.has(key))).toEqual([])
  })

  it('has the marks and blanks of the language', () => {
    expect(typographyFaults(texts, language)).toEqual([])
  })
})
