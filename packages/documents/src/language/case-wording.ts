/**
 * Facts and values of a case in the language of a paper: the names of properties, their words, numbers with their units.
 *
 * English is that of core's vocabulary; the other languages have `incident/case-texts/<language>.json`. Unknown and contested
 * are always said in words. What a source wrote stays as it wrote it.
 *
 * Next door: `wording.ts`; core's `incident/phrase-value.ts` says the same on screen and in the shell.
 */
import {
  CASE_VOCABULARY,
  derivedProperty,
  phraseValue,
  type DimensionFinding,
  type Fact,
  type Property,
  type Value,
} from '@demarche/core'
import {
  attributionClaimSchema,
  findingSchema,
  ratingSchema,
  responseSchema,
  targetSchema,
} from '@demarche/core/incident/case-vocabulary.ts'
import { phraseCountry } from '@demarche/core/incident/phrase-value.ts'
import { techniqueNumbers } from '@demarche/core/incident/phrase-word.ts'
import { plainWords } from '../plain-words.ts'
import type { Wording } from './wording.ts'

/** A property of a case, stated or derived. */
export function findProperty(name: string): Property | undefined {
  return CASE_VOCABULARY.find(name) ?? derivedProperty(name)
}

/** What the property is called, without the reader having to know the vocabulary. */
export function sayProperty(wording: Wording, property: string): string {
  const label = findProperty(property)?.label
  return wording.word(`caseLabel.${property}`, label ?? plainWords(property))
}

/** A value of a property of a case in words, with its unit; countries in protocol order. */
export function sayValue(wording: Wording, property: string, value: Value): string {
  const found = findProperty(property)
  if (!found) return String(value)
  const countries = found.type.type === 'countries' || property === 'accusedStates'
  if (countries && Array.isArray(value)) return wording.countries(value.map(String))
  return wording.language === 'en' ? phraseValue(found, value) : sayTyped(wording, found, value)
}

function sayTyped(wording: Wording, property: Property, value: Value): string {
  const { type, name } = property
  if (typeof value === 'boolean') return wording.say(value ? 'paper.yes' : 'paper.no')
  if (typeof value === 'number') return sayNumber(wording, 'unit' in type ? type.unit : '', value)
  if (typeof value === 'string') {
    if (type.type === 'date') return wording.date(value)
    return type.type === 'enum' ? wording.word(`caseWord.${name}.${value}`, value) : value
  }
  if (!Array.isArray(value)) return sayRecord(wording, value)
  if (value.length === 0) return wording.say('paper.none')
  const said = value.map((item: Value) =>
    typeof item === 'string'
      ? type.type === 'countries'
        ? phraseCountry(item)
        : wording.word(`caseWord.${name}.${item}`, item)
      : sayRecord(wording, item),
  )
  const list = said.join(name === 'significantEffectFactorsCoded' ? wording.semicolon : ', ')
  const numbers = techniqueNumbers(name, said)
  return numbers === 0 ? list : wording.say('paper.techniqueNumbers', { list, count: numbers })
}

function sayNumber(wording: Wording, unit: string | undefined, value: number): string {
  // as the acts of the Union do in every language: a thin space between groups, from five digits on
  const number = new Intl.NumberFormat(wording.tag, { maximumFractionDigits: 20, useGrouping: 'min2' })
    .formatToParts(value)
    .map((part) => (part.type === 'group' ? '\u202F' : part.value))
    .join('')
  // counts carry what they count in their label
  if (unit !== 'EUR' && unit !== 'hours' && unit !== 'days') return number
  return `${number}\u00A0${wording.word(`caseUnit.${unit}`, unit, value)}`
}

function sayRecord(wording: Wording, value: Value): string {
  if (typeof value !== 'object') return String(value)
  const target = targetSchema.safeParse(value)
  if (target.success) {
    const { country, sector, entity } = target.data
    return [phraseCountry(country), sector, entity].filter(Boolean).join(', ')
  }
  const claim = attributionClaimSchema.safeParse(value)
  if (claim.success) {
    const { claimant, kind, accused, accusedState, stateDirected, date } = claim.data
    const state = accusedState ? [wording.country(accusedState)] : []
    const directed = accusedState && stateDirected ? [wording.say('paper.stateDirected')] : []
    return [
      labelled(wording, claimant, accused),
      ...state,
      ...directed,
      wording.say(`attributionKind.${kind}`),
      ...(date ? [wording.date(date)] : []),
    ].join(', ')
  }
  const response = responseSchema.safeParse(value)
  if (response.success) {
    const { date, by, instrument } = response.data
    return labelled(wording, wording.date(date), `${instrument} (${by})`)
  }
  const rating = ratingSchema.safeParse(value)
  if (rating.success) return labelled(wording, String(rating.data.level), rating.data.reason)
  const finding = findingSchema.safeParse(value)
  if (finding.success) {
    const { holds, grounds } = finding.data
    return labelled(wording, wording.say(holds ? 'verdict.true' : 'verdict.false'), grounds)
  }
  return Object.values(value)
    .flatMap((part) => (part === undefined ? [] : [String(part)]))
    .join(', ')
}

function labelled({ say }: Wording, label: string, text: string): string {
  return say('paper.labelled', { label, text })
}

/** A fact in words; unknown and contested stay what they are. */
export function sayFact(wording: Wording, property: string, fact: Fact): string {
  switch (fact.state) {
    case 'known':
      return sayValue(wording, property, fact.value)
    case 'contested': {
      const values = fact.alternatives.map(({ value }) => sayValue(wording, property, value))
      return wording.say('paper.contested', { values: wording.list(values, 'or') })
    }
    case 'unknown':
      return wording.say('verdict.unknown')
  }
}

/** The level of one dimension in words. */
export function sayLevel(wording: Wording, level: DimensionFinding['level']): string {
  switch (level.state) {
    case 'known':
      return wording.say('level.known', { level: level.level })
    case 'contested':
      return wording.say('level.contested', { levels: wording.list(level.levels.map(String), 'or') })
    case 'between':
      return level.lower === level.upper
        ? wording.say('level.known', { level: level.lower })
        : wording.say('level.between', { lower: level.lower, upper: level.upper })
    case 'unknown':
      return wording.say('verdict.unknown')
  }
}
