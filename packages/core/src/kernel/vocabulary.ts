/**
 * The vocabulary: which properties an entity of a kind may have, of which type and unit, and how a value is read.
 *
 * Takes untyped assertions; gives typed ones or a refusal that names the property and the rule. Vocabularies are data
 * (`../incident/case-vocabulary.ts`), so forms, lists, imports and help follow from them.
 */
import { inWords, type RefusalWords, withSeen } from '../refusal/refusal-words.ts'
import { type FormIssue, type FormName, wordsOfIssue } from '../refusal/words-of-issue.ts'
import { z } from 'zod'
import { isCountryCode, isInventedCode, isPlaceCode } from './country-code.ts'
import { isCertainlyBefore, partialDateSchema } from './partial-date.ts'
import type { Assertion } from './statement.ts'
import type { Value } from './value.ts'

export type PropertyType =
  | { readonly type: 'boolean' }
  | {
      readonly type: 'integer' | 'number'
      readonly unit: string
      readonly min?: number
      readonly max?: number
    }
  | { readonly type: 'enum'; readonly values: readonly string[] }
  /** a set of words; order and repetition carry no meaning */
  | { readonly type: 'set'; readonly values?: readonly string[] }
  /** ISO 3166-1 alpha-2 codes; `EU` = Union bodies or unnamed Member States, `*` = worldwide */
  | {
      readonly type: 'countries'
      /** of these countries alone; `EU` and `*` may stand besides */
      readonly among?: readonly string[]
    }
  /** where it has a form, a regular expression for the whole text and what it asks for in words */
  | { readonly type: 'text'; readonly form?: { readonly pattern: string; readonly says: string } }
  | { readonly type: 'date' }
  /** codes of countries, organisations and regions: ISO 3166-1 alpha-2, `EU`, `NATO`, `western-balkans-6` */
  | { readonly type: 'places' }
  /** another record, as `kind:slug`, of one of these kinds */
  | { readonly type: 'reference'; readonly kinds: readonly string[] }
  /** an address on the web or of a mailbox */
  | { readonly type: 'address' }
  /** a small object with named parts */
  | {
      readonly type: 'record'
      readonly shape: z.ZodType<Value>
      readonly key?: (value: Value) => string
      /** the parts that hold the code of a country */
      readonly countries?: readonly string[]
    }

export interface Property {
  readonly name: string
  readonly label: string
  readonly description: string
  readonly group: string
  readonly type: PropertyType
  /** `one`: sources that differ contest each other. `many`: every value stands beside the others, nothing is merged. */
  readonly cardinality: 'one' | 'many'
  /** its value may be another one on another day, so an assertion says from when and until when it held */
  readonly changesWithTime?: boolean
}

export interface Vocabulary {
  readonly kind: string
  readonly label: string
  readonly properties: readonly Property[]
  /** the property of that name, or undefined when the vocabulary has none */
  find(name: string): Property | undefined
}

/** Builds a vocabulary; `families` make properties for names such as `finding.<test>`, or nothing for a name that is none. */
export function defineVocabulary(
  kind: string,
  label: string,
  properties: readonly Property[],
  families: Readonly<Record<string, (name: string) => Property | undefined>> = {},
): Vocabulary {
  const byName = new Map(properties.map((property) => [property.name, property]))
  return {
    kind,
    label,
    properties,
    find(name) {
      const known = byName.get(name)
      if (known) return known
      const dot = name.indexOf('.')
      const family = dot > 0 ? families[name.slice(0, dot)] : undefined
      const made = family?.(name)
      if (made) byName.set(name, made)
      return made
    },
  }
}

const ENTITY = /^[a-z-]+:[\w.-]{1,120}$/

/** A text of a form whose fault can be said in every language. @param expected the same in English, for files of data */
export function formed(
  name: FormName,
  form: RegExp | ((text: string) => boolean),
  expected: string,
): z.ZodType<string> {
  return z.stringFormat(name, form, {
    error: ({ code }) => (code === 'invalid_format' ? expected : undefined),
  })
}

export const countrySchema = formed(
  'country',
  /^([A-Z]{2}|\*)$/,
  'expected an ISO 3166-1 alpha-2 code, EU or *',
)
export const placeSchema = formed(
  'place',
  /^([A-Za-z][A-Za-z0-9-]{1,40}|\*)$/,
  'expected the code of a country, an organisation or a region',
)
export const addressSchema = formed(
  'address',
  /^(https?:\/\/|mailto:)\S+$/,
  'expected an address that begins with https://, http:// or mailto:, without blanks',
)

function schemaOf(type: PropertyType): z.ZodType<Value> {
  switch (type.type) {
    case 'boolean':
      return z.boolean()
    case 'integer':
    case 'number': {
      let schema = type.type === 'integer' ? z.int() : z.number()
      if (type.min !== undefined) schema = schema.min(type.min)
      if (type.max !== undefined) schema = schema.max(type.max)
      return schema
    }
    case 'enum':
      return z.enum(type.values)
    case 'set':
      return z.array(type.values ? z.enum(type.values) : z.string().min(1))
    case 'countries':
      return z.array(countrySchema)
    case 'text':
      return type.form
        ? z.string().regex(new RegExp(`^(?:${type.form.pattern})$`), `expected ${type.form.says}`)
        : z.string().min(1)
    case 'date':
      return partialDateSchema
    case 'places':
      return z.array(placeSchema)
    case 'reference':
      return formed(
        'record',
        (entity) => ENTITY.test(entity) && type.kinds.includes(entity.slice(0, entity.indexOf(':'))),
        `expected a record as kind:slug, of the kind ${type.kinds.join(' or ')}`,
      )
    case 'address':
      return addressSchema
    case 'record':
      return type.shape
  }
}

const schemas = new WeakMap<PropertyType, z.ZodType<Value>>()

/** The schema that checks a value of the property. */
export function valueSchemaOf(property: Property): z.ZodType<Value> {
  let schema = schemas.get(property.type)
  if (!schema) {
    schema = schemaOf(property.type)
    schemas.set(property.type, schema)
  }
  return schema
}

/** A refusal at a border: which property, what was seen, which rule. */
export interface ValueRefusal {
  readonly property: string
  readonly rule: 'VOC-01' | 'VOC-02' | 'VOC-03' | 'VOC-04'
  readonly words: RefusalWords
}

/**
 * Checks one assertion against the vocabulary.
 * @returns null when it fits, else the refusal: VOC-01 unknown property, VOC-02 value does not fit the type,
 *   VOC-04 it names a country that there is not, or one that is not among those asked for
 */
export function checkValue(vocabulary: Vocabulary, property: string, value: unknown): ValueRefusal | null {
  const found = vocabulary.find(property)
  if (!found) return { property, rule: 'VOC-01', words: inWords('no-such-property', { seen: property }) }
  const result = valueSchemaOf(found).safeParse(value)
  if (result.success) {
    const words = countryFault(found.type, result.data)
    return words && { property, rule: 'VOC-04', words: ofProperty(found, words) }
  }
  const [issue] = result.error.issues
  const words = (issue && wordsOfValue(found.type, { ...issue })) ?? inWords('form-wrong-shape')
  return { property, rule: 'VOC-02', words: ofProperty(found, words, issue?.path) }
}

/** What is wrong with a value, by what a schema found; a rule of the schema's own is said in its words. */
function wordsOfValue(type: PropertyType, issue: FormIssue): RefusalWords {
  if (type.type === 'text' && type.form) return inWords('form-as-asked', { name: type.form.says })
  return wordsOfIssue(issue) ?? withSeen(inWords('form-wrong-shape'), { quote: issue.message })
}

/**
 * The words of a fault, with the property whose value it is.
 * @param path the part of the value that is at fault; a place in a list is none
 */
function ofProperty(
  { name, label }: Pick<Property, 'name' | 'label'>,
  words: RefusalWords,
  path: readonly PropertyKey[] = [],
): RefusalWords {
  const part = path.filter((step) => typeof step === 'string').join('.')
  return { ...words, values: { ...words.values, property: { name, label, ...(part && { part }) } } }
}

/** What is wrong with the countries that a value of the type names; null when each may stand where it stands. */
function countryFault(type: PropertyType, value: Value): RefusalWords | null {
  const unknown = unknownCountry(type, value)
  if (unknown !== undefined) return inWords('value-no-country', { seen: unknown })
  if (type.type !== 'countries' || !type.among || !Array.isArray(value)) return null
  const { among: choices } = type
  const other = value.map(String).find((code) => isCountryCode(code) && !choices.includes(code))
  return other === undefined ? null : inWords('value-other-country', { seen: other, choices })
}

/** The first code in a value of the type that may not stand where it stands; undefined when all may. */
function unknownCountry(type: PropertyType, value: Value): string | undefined {
  if (type.type === 'countries') {
    return Array.isArray(value) ? value.map(String).find((code) => !isPlaceCode(code)) : undefined
  }
  if (type.type !== 'record' || typeof value !== 'object' || Array.isArray(value)) return undefined
  return Object.entries(value)
    .flatMap(([part, code]) => (type.countries?.includes(part) && typeof code === 'string' ? [code] : []))
    .find((code) => !isPlaceCode(code) && !isInventedCode(code))
}

/**
 * Checks from when and until when an assertion claims to hold.
 * @returns null when it fits, else VOC-03: the property does not change with time, so nothing would read the dates; or
 *   the last day certainly lies before the first
 */
export function checkInterval(vocabulary: Vocabulary, assertion: Assertion): ValueRefusal | null {
  const { property, validFrom, validTo } = assertion
  if (validFrom === undefined && validTo === undefined) return null
  const found = vocabulary.find(property)
  const refusal = (words: RefusalWords): ValueRefusal => ({
    property,
    rule: 'VOC-03',
    words: ofProperty(found ?? { name: property, label: property }, words),
  })
  if (!found?.changesWithTime) return refusal(inWords('value-holds-at-all-times'))
  return validFrom !== undefined && validTo !== undefined && isCertainlyBefore(validTo, validFrom)
    ? refusal(inWords('value-ends-before-it-starts', { day: validTo, since: validFrom }))
    : null
}

/** A text that is equal for two values exactly when they claim the same. */
export function claimKey(type: PropertyType, value: Value): string {
  if ((type.type === 'set' || type.type === 'countries' || type.type === 'places') && Array.isArray(value)) {
    return JSON.stringify([...new Set(value.map(String))].toSorted())
  }
  if (type.type === 'record' && type.key) return type.key(value)
  return JSON.stringify(value)
}
