/**
 * What a paper says alike in every language: numbers of sections, citations, how a sentence opens and ends.
 *
 * Next door: `language/wording.ts` for everything that differs from language to language.
 */
import {
  type Authority,
  type AttributionNeed,
  type Availability,
  type Category,
  type Citation,
  type DimensionFinding,
  type Fact,
  type Grading,
  type Suggestion,
  type Value,
  type Verdict,
} from '@demarche/core'
import * as inCase from './language/case-wording.ts'
import type { TextKey } from './language/load-texts.ts'
import { wordingIn } from './language/wording.ts'

/** The provision in one line, without its address. @example 'Regulation (EU) 2019/796, Article 2(a)' */
export function sayCitation(citation: Citation): string {
  return `${citation.document}, ${citation.locator}`
}

/** The number of a section. @example roman(4) // 'IV' */
export function roman(number: number): string {
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
  return 'X'.repeat(Math.floor(number / 10)) + (ones[number % 10] ?? '')
}

/** The first letter in upper case; for text that opens a sentence or a heading. */
export function opening(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** The text with a full stop, unless it ends a sentence already. */
export function sentence(text: string): string {
  const trimmed = opening(text.trim())
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`
}

// TO GO: English alone, until every paper speaks through its own wording
const EN = wordingIn('en')
function words<K extends string>(prefix: string, keys: readonly K[]): Readonly<Record<K, string>> {
  return Object.fromEntries(keys.map((key) => [key, EN.say(`${prefix}.${key}` as TextKey)])) as Record<
    K,
    string
  >
}
export const AUTHORITY_WORDS = words<Authority>('authority', [
  'binding-law',
  'agreed-guidance',
  'our-judgement',
])
export const VERDICT_WORDS = words<Verdict>('verdict', ['true', 'false', 'unknown', 'contested'])
export const SUGGESTION_WORDS = words<Suggestion>('suggestion', [
  'likely-met',
  'arguable',
  'weak',
  'insufficient-information',
])
export const CATEGORY_WORDS = words<Category>('category', [
  'preventive',
  'cooperative',
  'stability',
  'restrictive',
  'lawful-response-support',
])
export const AVAILABILITY_WORDS = words<Availability>('availability', [
  'available',
  'not-available',
  'turns-on',
])
export const ATTRIBUTION_WORDS = words<AttributionNeed>('attributionNeed', [
  'none',
  'technical',
  'political',
  'legal',
])
export const sayGrading = (grading: Grading): string => EN.grading(grading)
export const sayCountries = (codes: readonly string[]): string => EN.countries(codes)
export const sayCountry = (code: string): string => EN.country(code)
export const sayList = (said: readonly string[], last: 'and' | 'or' = 'and'): string => EN.list(said, last)
export const sayCount = (count: number): string => EN.count(count)
export const { findProperty } = inCase
export const sayProperty = (property: string): string => inCase.sayProperty(EN, property)
export const sayValue = (property: string, value: Value): string => inCase.sayValue(EN, property, value)
export const sayFact = (property: string, fact: Fact): string => inCase.sayFact(EN, property, fact)
export const sayLevel = (level: DimensionFinding['level']): string => inCase.sayLevel(EN, level)
