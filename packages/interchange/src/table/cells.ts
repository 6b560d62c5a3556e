/**
 * What a cell of a table says of a property, and a property as the text of a cell: the same text both ways.
 *
 * Several values of one property stand side by side with ` ‖ ` between them; members of a set with `; ` between them. A value
 * with parts is JSON. Money is `EUR 1200000 (2019): what it covers`.
 *
 * Rules: INT-55 to INT-57 in docs/rules/interchange.md. Next door: `read-table.ts`, `write-table.ts`.
 */
import {
  type CountryGroup,
  inWords,
  isPartialDate,
  isPlaceCode,
  type KindProperty,
  moneySchema,
  type RefusalWords,
  resolveGroup,
  resolveName,
  type Value,
} from '@demarche/core'
import { parseJson } from '../json-text.ts'
import { ImportRefusal } from '../refusal.ts'
import type { ColumnMapping } from './mapping.ts'

/** A cell that cannot be read: what was seen and expected, and the rule. */
export class CellFault extends Error {
  readonly rule: string
  /** the word whose meaning a mapping could say */
  readonly word: string | undefined
  /** of it for other languages than English */
  readonly words: RefusalWords
  constructor(message: string, words: RefusalWords, rule = 'INT-55', word?: string) {
    super(message)
    this.words = words
    this.rule = rule
    this.word = word
  }
}

export interface CellContext {
  readonly property: KindProperty
  readonly column: Pick<ColumnMapping, 'dates' | 'words' | 'separator' | 'currency'>
  readonly groups: readonly CountryGroup[]
}

const BETWEEN_VALUES = ' ‖ '
const BETWEEN_MEMBERS = '; '

/** The values that a cell says, in order. @throws CellFault */
export function readCell(text: string, context: CellContext): readonly Value[] {
  return text
    .split(/ ‖ /)
    .map((one) => one.replaceAll('‖‖', '‖').trim())
    .filter((one) => one !== '')
    .map((one) => readValue(one, context))
}

/** The values of a property as one cell; empty for none. */
export function writeCell(values: readonly Value[]): string {
  return values.map((value) => writeValue(value).replaceAll('‖', '‖‖')).join(BETWEEN_VALUES)
}

function writeValue(value: Value): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) {
    const members: readonly Value[] = value
    const words = members.map(String)
    return words.some((word) => /;|^[[\s]|\s$/.test(word))
      ? JSON.stringify(words)
      : words.join(BETWEEN_MEMBERS)
  }
  if (typeof value !== 'object') return String(value)
  const money = moneySchema.safeParse(value)
  if (!money.success) return JSON.stringify(value)
  const { currency, amount, year, covers } = money.data
  return `${currency} ${amount}${year === undefined ? '' : ` (${year})`}${covers === undefined ? '' : `: ${covers}`}`
}

function readValue(text: string, context: CellContext): Value {
  const { property } = context
  switch (property.type) {
    case 'text':
    case 'address':
      return text
    case 'date':
      return readDate(text, context.column.dates)
    case 'boolean':
      return readBoolean(text)
    case 'integer':
    case 'number':
      return readNumber(text)
    case 'enum':
      return wordOf(text, context)
    case 'set':
      return [...new Set(membersIn(text, context).map((word) => wordOf(word, context)))]
    case 'places':
      return [...new Set(membersIn(text, context).map((word) => placeOf(word, context)))]
    case 'reference':
      return readReference(text, property)
    case 'money':
      return readMoney(text, context.column.currency)
    case 'parts':
      return readParts(text)
  }
}

function membersIn(text: string, { column: { separator = ';' } }: CellContext): readonly string[] {
  if (text.startsWith('[')) {
    const list = json(text)
    if (Array.isArray(list)) return list.map(String)
  }
  return text
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

function json(text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    if (error instanceof ImportRefusal) return undefined
    throw error
  }
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
])

function readBoolean(text: string): boolean {
  const value = BOOLEANS.get(text.toLowerCase())
  if (value === undefined)
    throw new CellFault(`"${text}" is neither yes nor no`, inWords('line-no-yes-or-no', { seen: text }))
  return value
}

function readNumber(text: string): number {
  if (!/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text))
    throw new CellFault(
      `"${text}" is no number; expected digits with a point, without separators of thousands`,
      inWords('line-no-number', { seen: text }),
    )
  return Number(text)
}

const ORDERS = {
  dmy: /^(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<year>\d{4})$/,
  mdy: /^(?<month>\d{1,2})[./-](?<day>\d{1,2})[./-](?<year>\d{4})$/,
  ymd: /^(?<year>\d{4})[./](?<month>\d{1,2})[./](?<day>\d{1,2})$/,
}

function readDate(text: string, order: ColumnMapping['dates']): string {
  if (isPartialDate(text)) return text
  const month = /^(?<month>\d{1,2})[./](?<year>\d{4})$/.exec(text)?.groups
  const parts = month ?? (order ? ORDERS[order] : ORDERS.ymd).exec(text)?.groups
  const date = [parts?.['year'], parts?.['month'], parts?.['day']]
    .flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]))
    .join('-')
  if (isPartialDate(date)) return date
  const hint = order
    ? ''
    : '; where a day and a month could be either, the mapping says in which order they stand'
  throw new CellFault(
    `"${text}" is no date; expected YYYY, YYYY-MM or YYYY-MM-DD${hint}`,
    inWords(order ? 'line-no-date' : 'line-date-either-way', { seen: text }),
    'INT-56',
  )
}

/** The word that is meant: as the mapping says, by itself, or by what it says. */
function wordOf(text: string, { property, column }: CellContext): string {
  const mapped = column.words?.[text]
  if (mapped !== undefined) return mapped
  const { values } = property
  if (!values || Object.hasOwn(values, text)) return text
  const key = text.toLowerCase()
  const said = Object.keys(values).find(
    (word) => word.toLowerCase() === key || values[word]?.toLowerCase() === key,
  )
  if (said !== undefined) return said
  const known = Object.keys(values)
  const some = [...known.slice(0, 8), ...(known.length > 8 ? ['…'] : [])]
  throw new CellFault(
    `"${text}" is no word for ${property.label.toLowerCase()}; expected ${some.join(', ')}`,
    inWords('line-not-among', { seen: text, choices: some }),
    'INT-13',
    text,
  )
}

/** A word that can only be a code: parts of small letters or digits with hyphens between them. */
const CODE_OF_A_GROUP = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/

/** The place that is meant, by its code or its name in a language of the desk; what may mean several is refused. */
function placeOf(text: string, { column, groups }: CellContext): string {
  const word = column.words?.[text] ?? text
  if (isPlaceCode(word) || CODE_OF_A_GROUP.test(word)) return word
  const named = resolveName(word)
  if (named.kind === 'one' && named.also.length === 0) return named.code
  const group = resolveGroup(groups, word)
  if (group) return group.id
  const also = named.kind === 'none' ? [] : named.kind === 'one' ? [named.code, ...named.also] : named.codes
  const why = also.length > 0 ? `may mean ${also.join(' or ')}` : 'is the name of no place that is known here'
  throw new CellFault(
    `"${text}" ${why}; expected a name or a code, or a word of the mapping`,
    also.length > 0
      ? inWords('line-several-places', { seen: text, choices: also })
      : inWords('line-no-place', { seen: text }),
    'INT-57',
    text,
  )
}

function readReference(text: string, { to = [] }: KindProperty): string {
  if (text.includes(':')) return text
  const [only, ...others] = to
  if (only !== undefined && others.length === 0 && /^[\w.-]+$/.test(text)) return `${only}:${text}`
  const choices = to.map((kind) => `${kind}:…`)
  throw new CellFault(
    `"${text}" is no record; expected ${choices.join(' or ')}`,
    inWords('line-no-record', { seen: text, choices }),
  )
}

const GROUPED = /^\d{1,3}([ ,'’\u00A0\u202F])\d{3}(\1\d{3})*(\.\d+)?$/

function readMoney(text: string, ofColumn: string | undefined): Value {
  const {
    before,
    amount = '',
    after,
    year,
    covers,
  } = /^(?:(?<before>[A-Z]{3})\s?)?(?<amount>[\d.,'’\s\u00A0\u202F]*\d(?:e[+-]?\d+)?)(?:\s?(?<after>[A-Z]{3}))?(?:\s\((?<year>\d{4})\))?(?::\s(?<covers>.+))?$/s.exec(
    text,
  )?.groups ?? {}
  const currency = before ?? after ?? ofColumn
  const plain = GROUPED.test(amount) ? amount.replaceAll(/[ ,'’\u00A0\u202F]/g, '') : amount
  if (currency === undefined || !/^\d+(\.\d+)?(e[+-]?\d+)?$/.test(plain))
    throw new CellFault(
      `"${text}" is no sum of money; expected EUR 1200000 (2019): what it covers`,
      inWords('line-no-money', { seen: text }),
    )
  return {
    amount: Number(plain),
    currency,
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(covers === undefined ? {} : { covers }),
  }
}

function readParts(text: string): Value {
  const value = json(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return plainValue(value)
  throw new CellFault('expected an object of named parts as JSON', inWords('line-no-parts'))
}

/** What JSON gave as a value; what a value cannot be is left out and refused by the vocabulary. */
function plainValue(object: object): Value {
  return Object.fromEntries(
    Object.entries(object).flatMap(([part, value]: [string, unknown]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[part, value]]
        : [],
    ),
  )
}
