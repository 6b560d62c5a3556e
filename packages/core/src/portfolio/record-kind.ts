/**
 * A kind of record in the portfolio as data: what it is called, which properties it may have, which of them tie it to a
 * place, to another record or to a date.
 *
 * Forms, lists, filters, pages, imports, exports and help follow from it: a new kind is a file in
 * `packages/doctrine/portfolio/kinds` and nothing else. Every kind has a property `name`; `start`, `end` and `due` are the
 * names of its dates where it has such dates.
 *
 * Next door: `kind-vocabulary.ts` makes the vocabulary of it; docs/rules/portfolio.md, PFO.
 */
import { z } from 'zod'

/** The parts of the portfolio, in the order in which they are shown. */
export const PORTFOLIO_AREAS = [
  'strategy',
  'dialogues',
  'capacity',
  'norms',
  'confidence',
  'standards',
  'rights',
  'evidence',
  'stakeholders',
] as const
export type PortfolioArea = (typeof PORTFOLIO_AREAS)[number]

/** From what is wanted to what was promised: the columns of the picture by goals, in their order. */
export const PICTURE_LAYERS = ['strategy', 'instrument', 'activity', 'commitment'] as const
export type PictureLayer = (typeof PICTURE_LAYERS)[number]

const name = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'expected a name such as dueDate')
const word = z.string().regex(/^[A-Za-z0-9][\w.-]{0,59}$/, 'expected a word such as in-preparation')
const said = z.string().min(1)
/** word to what it says, in the order in which it is offered */
const wordsSchema = z.record(word, said)

const partTypeSchema = z.enum(['text', 'date', 'boolean', 'integer', 'number', 'place', 'enum', 'address'])

const partSchema = z
  .strictObject({
    label: said,
    type: partTypeSchema,
    values: wordsSchema.optional(),
    optional: z.literal(true).optional(),
    /** of an integer on a scale: its ends */
    min: z.int().optional(),
    max: z.int().optional(),
  })
  .refine(({ type, values }) => (type === 'enum') === (values !== undefined), {
    error: 'expected values for an enum, and for nothing else',
    path: ['values'],
  })
  .refine(
    ({ type, min, max }) =>
      (min === undefined && max === undefined) ||
      (type === 'integer' && min !== undefined && max !== undefined && min < max),
    { error: 'expected both ends of the scale of an integer, the lower one first', path: ['min'] },
  )

export const kindPropertySchema = z
  .strictObject({
    name,
    label: said,
    description: said,
    type: z.enum([
      'text',
      'date',
      'boolean',
      'integer',
      'number',
      'enum',
      'set',
      'places',
      'reference',
      'address',
      'money',
      'parts',
    ]),
    /** none for a place in a row, such as the round of a series */
    unit: said.optional(),
    /** of a text that has a form: a regular expression for the whole, and what it asks for in words */
    form: z.strictObject({ pattern: said, says: said }).optional(),
    /** of an enum or a set: word to what it says */
    values: wordsSchema.optional(),
    /** of a reference: the kinds of entities that it may point at */
    to: z
      .array(z.string().regex(/^[a-z-]{1,60}$/))
      .min(1)
      .optional(),
    /** of a value with named parts */
    parts: z.record(name, partSchema).optional(),
    many: z.literal(true).optional(),
    changesWithTime: z.literal(true).optional(),
    long: z.literal(true).optional(),
    /** a record without it is not complete: what is missing is listed as work */
    expected: z.literal(true).optional(),
    /** of a date: the day on which something was done or said, so that it is never coming (PFO-80) */
    past: z.literal(true).optional(),
    /** of places: how the record concerns them, as a heading on their page, e.g. `in`, `by`, `with` */
    tie: said.optional(),
    /** of a reference: what the other record says of this one, e.g. `Commitments made there` */
    back: said.optional(),
  })
  .superRefine(({ type, values, to, parts, unit, past, tie, back }, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (type === 'enum' ? values === undefined : type !== 'set' && values !== undefined)
      wrong('values', 'expected values for an enum, for a set of chosen words, and for nothing else')
    if ((type === 'reference') !== (to !== undefined))
      wrong('to', 'expected the kinds that a reference may point at, and for nothing else')
    if ((type === 'parts') !== (parts !== undefined))
      wrong('parts', 'expected the parts of a value with parts, and for nothing else')
    if (type === 'number' ? unit === undefined : type !== 'integer' && unit !== undefined)
      wrong(
        'unit',
        'expected the unit of a number, and for nothing else; an integer without one counts places',
      )
    if (past !== undefined && type !== 'date') wrong('past', 'only a date is of the past')
    if (tie !== undefined && type !== 'places') wrong('tie', 'only places tie a record to a place')
    if (back !== undefined && type !== 'reference')
      wrong('back', 'only a reference is seen from the other side')
  })
export type KindProperty = z.infer<typeof kindPropertySchema>

export const recordKindSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z-]{1,59}$/, 'expected a word of lower-case letters and hyphens'),
    label: said,
    plural: said,
    area: z.enum(PORTFOLIO_AREAS),
    description: said,
    /** where records of the kind come from, when none or few come with the desk (PFO-08) */
    obtain: said.optional(),
    /** never on the public page, however it is marked */
    internal: z.literal(true).optional(),
    /** what it is goes on until an end that somebody names; else a record without an end is of one day */
    lasts: z.literal(true).optional(),
    /**
     * where its records stand in the picture by goals, and by which references they count for the goals of what they name;
     * a kind without it is not in the picture
     */
    picture: z.strictObject({ layer: z.enum(PICTURE_LAYERS), through: z.array(name).default([]) }).optional(),
    /** groups of properties in the order of the form: id to heading */
    groups: z.record(word, said),
    properties: z.array(kindPropertySchema.and(z.object({ group: word }))).min(1),
    /** columns of the list beside the name */
    columns: z.array(name).min(1).max(6),
    /** property by which the list is filtered */
    filters: z.array(name).default([]),
  })
  .superRefine(({ properties, columns, filters, groups, picture }, context) => {
    const known = new Map(properties.map((property) => [property.name, property]))
    if (known.get('name')?.type !== 'text')
      context.addIssue({
        code: 'custom',
        path: ['properties'],
        message: 'expected a property "name" of type text (PFO-01)',
      })
    if (known.size < properties.length)
      context.addIssue({
        code: 'custom',
        path: ['properties'],
        message: 'two properties have one name (PFO-01)',
      })
    for (const [index, { name: property, type, group }] of properties.entries()) {
      const path = ['properties', index, 'type']
      if (['start', 'end', 'due'].includes(property) && type !== 'date')
        context.addIssue({ code: 'custom', path, message: `expected a date for "${property}" (PFO-02)` })
      if (!Object.hasOwn(groups, group))
        context.addIssue({
          code: 'custom',
          path: ['properties', index, 'group'],
          message: `"${group}" is no group of the kind (PFO-01)`,
        })
    }
    for (const [index, one] of (picture?.through ?? []).entries()) {
      if (known.get(one)?.type !== 'reference')
        context.addIssue({
          code: 'custom',
          path: ['picture', 'through', index],
          message: `expected a reference of the kind, and "${one}" is none (GOL-02)`,
        })
    }
    for (const [part, names] of Object.entries({ columns, filters })) {
      for (const [index, one] of names.entries()) {
        if (!known.has(one))
          context.addIssue({
            code: 'custom',
            path: [part, index],
            message: `the kind has no property "${one}" (PFO-01)`,
          })
      }
    }
  })
/** A kind of record: `project`, `meeting`, `commitment` … */
export type RecordKind = z.infer<typeof recordKindSchema>

/** The property of that name, or undefined when the kind has none. */
export function propertyOf(kind: RecordKind, property: string): RecordKind['properties'][number] | undefined {
  return kind.properties.find((one) => one.name === property)
}

/** What a word of an enum or a set says; the word itself where the kind does not say. */
export function sayWord(property: KindProperty, value: string): string {
  return property.values?.[value] ?? value
}
