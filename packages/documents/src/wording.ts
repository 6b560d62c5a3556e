/**
 * The words of the paper for verdicts, levels, gradings and values.
 *
 * Takes values of the dossier; gives plain English. Unknown and contested are always said in words, and a test that
 * the law leaves to weighing is never said to be met: what the desk has there is a suggested finding.
 *
 * Rests on: Interinstitutional style guide (dates, numbers, country codes); the Admiralty code.
 * Next door: `options-paper/labels.ts` names roles, rules and documents; core's `drafting/` says proofs.
 */
import { plainWords } from './plain-words.ts'
import {
  CASE_VOCABULARY,
  inOrderOfNames,
  MEMBER_STATES,
  derivedProperty,
  euCountryCode,
  phraseValue,
  printedNameOf,
  type Authority,
  type AttributionNeed,
  type Availability,
  type Category,
  type Citation,
  type DimensionFinding,
  type Fact,
  type Grading,
  type Property,
  type Suggestion,
  type Value,
  type Verdict,
} from '@demarche/core'

export const AUTHORITY_WORDS: Readonly<Record<Authority, string>> = {
  'binding-law': 'binding law',
  'agreed-guidance': 'agreed guidance',
  'our-judgement': "this desk's judgement",
}

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  true: 'holds',
  false: 'does not hold',
  unknown: 'unknown',
  contested: 'contested',
}

export const SUGGESTION_WORDS: Readonly<Record<Suggestion, string>> = {
  'likely-met': 'the factors point towards it',
  arguable: 'arguable',
  weak: 'weak',
  'insufficient-information': 'too little is known to suggest one',
}

export const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  preventive: 'Preventive measures',
  cooperative: 'Cooperative measures',
  stability: 'Stability measures',
  restrictive: 'Restrictive measures',
  'lawful-response-support': "Support to Member States' lawful responses",
}

export const AVAILABILITY_WORDS: Readonly<Record<Availability, string>> = {
  available: 'open on the known facts',
  'not-available': 'not open on the known facts',
  'turns-on': 'turns on points that are still open',
}

export const ATTRIBUTION_WORDS: Readonly<Record<AttributionNeed, string>> = {
  none: 'none',
  technical: 'technical',
  political: 'political',
  legal: 'legal',
}

const RELIABILITY: Readonly<Record<Grading['reliability'], string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability not judged',
}
const CREDIBILITY: Readonly<Record<Grading['credibility'], string>> = {
  '1': 'confirmed',
  '2': 'probably true',
  '3': 'possibly true',
  '4': 'doubtful',
  '5': 'improbable',
  '6': 'truth not judged',
}

/** @example sayGrading({ reliability: 'B', credibility: '2' }) // 'B2 (usually reliable, probably true)' */
export function sayGrading({ reliability, credibility }: Grading): string {
  return `${reliability}${credibility} (${RELIABILITY[reliability]}, ${CREDIBILITY[credibility]})`
}

/** The provision in one line, without its address. @example 'Regulation (EU) 2019/796, Article 2(a)' */
export function sayCitation(citation: Citation): string {
  return `${citation.document}, ${citation.locator}`
}

/** Country names with the codes of EU usage: Member States in protocol order, then the others by the alphabet. */
export function sayCountries(codes: readonly string[]): string {
  return inOrderOfNames(codes, 'en')
    .toSorted((a, b) => protocolRank(a) - protocolRank(b))
    .map(sayCountry)
    .join(', ')
}

function protocolRank(code: string): number {
  const rank = MEMBER_STATES.indexOf(code)
  return rank === -1 ? MEMBER_STATES.length : rank
}

/**
 * Member States with the code of EU usage, other countries by name alone, with the sign of their note on status.
 * @example sayCountry('GR') // 'Greece (EL)'
 */
export function sayCountry(code: string): string {
  const name = printedNameOf(code, 'en')
  return MEMBER_STATES.includes(code) ? `${name} (${euCountryCode(code)})` : name
}

/** "one", "one and two", "one, two and three"; what is named twice is said once. */
export function sayList(words: readonly string[], last = 'and'): string {
  const said = [...new Set(words)]
  if (said.length < 2) return said.join('')
  return `${said.slice(0, -1).join(', ')} ${last} ${said.at(-1)}`
}

const COUNTS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A count in a sentence: words up to ten, then figures. */
export function sayCount(count: number): string {
  return COUNTS[count] ?? String(count)
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

/** The property's own label, without the reader having to know the vocabulary. */
export function sayProperty(property: string): string {
  return findProperty(property)?.label ?? plainWords(property)
}

/** A property of a case, stated or derived. */
export function findProperty(name: string): Property | undefined {
  return CASE_VOCABULARY.find(name) ?? derivedProperty(name)
}

/** A value of a property of a case in words, with its unit; countries in protocol order. */
export function sayValue(property: string, value: Value): string {
  const found = findProperty(property)
  if (!found) return String(value)
  const countries = found.type.type === 'countries' || property === 'accusedStates'
  if (countries && Array.isArray(value)) return sayCountries(value.map(String))
  return phraseValue(found, value)
}

/** A fact in words; unknown and contested stay what they are. */
export function sayFact(property: string, fact: Fact): string {
  switch (fact.state) {
    case 'known':
      return sayValue(property, fact.value)
    case 'contested':
      return `contested: ${sayList(
        fact.alternatives.map(({ value }) => sayValue(property, value)),
        'or',
      )}`
    case 'unknown':
      return 'unknown'
  }
}

/** The level of one dimension in words. */
export function sayLevel(level: DimensionFinding['level']): string {
  switch (level.state) {
    case 'known':
      return `${level.level} of 5`
    case 'contested':
      return `contested: ${sayList(level.levels.map(String), 'or')} of 5`
    case 'between':
      return level.lower === level.upper
        ? `${level.lower} of 5`
        : `between ${level.lower} and ${level.upper} of 5`
    case 'unknown':
      return 'unknown'
  }
}
