/**
 * The vocabulary: which properties an entity of a kind may have, of which type and unit, and how a value is read.
 *
 * Takes untyped assertions; gives typed ones or a refusal that names the property and the rule. Vocabularies are data
 * (`../incident/case-vocabulary.ts`), so forms, lists, imports and help follow from them.
 */
import { inWords, type RefusalWords } from '../refusal/refusal-words.ts'
import { wordsOfIssue } from '../refusal/words-of-issue.ts'
import { z } from 'zod'
import { isCountryCode, isInventedCode, isPlaceCode } from './country-code.ts'
import { isCertainlyBefore, partialDateSchema } from './partial-date.ts'
import type { Assertion } from './statement.ts'
import type { Value } from './value.ts'
import { withArticle } from './with-article.ts'

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
      readonly among?: { readonly codes: readonly string[]; readonly inWords: string }
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

const COUNTRY = /^([A-Z]{2}|\*)$/
const PLACE = /^([A-Za-z][A-Za-z0-9-]{1,40}|\*)$/
const ENTITY = /^[a-z-]+:[\w.-]{1,120}$/
const ADDRESS = /^(https?:\/\/|mailto:)\S+$/

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
      return z.array(z.string().regex(COUNTRY, 'expected ISO 3166-1 alpha-2 codes, EU or *'))
    case 'text':
      return type.form
        ? z.string().regex(new RegExp(`^(?:${type.form.pattern})$`), `expected ${type.form.says}`)
        : z.string().min(1)
    case 'date':
      return partialDateSchema
    case 'places':
      return z.array(z.string().regex(PLACE, 'expected codes of countries, organisations or regions'))
    case 'reference':
      return z
        .string()
        .regex(ENTITY, 'expected a record as kind:slug')
        .refine((entity) => type.kinds.includes(entity.slice(0, entity.indexOf(':'))), {
          error: `expected a record of the kind ${type.kinds.join(' or ')}`,
        })
    case 'address':
      return z
        .string()
        .regex(ADDRESS, 'expected an address that begins with https://, http:// or mailto:, without blanks')
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
  readonly message: string
  /** absent where only a program can bring it about */
  readonly words?: RefusalWords
}

/**
 * Checks one assertion against the vocabulary.
 * @returns null when it fits, else the refusal: VOC-01 unknown property, VOC-02 value does not fit the type,
 *   VOC-04 it names a country that there is not, or one that is not among those asked for
 */
export function checkValue(vocabulary: Vocabulary, property: string, value: unknown): ValueRefusal | null {
  const found = vocabulary.find(property)
  if (!found) {
    return {
      property,
      rule: 'VOC-01',
      message: `${withArticle(vocabulary.label)} has no property "${property}"`,
    }
  }
  const result = valueSchemaOf(found).safeParse(value)
  if (result.success) {
    const fault = countryFault(found.type, result.data)
    return (
      fault && {
        property,
        rule: 'VOC-04',
        message: `${found.label}: ${fault.message}`,
        words: ofProperty(found, fault.words),
      }
    )
  }
  const [issue] = result.error.issues
  const words = issue && wordsOfIssue({ ...issue })
  const place = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : ''
  return {
    property,
    rule: 'VOC-02',
    message: `${found.label}${place}: ${issue?.message ?? 'does not fit its type'}`,
    ...(words && { words: ofProperty(found, words) }),
  }
}

/** The words of a fault, with the property whose value it is. */
function ofProperty({ name, label }: Pick<Property, 'name' | 'label'>, words: RefusalWords): RefusalWords {
  return { ...words, values: { ...words.values, property: { name, label } } }
}

interface CountryFault {
  readonly message: string
  readonly words: RefusalWords
}

/** What is wrong with the countries that a value of the type names; null when each may stand where it stands. */
function countryFault(type: PropertyType, value: Value): CountryFault | null {
  const unknown = unknownCountry(type, value)
  if (unknown !== undefined)
    return {
      message: `"${unknown}" is the code of no country; expected ISO 3166-1 alpha-2 (GR and GB, not EL and UK), EU or *`,
      words: inWords('value-no-country', { seen: unknown }),
    }
  if (type.type !== 'countries' || !type.among || !Array.isArray(value)) return null
  const { codes, inWords: among } = type.among
  const other = value.map(String).find((code) => isCountryCode(code) && !codes.includes(code))
  if (other === undefined) return null
  const message = `"${other}" is none of ${among}; expected those alone, EU or *`
  return { message, words: inWords('value-other-country', { seen: other }) }
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
  const refusal = (message: string): ValueRefusal => ({ property, rule: 'VOC-03', message })
  if (!found?.changesWithTime) {
    return refusal(
      `validFrom and validTo are not expected: "${property}" of ${withArticle(vocabulary.label)} does not change with time`,
    )
  }
  return validFrom !== undefined && validTo !== undefined && isCertainlyBefore(validTo, validFrom)
    ? {
        ...refusal(`validTo ${validTo} lies before validFrom ${validFrom}`),
        words: ofProperty(found, inWords('value-ends-before-it-starts', { day: validTo, since: validFrom })),
      }
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
