/**
 * Values as people read them: dates at their own precision, numbers with thin groups and unit, countries by EU code.
 *
 * Rests on: Interinstitutional style guide 6.5 (numbers) and 7.1 (countries).
 */
import { OWN_READING } from '@demarche/core/incident/case-vocabulary.ts'
import { MEMBER_STATES } from '@demarche/core/incident/member-states.ts'
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { techniqueNumbers } from '@demarche/core/incident/phrase-word.ts'
import { placeInFile } from '@demarche/core/drafting/phrase-place.ts'
import { isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { formatPartialDate } from './format-date.ts'
import type { Value } from '@demarche/core'
import { deskLanguage } from './place-name.ts'
import { semicolon } from './semicolon.ts'
import { caseUnit, caseWord } from '../record/case-texts.ts'
import { isTextKey, type Say } from '../texts.ts'

const COUNTRY_PROPERTIES = new Set(['memberStates', 'country', 'claimantState', 'accusedState'])

/** Records whose parts speak for themselves, in the order in which they are read. */
const PLAIN: Readonly<Record<string, readonly string[]>> = {
  target: ['country', 'sector', 'entity'],
  response: ['date', 'by', 'instrument', 'description'],
  hypothesis: ['id', 'text'],
  evidence: ['id', 'text'],
}

/** Groups thousands by a non-breaking space; a decimal point in English, a comma in the other languages (ISG 6.5). */
export function formatNumber(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0')
  return fraction === undefined ? grouped : `${grouped}${deskLanguage() === 'en' ? '.' : ','}${fraction}`
}

/** A share that is said in words by core (`97.87 % ± 0.01`), with the decimal mark of the language of the desk. */
export function inDeskDecimals(said: string): string {
  return deskLanguage() === 'en' ? said : said.replace(/(\d)\.(\d)/g, '$1,$2')
}

/** A word of the vocabulary, readable: `data-theft` → `data theft`. */
export function words(text: string): string {
  return /^[a-z0-9]+(-[a-z0-9]+)+$/.test(text) ? text.replaceAll('-', ' ') : text
}

function formatText(t: Say, property: string, text: string): string {
  // a reading of the desk's own coders is nobody's claim
  if (property === 'claimedBy' && text === OWN_READING) return t('value.ownReading')
  if (COUNTRY_PROPERTIES.has(property)) return text === '*' ? text : euCountryCode(text)
  if (/date$/i.test(property) && isPartialDate(text)) return formatPartialDate(text)
  return caseWord(property, text)
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

/** `sectors` of one is a `sector`; what is no plural (`EUR`) stays. */
function one(unit: string): string {
  return unit.replace(/ies$/, 'y').replace(/s$/, '')
}

/** One value in words; `property` says how texts are to be read. */
export function formatValue(t: Say, property: string, value: Value, unit?: string): string {
  if (typeof value === 'boolean') return value ? t('value.yes') : t('value.no')
  if (typeof value === 'number') {
    const number = formatNumber(value)
    if (unit === undefined || /^\d/.test(unit))
      return unit ? t('value.ofScale', { number, scale: unit }) : number
    return `${number}\u00a0${caseUnit(unit, value) ?? (value === 1 ? one(unit) : unit)}`
  }
  if (typeof value === 'string') return formatText(t, property, value)
  const plain = PLAIN[property]
  if (plain && !isList(value)) {
    const named = Object.entries(value)
    return plain
      .flatMap((name) => {
        const part = named.find(([key]) => key === name)?.[1]
        return part === undefined ? [] : [formatValue(t, name, part)]
      })
      .join(' · ')
  }
  if (isList(value)) {
    const said = value.map((item) => formatValue(t, property, item))
    const list = said.join(property === 'significantEffectFactorsCoded' ? semicolon() : ', ')
    const numbers = techniqueNumbers(property, said)
    return numbers === 0 ? list : t('value.techniqueNumbers', { list, count: numbers })
  }
  return Object.entries(value)
    .flatMap(([name, part]) => {
      if (part === undefined) return []
      const key = `recordField.${name}`
      return [`${isTextKey(key) ? t(key) : words(name)}${t('mark.colon')} ${formatValue(t, name, part)}`]
    })
    .join(' · ')
}

/** The place in protocol order; what is no Member State comes after all that are. */
function protocolRank(code: string): number {
  const place = MEMBER_STATES.indexOf(code)
  return place === -1 ? MEMBER_STATES.length : place
}

/** Codes of EU usage, Member States first in protocol order, the others after them by code. */
export function countryCodes(codes: readonly string[]): string {
  return codes
    .toSorted((a, b) => protocolRank(a) - protocolRank(b) || (a < b ? -1 : 1))
    .map(euCountryCode)
    .join(' ')
}

/** Where in its source a statement stands; a pointer into a data file is said in words. */
export function formatPlace(t: Say, locator: string): string {
  const place = placeInFile(locator)
  if (!place) return locator
  const parts = place.parts.map((part) =>
    typeof part === 'number' ? t('place.entry', { number: part }) : part,
  )
  const [type = '', ...rest] = parts
  return place.kind === 'case-file'
    ? [t('place.caseFile'), ...parts].join(', ')
    : [t('place.stixObject', { type }), ...rest].join(', ')
}

export { formatInstant } from './format-date.ts'
