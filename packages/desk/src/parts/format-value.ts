/**
 * Values as people read them: dates at their own precision, numbers with thin groups and unit, countries by EU code.
 *
 * Rests on: Interinstitutional style guide 6.5 (numbers) and 7.1 (countries).
 */
import { euCountryCode } from '@demarche/core/incident/member-states.ts'
import { formatPartialDate, isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import type { Value } from '@demarche/core'
import { isTextKey, type Say } from '../texts.ts'

const COUNTRY_PROPERTIES = new Set(['memberStates', 'country', 'claimantState', 'accusedState'])

/** Records whose parts speak for themselves, in the order in which they are read. */
const PLAIN: Readonly<Record<string, readonly string[]>> = {
  target: ['country', 'sector', 'entity'],
  response: ['date', 'by', 'instrument', 'description'],
  hypothesis: ['id', 'text'],
  evidence: ['id', 'text'],
}

/** Groups thousands by a non-breaking space, decimal point. */
export function formatNumber(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** A word of the vocabulary, readable: `data-theft` → `data theft`. */
export function words(text: string): string {
  return /^[a-z0-9]+(-[a-z0-9]+)+$/.test(text) ? text.replaceAll('-', ' ') : text
}

function formatText(property: string, text: string): string {
  if (COUNTRY_PROPERTIES.has(property)) return text === '*' ? text : euCountryCode(text)
  if (/date$/i.test(property) && isPartialDate(text)) return formatPartialDate(text)
  return words(text)
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

/** One value in words; `property` says how texts are to be read. */
export function formatValue(t: Say, property: string, value: Value, unit?: string): string {
  if (typeof value === 'boolean') return value ? t('value.yes') : t('value.no')
  if (typeof value === 'number') {
    const number = formatNumber(value)
    if (unit === undefined || /^\d/.test(unit))
      return unit ? t('value.ofScale', { number, scale: unit }) : number
    return `${number}\u00a0${unit}`
  }
  if (typeof value === 'string') return formatText(property, value)
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
  if (isList(value)) return value.map((item) => formatValue(t, property, item)).join(', ')
  return Object.entries(value)
    .flatMap(([name, part]) => {
      if (part === undefined) return []
      const key = `recordField.${name}`
      return [`${isTextKey(key) ? t(key) : words(name)}: ${formatValue(t, name, part)}`]
    })
    .join(' · ')
}

/** An instant in Brussels time: `21 May 2026, 11:42`. */
export function formatInstant(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Brussels',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant))
}

/** A date in a table: `21.5.2026`; coarser dates stay in words. */
export function formatTableDate(date: string): string {
  const [year, month, day] = date.split('-')
  return day === undefined ? formatPartialDate(date) : `${Number(day)}.${Number(month)}.${year}`
}
