/**
 * The words of a kind of record: its values as people read them, from the kind alone.
 *
 * Words of lists by what they say, dates at their own precision, money in its currency, places and other records by name,
 * addresses as links, values with parts part by part. Next door: `places.ts`; `../record/wording.ts` for the shape.
 */
import { isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { formatPartialDate } from '../parts/format-date.ts'
import { moneySchema, vocabularyOf } from '@demarche/core/portfolio/kind-vocabulary.ts'
import { type KindProperty, propertyOf, sayWord } from '@demarche/core/portfolio/record-kind.ts'
import { GOAL_KIND } from '@demarche/core/portfolio/goals/goal.ts'
import type { RecordKind, Value } from '@demarche/core'
import { partnerPath, recordPath } from '../frame/address.ts'
import { formatNumber, words } from '../parts/format-value.ts'
import { semicolon } from '../parts/semicolon.ts'
import { isTextKey, type Say } from '../texts.ts'
import { type Said, type SaidPiece, textOf, type Wording } from '../record/wording.ts'
import type { PlaceName } from './places.ts'
import { nameRule } from './rule-words.ts'

export interface KindWordingParts {
  readonly t: Say
  readonly placeName: PlaceName
  /** names of what records point at; what is not in it is not the reader's to see */
  readonly names?: Readonly<Record<string, string>>
  /** every kind, where what counts for a goal is named by them */
  readonly kinds?: readonly RecordKind[] | undefined
  /** for lists: a value with parts is said without the labels of its parts */
  readonly isBrief?: boolean
}

type Part = NonNullable<KindProperty['parts']>[string]

/** How the records of the kind are put into words. */
export function kindWording(kind: RecordKind, parts: KindWordingParts): Wording {
  const { t } = parts
  const find = (property: string) => propertyOf(kind, property)
  return {
    vocabulary: vocabularyOf(kind),
    label: (property) => find(property)?.label ?? words(property),
    say(property, value) {
      const known = find(property)
      if (!known) return [{ text: plain(t, value) }]
      const isRule = kind.id === GOAL_KIND && property === 'counts'
      return sayValue(known, isRule ? nameRule(value, parts.kinds ?? [], parts.placeName) : value, parts)
    },
    word(property, word, part) {
      const known = find(property)
      if (!known) return words(word)
      return part === undefined ? sayWord(known, word) : (known.parts?.[part]?.values?.[word] ?? word)
    },
    part(property, part) {
      const known = find(property)
      const key = `recordField.${part}`
      return known?.parts?.[part]?.label ?? (known?.type === 'money' && isTextKey(key) ? t(key) : words(part))
    },
    isPlace: (property, part) => find(property)?.parts?.[part]?.type === 'place',
    isLong: (property) => find(property)?.long === true,
  }
}

function sayValue(property: KindProperty, value: Value, parts: KindWordingParts): Said {
  const { t, placeName } = parts
  switch (property.type) {
    case 'places':
      return inRow(listOf(value).map((code): Said => [sayPlace(code, placeName)]))
    case 'set':
      return inRow(listOf(value).map((word): Said => [{ text: sayWord(property, word) }]))
    case 'enum':
      return [{ text: sayWord(property, String(value)) }]
    case 'reference':
      return [sayReference(String(value), parts)]
    case 'money':
      return [{ text: sayMoney(t, value) }]
    case 'parts':
      return sayParts(property.parts ?? {}, value, parts)
    case 'integer':
    case 'number':
      return [{ text: typeof value === 'number' ? sayNumber(value, property.unit) : plain(t, value) }]
    case 'text':
      // a name is a name in every language
      return property.name === 'name' ? [{ text: plain(t, value) }] : saySimple('text', value, parts)
    default:
      return saySimple(property.type, value, parts)
  }
}

function saySimple(
  type: 'text' | 'date' | 'boolean' | 'address',
  value: Value,
  { t }: KindWordingParts,
): Said {
  const text = plain(t, value)
  if (type === 'date' && isPartialDate(text)) return [{ text: formatPartialDate(text) }]
  if (type === 'address') return [sayAddress(text)]
  return [type === 'text' ? { text, asWritten: true } : { text }]
}

function sayParts(shape: Readonly<Record<string, Part>>, value: Value, parts: KindWordingParts): Said {
  const given = typeof value === 'object' && !isList(value) ? Object.entries(value) : []
  const said = Object.entries(shape).flatMap(([name, part]): Said[] => {
    const own = given.find(([one]) => one === name)?.[1]
    return own === undefined
      ? []
      : [
          [
            ...(parts.isBrief ? [] : [{ text: `${part.label}${parts.t('mark.colon')} ` }]),
            ...sayPart(part, own, parts),
          ],
        ]
  })
  return joined(said, ' · ')
}

function sayPart({ type, values = {} }: Part, value: Value, parts: KindWordingParts): Said {
  const text = plain(parts.t, value)
  switch (type) {
    case 'enum':
      return [{ text: values[text] ?? text }]
    case 'place':
      return [sayPlace(text, parts.placeName)]
    case 'integer':
    case 'number':
      return [{ text: typeof value === 'number' ? sayNumber(value) : text }]
    default:
      return saySimple(type, value, parts)
  }
}

/** By name, as the way to its page; the whole world has none. */
function sayPlace(code: string, placeName: PlaceName): SaidPiece {
  return code === '*' ? { text: placeName(code) } : { text: placeName(code), to: partnerPath(code) }
}

/** By name, as a way there; without one the reader sees nothing of it, and it is said as it stands on record. */
function sayReference(entity: string, { names = {} }: KindWordingParts): SaidPiece {
  const name = names[entity]
  return name === undefined ? { text: entity } : { text: name, to: recordPath(entity) }
}

/** @example 'EUR 4 200 000 (90 % of it from the EU, prices of 2020)' */
function sayMoney(t: Say, value: Value): string {
  const money = moneySchema.safeParse(value).data
  if (!money) return plain(t, value)
  const { amount, currency, year, covers } = money
  const more = [covers, year === undefined ? undefined : t('portfolio.pricesOf', { year: String(year) })]
    .filter((part) => part !== undefined)
    .join(', ')
  return `${currency}\u00A0${formatNumber(amount)}${more === '' ? '' : ` (${more})`}`
}

/** A minus sign as it is printed; thousands in groups. */
function sayNumber(value: number, unit?: string): string {
  const number = `${value < 0 ? '\u2212' : ''}${formatNumber(Math.abs(value))}`
  return unit === undefined || unit === '' ? number : `${number}\u00A0${unit}`
}

/** Without what every address has. */
function sayAddress(address: string): SaidPiece {
  return {
    text: address.replace(/^(https?:\/\/(www\.)?|mailto:)/, '').replace(/\/$/, ''),
    href: address,
  }
}

/** Lists are read with commas; with semicolons where a word of the list has a comma itself. */
function inRow(items: readonly Said[]): Said {
  return joined(items, items.some((item) => textOf(item).includes(',')) ? semicolon() : ', ')
}

function joined(items: readonly Said[], between: string): Said {
  return items.flatMap((item, index) => (index === 0 ? item : [{ text: between }, ...item]))
}

function listOf(value: Value): readonly string[] {
  return isList(value) ? value.map(String) : [String(value)]
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

/** What does not fit its property any more, such as after a change of the kind, is shown as it stands. */
function plain(t: Say, value: Value): string {
  if (typeof value === 'boolean') return value ? t('value.yes') : t('value.no')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
