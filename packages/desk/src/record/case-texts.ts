/**
 * What the properties of a case are called, and what their words say, in the language of the desk.
 *
 * English is that of the vocabulary (core); other languages have `caseLabel.<property>`, `caseHint.<property>`,
 * `caseUnit.<unit>` and `caseWord.<property>.<word>` in core's
 * `incident/case-texts/<code>.json`, which papers read too. What is not there stays English.
 */
import { CASE_VOCABULARY } from '@demarche/core/incident/case-vocabulary.ts'
import { derivedProperty } from '@demarche/core/incident/derived-properties.ts'
import { phraseWord } from '@demarche/core/incident/phrase-word.ts'
import type { Property, Vocabulary } from '@demarche/core/kernel/vocabulary.ts'
import i18next from 'i18next'

function translated(key: string, count?: number): string | undefined {
  const options = count === undefined ? {} : { count }
  return i18next.exists(key, options) ? i18next.t(key, options) : undefined
}

/** What the property is called; undefined when a case has no such property. */
export function caseLabel(property: string): string | undefined {
  return (
    translated(`caseLabel.${property}`) ??
    CASE_VOCABULARY.find(property)?.label ??
    derivedProperty(property)?.label
  )
}

/** The property as a form shows it. */
export function inWordsOfDesk(property: Property): Property {
  return {
    ...property,
    label: translated(`caseLabel.${property.name}`) ?? property.label,
    description: translated(`caseHint.${property.name}`) ?? property.description,
  }
}

/** The vocabulary of a case as forms show it. */
export const SPOKEN_VOCABULARY: Vocabulary = {
  ...CASE_VOCABULARY,
  find(name) {
    const property = CASE_VOCABULARY.find(name)
    return property && inWordsOfDesk(property)
  },
}

/** A word of a property, or of a part of one. */
export function caseWord(property: string, word: string): string {
  return translated(`caseWord.${property}.${word}`) ?? phraseWord(property, word)
}

/** The unit as it stands after that many; undefined where English says it. */
export function caseUnit(unit: string, count: number): string | undefined {
  return translated(`caseUnit.${unit}`, count)
}
