/**
 * Facets: by what the records of the portfolio are found, as texts `property=value`.
 *
 * Made of what statements assert, without knowing their kind: every short value that is a code, a word or a record. The
 * ledger keeps them label by label; a question asks for some of them.
 *
 * Next door: `record-kind.ts` says which properties tie a record to a place or to another record.
 */
import type { Assertion } from '../kernel/statement.ts'
import type { Value } from '../kernel/value.ts'
import type { RecordKind } from './record-kind.ts'

/** A code, a word of a list or a record: no blanks, not long, not a date or a number. */
const FINDABLE = /^(?=.*[A-Za-z*])[\w*:.-]{1,140}$/

/** One facet: that a property has the value. */
export function facet(property: string, value: string): string {
  return `${property}=${value}`
}

/** By what everything is found of which a statement rests on an item of evidence. */
export function citesFacet(item: string): string {
  return facet('source.evidence', item)
}

/** What an assertion lets its record be found by. Parts of a value are `property.part=value`. */
export function facetsOf({ property, value }: Pick<Assertion, 'property' | 'value'>): readonly string[] {
  if (property === 'name') return []
  if (typeof value === 'boolean') return [facet(property, String(value))]
  if (typeof value === 'string') return FINDABLE.test(value) ? [facet(property, value)] : []
  if (isList(value)) return value.flatMap((one) => facetsOf({ property, value: one }))
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([part, one]) =>
    one === undefined ? [] : facetsOf({ property: `${property}.${part}`, value: one }),
  )
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

/** A property by which records of a kind are tied to something, and the facet that finds them. */
export interface Tie {
  readonly kind: string
  readonly property: string
  readonly facet: string
}

/** By what records of these kinds are tied to a place: every property with places, and every part that is one. */
export function tiesToPlace(kinds: readonly RecordKind[], code: string): readonly Tie[] {
  return kinds.flatMap(({ id, properties }) =>
    properties.flatMap(({ name, type, tie, parts = {} }): Tie[] => {
      if (type === 'places' && tie !== undefined)
        return [{ kind: id, property: name, facet: facet(name, code) }]
      if (type !== 'parts') return []
      return Object.entries(parts).flatMap(([part, { type: of }]) =>
        of === 'place' ? [{ kind: id, property: name, facet: facet(`${name}.${part}`, code) }] : [],
      )
    }),
  )
}

/** By what records of these kinds point at that entity. */
export function tiesToEntity(kinds: readonly RecordKind[], entity: string): readonly Tie[] {
  const target = entity.slice(0, entity.indexOf(':'))
  return kinds.flatMap(({ id, properties }) =>
    properties.flatMap(({ name, type, to = [] }): Tie[] =>
      type === 'reference' && to.includes(target)
        ? [{ kind: id, property: name, facet: facet(name, entity) }]
        : [],
    ),
  )
}
