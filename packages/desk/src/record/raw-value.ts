/**
 * From what was typed to a value of the vocabulary, and back.
 *
 * A form keeps texts; `readValue` makes the value that `checkValue` of the core then accepts or refuses.
 */
import { checkValue, type PropertyType } from '@demarche/core/kernel/vocabulary.ts'
import type { Value } from '@demarche/core'
import { z } from 'zod'
import { sayRefusal } from '../parts/say-refusal.ts'
import type { Say } from '../texts.ts'
import type { Wording } from './wording.ts'

/** What a form holds for one property: a text, a list of choices, or the parts of a record. */
export const rawSchema = z.union([
  z.string(),
  z.array(z.string()).readonly(),
  z.record(z.string(), z.string()).readonly(),
])
export type Raw = z.infer<typeof rawSchema>

export interface RecordField {
  readonly name: string
  readonly kind: 'text' | 'boolean' | 'number' | 'enum'
  readonly options: readonly string[]
  readonly optional: boolean
  /** the ends of the scale of a number that has one */
  readonly scale?: readonly [min: number, max: number]
}

/** The parts of a record property, in the order of the vocabulary. */
export function recordFields(type: Extract<PropertyType, { type: 'record' }>): readonly RecordField[] {
  const { shape } = type
  if (!(shape instanceof z.ZodObject)) return []
  return Object.entries(shape.shape).map(([name, schema]) => {
    const optional = schema instanceof z.ZodOptional
    const inner: unknown = optional ? schema.unwrap() : schema
    if (inner instanceof z.ZodEnum)
      return { name, kind: 'enum', options: inner.options.map(String), optional }
    if (inner instanceof z.ZodBoolean) return { name, kind: 'boolean', options: [], optional }
    if (inner instanceof z.ZodNumber)
      return { name, kind: 'number', options: [], optional, ...scaleOf(inner) }
    return { name, kind: 'text', options: [], optional }
  })
}

const isOpen = (end: number): boolean => Math.abs(end) >= Number.MAX_SAFE_INTEGER

/** Both ends, where neither is only that of what can be counted. */
function scaleOf({ minValue, maxValue }: z.ZodNumber): Pick<RecordField, 'scale'> {
  return minValue === null || maxValue === null || isOpen(minValue) || isOpen(maxValue)
    ? {}
    : { scale: [minValue, maxValue] }
}

const listOf = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** EU usage to ISO: `EL` is Greece, `UK` the United Kingdom. */
const isoCode = (code: string): string => {
  const upper = code.trim().toUpperCase()
  return upper === 'EL' ? 'GR' : upper === 'UK' ? 'GB' : upper
}

function readPart(
  field: RecordField,
  text: string,
  countries: readonly string[] | undefined,
): Value | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  if (field.kind === 'boolean') return trimmed === 'true'
  if (field.kind === 'number') return Number(trimmed.replace('\u2212', '-'))
  return countries?.includes(field.name) ? isoCode(trimmed) : trimmed
}

/** The value of what was typed; undefined when nothing was. */
export function readValue(type: PropertyType, raw: Raw | undefined): Value | undefined {
  if (raw === undefined) return undefined
  if (type.type === 'record') {
    if (typeof raw === 'string' || isChoices(raw)) return undefined
    const entries = recordFields(type).flatMap((field) => {
      const part = readPart(field, raw[field.name] ?? '', type.countries)
      return part === undefined ? [] : [[field.name, part] as const]
    })
    return entries.length === 0 ? undefined : Object.fromEntries(entries)
  }
  if (isChoices(raw)) return raw.length === 0 ? undefined : raw
  if (typeof raw !== 'string' || raw.trim() === '') return undefined
  const text = raw.trim()
  switch (type.type) {
    case 'boolean':
      return text === 'true'
    case 'integer':
    case 'number':
      return Number(text.replaceAll(/[\s\u00a0]/g, '').replace(',', '.'))
    case 'set':
      return listOf(text)
    default:
      return text
  }
}

function isChoices(raw: Raw): raw is readonly string[] {
  return Array.isArray(raw)
}

/** What a form starts with for a value that is on record. */
export function rawOf(type: PropertyType, value: Value | undefined): Raw {
  const isChosen =
    type.type === 'countries' || type.type === 'places' || (type.type === 'set' && type.values !== undefined)
  if (value === undefined) return type.type === 'record' ? {} : isChosen ? [] : ''
  if (Array.isArray(value)) {
    const list = value.map(String)
    return isChosen ? list : list.join(', ')
  }
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, part]) => (part === undefined ? [] : [[name, String(part)]])),
    )
  }
  return String(value)
}

/** Why the core refuses that value, in a sentence; null when it fits. */
export function faultOf(
  t: Say,
  { vocabulary, part }: Pick<Wording, 'vocabulary' | 'part'>,
  property: string,
  value: Value,
): string | null {
  const words = checkValue(vocabulary, property, value)?.words
  // a refusal that this desk has no sentence for is a refusal still
  return words === undefined ? null : (sayRefusal(t, undefined, words, part) ?? t('fault.value'))
}
