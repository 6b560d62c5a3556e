/**
 * Facts and values in plain English, as they stand on a page or are read aloud in a meeting.
 *
 * Takes a property and a value; gives words: `EL` for Greece, `3 March 2026`, `EUR 400 000 000`, yes and no.
 * No precision is invented: numbers are printed as stated, dates at their own precision.
 *
 * Rests on: EU Interinstitutional style guide (country codes 7.1.1, dates, thousands set apart by a thin space).
 * Next door: `../drafting/phrase-fact.ts` and `phrase-proof.ts` say whole facts and proofs.
 */
import {
  attributionClaimSchema,
  findingSchema,
  ratingSchema,
  responseSchema,
  targetSchema,
} from './case-vocabulary.ts'
import { euCountryCode } from '../kernel/country-code.ts'
import { joinWords, phraseWord } from './phrase-word.ts'
import type { Fact } from '../kernel/fact.ts'
import { formatPartialDate } from '../kernel/partial-date.ts'
import type { Value } from '../kernel/value.ts'
import type { Property } from '../kernel/vocabulary.ts'

/** U+202F: keeps the groups of a number together and narrow. */
const THIN_SPACE = '\u202F'
/** U+00A0 between a currency or a number and its unit. */
const NO_BREAK_SPACE = '\u00A0'

/** A number with thin grouping from five digits on (four stay together, as in dates). */
export function phraseNumber(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  if (whole.includes('e')) return String(value)
  const digits = whole.replace('-', '')
  const grouped = digits.length > 4 ? digits.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE) : digits
  return `${whole.startsWith('-') ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

/** A country code as EU texts write it; `*` is worldwide. */
export function phraseCountry(code: string): string {
  return code === '*' ? 'worldwide' : euCountryCode(code)
}

/** The value of a property in words, with its unit. */
export function phraseValue(property: Property, value: Value): string {
  const { type } = property
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') {
    const unit = 'unit' in type ? type.unit : ''
    if (unit === 'EUR') return `EUR${NO_BREAK_SPACE}${phraseNumber(value)}`
    // counts carry what they count in their label
    return unit === 'hours' || unit === 'days'
      ? `${phraseNumber(value)}${NO_BREAK_SPACE}${unit}`
      : phraseNumber(value)
  }
  if (typeof value === 'string') {
    return type.type === 'date'
      ? formatPartialDate(value)
      : type.type === 'enum'
        ? phraseWord(property.name, value)
        : value
  }
  if (Array.isArray(value)) return phraseList(property, value)
  return phraseRecord(value)
}

/** What is known of a property: the value, `not known`, or both sides of a disagreement. */
export function phraseFact(property: Property, fact: Fact): string {
  switch (fact.state) {
    case 'known':
      return phraseValue(property, fact.value)
    case 'contested':
      return `sources differ: ${fact.alternatives.map(({ value }) => phraseValue(property, value)).join(' or ')}`
    case 'unknown':
      return 'not known'
  }
}

function phraseList({ name, type }: Property, list: readonly Value[]): string {
  if (list.length === 0) return 'none'
  const said = list.map((item) =>
    typeof item !== 'string'
      ? phraseRecordOrText(item)
      : type.type === 'countries'
        ? phraseCountry(item)
        : phraseWord(name, item),
  )
  return joinWords(name, said)
}

function phraseRecordOrText(item: Value): string {
  return typeof item === 'object' && !Array.isArray(item) ? phraseRecord(item) : String(item)
}

function phraseRecord(value: Value): string {
  const target = targetSchema.safeParse(value)
  if (target.success) {
    const { country, sector, entity } = target.data
    return [phraseCountry(country), sector, entity].filter(Boolean).join(', ')
  }
  const claim = attributionClaimSchema.safeParse(value)
  if (claim.success) {
    const { claimant, kind, accused, accusedState, stateDirected, date } = claim.data
    const state = accusedState
      ? ` (${phraseCountry(accusedState)}${stateDirected ? ', State-directed' : ''})`
      : ''
    return `${claimant}: ${accused}${state}, ${kind} attribution${date ? `, ${formatPartialDate(date)}` : ''}`
  }
  const response = responseSchema.safeParse(value)
  if (response.success) {
    const { date, by, instrument } = response.data
    return `${formatPartialDate(date)}: ${instrument} (${by})`
  }
  const rating = ratingSchema.safeParse(value)
  if (rating.success) return `${rating.data.level}: ${rating.data.reason}`
  const finding = findingSchema.safeParse(value)
  if (finding.success) return `${finding.data.holds ? 'holds' : 'does not hold'}: ${finding.data.grounds}`
  return Object.values(value)
    .flatMap((part) => (part === undefined ? [] : [String(part)]))
    .join(', ')
}
