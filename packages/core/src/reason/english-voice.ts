/** Reasons in English: for the server, the command line, and every page in English. Next door: `say-reason.ts`. */
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { derivedProperty } from '../incident/derived-properties.ts'
import { phraseValue } from '../incident/phrase-value.ts'
import { formatPartialDate } from '../kernel/partial-date.ts'
import type { Property } from '../kernel/vocabulary.ts'
import { ENGLISH } from './english.ts'
import type { ReasonWords } from './reason-words.ts'
import { type ReasonVoice, sayReason } from './say-reason.ts'

export const ENGLISH_VOICE: ReasonVoice = {
  language: 'en',
  sentence: (code) => ENGLISH[code],
  dimension: ({ label }) => label,
  property: (name) => propertyOf(name)?.label ?? spacedOut(name),
  value(name, value) {
    const property = propertyOf(name)
    return property ? phraseValue(property, value) : String(value)
  },
  doctrine: (text) => text,
  date: formatPartialDate,
}

function propertyOf(name: string): Property | undefined {
  return CASE_VOCABULARY.find(name) ?? derivedProperty(name)
}

/** A property that no vocabulary names: `someThing` → `Some thing`. */
function spacedOut(name: string): string {
  const words = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** The English sentence of a reason. */
export function reasonInEnglish(words: ReasonWords): string {
  return sayReason(words, ENGLISH_VOICE)
}
