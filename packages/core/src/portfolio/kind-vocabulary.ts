/**
 * The vocabulary of a kind of record: what is accepted about it at the border, and how its statements add up to facts.
 *
 * Next door: `record-kind.ts` says what a kind is; `../kernel/vocabulary.ts` what a vocabulary does.
 */
import { z } from 'zod'
import { partialDateSchema } from '../kernel/partial-date.ts'
import type { Value } from '../kernel/value.ts'
import {
  addressSchema,
  defineVocabulary,
  formed,
  placeSchema,
  type Property,
  type PropertyType,
  type Vocabulary,
} from '../kernel/vocabulary.ts'
import type { KindProperty, RecordKind } from './record-kind.ts'

export const moneySchema = z.strictObject({
  amount: z.number().min(0),
  currency: formed('currency', /^[A-Z]{3}$/, 'expected a code of ISO 4217, e.g. EUR'),
  /** of prices, where the source says so */
  year: z.int().min(1950).max(2100).optional(),
  /** what of it the amount is: the whole budget, one donor's share … */
  covers: z.string().min(1).optional(),
})
/** An amount in its currency; never converted, never added to one in another currency. */
export type Money = z.infer<typeof moneySchema>

const vocabularies = new WeakMap<RecordKind, Vocabulary>()

/** The vocabulary of the kind; the same one for the same kind. */
export function vocabularyOf(kind: RecordKind): Vocabulary {
  let vocabulary = vocabularies.get(kind)
  if (!vocabulary) {
    vocabulary = defineVocabulary(kind.id, kind.label, kind.properties.map(property))
    vocabularies.set(kind, vocabulary)
  }
  return vocabulary
}

function property(of: RecordKind['properties'][number]): Property {
  const { name, label, description, group, many, changesWithTime } = of
  return {
    name,
    label,
    description,
    group,
    type: typeOf(of),
    cardinality: many ? 'many' : 'one',
    ...(changesWithTime ? { changesWithTime } : {}),
  }
}

function typeOf({ type, form, values, to = [], unit = '', parts = {} }: KindProperty): PropertyType {
  switch (type) {
    case 'enum':
      return { type, values: Object.keys(values ?? {}) }
    case 'set':
      return values ? { type, values: Object.keys(values) } : { type }
    case 'reference':
      return { type, kinds: to }
    case 'integer':
    case 'number':
      return { type, unit }
    case 'text':
      return form ? { type, form } : { type }
    case 'money':
      return { type: 'record', shape: moneySchema }
    case 'parts':
      return { type: 'record', shape: shapeOf(parts) }
    default:
      return { type }
  }
}

function shapeOf(parts: NonNullable<KindProperty['parts']>): z.ZodType<Value> {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => {
        const schema = partSchema(part)
        return [name, part.optional ? schema.optional() : schema]
      }),
    ),
  )
}

function partSchema({
  type,
  values = {},
  min,
  max,
}: NonNullable<KindProperty['parts']>[string]): z.ZodType<Value> {
  switch (type) {
    case 'text':
      return z.string().min(1)
    case 'date':
      return partialDateSchema
    case 'boolean':
      return z.boolean()
    case 'integer':
      return min === undefined || max === undefined ? z.int() : onScale(min, max)
    case 'number':
      return z.number()
    case 'place':
      return placeSchema
    case 'enum':
      return z.enum(Object.keys(values))
    case 'address':
      return addressSchema
  }
}

function onScale(min: number, max: number): z.ZodType<Value> {
  const error = `expected a whole number from ${min} to ${max}`
  return z.int(error).min(min, error).max(max, error)
}
