/**
 * The form for a new record as data: what it starts with, and what it says when it is sent.
 *
 * Values stand in entries: one for a property that has one value, as many as somebody wants for one that has many.
 */
import { endsBeforeStart } from '@demarche/core/incident/date-order.ts'
import type { Assertion, RecordKind } from '@demarche/core'
import { vocabularyOf } from '@demarche/core/portfolio/kind-vocabulary.ts'
import type { Property } from '@demarche/core/kernel/vocabulary.ts'
import { faultOf, type Raw, rawOf, readValue } from '../../record/raw-value.ts'
import type { FieldFault } from '../../record/authority-draft.ts'
import type { Wording } from '../../record/wording.ts'
import type { Say } from '../../texts.ts'

/** What was typed, by property. */
export type Entries = Readonly<Record<string, readonly Raw[]>>

/** The field of one entry of a property. */
export function fieldId(property: string, index: number): string {
  return `record-${property}-${index}`
}

/** The entries of a property; one empty one where nothing was typed. */
export function entriesOf(entries: Entries, { name, type }: Pick<Property, 'name' | 'type'>): readonly Raw[] {
  const own = entries[name] ?? []
  return own.length === 0 ? [rawOf(type, undefined)] : own
}

/** What an address gives a form to start with, e.g. `madeAt=meeting:x&by=EU,UA`; what the kind has not is left out. */
export function entriesFrom(kind: RecordKind, search: URLSearchParams): Entries {
  return Object.fromEntries(
    vocabularyOf(kind).properties.flatMap(({ name, type, cardinality }): [string, readonly Raw[]][] => {
      const given = search.getAll(name).filter((text) => text.trim() !== '')
      if (given.length === 0 || type.type === 'record') return []
      const isList = type.type === 'places' || (type.type === 'set' && type.values !== undefined)
      const raws: readonly Raw[] = isList ? [given.flatMap((text) => text.split(','))] : given
      return [[name, cardinality === 'many' ? raws : raws.slice(0, 1)]]
    }),
  )
}

/** The properties to ask for first: the name, what is expected of the kind, what the address gave; then the rest by group. */
export function layoutOf(
  kind: RecordKind,
  given: Entries,
): {
  readonly first: readonly string[]
  readonly groups: readonly {
    readonly id: string
    readonly title: string
    readonly properties: readonly string[]
  }[]
} {
  const isFirst = ({ name, expected }: RecordKind['properties'][number]): boolean =>
    name === 'name' || expected === true || given[name] !== undefined
  return {
    first: kind.properties.filter(isFirst).map(({ name }) => name),
    groups: Object.entries(kind.groups).flatMap(([id, title]) => {
      const properties = kind.properties.filter((one) => one.group === id && !isFirst(one))
      return properties.length === 0 ? [] : [{ id, title, properties: properties.map(({ name }) => name) }]
    }),
  }
}

/** What the form says, and what stands in the way of saying it. */
export function readEntries(
  wording: Pick<Wording, 'vocabulary' | 'part'>,
  entries: Entries,
  t: Say,
): { readonly assertions: readonly Assertion[]; readonly faults: readonly FieldFault[] } {
  const read = wording.vocabulary.properties.flatMap((property) =>
    entriesOf(entries, property).flatMap((raw, index) => {
      const value = readValue(property.type, raw)
      return value === undefined ? [] : [{ property, value, field: fieldId(property.name, index) }]
    }),
  )
  const isNamed = read.some(({ property }) => property.name === 'name')
  const faults = read.flatMap(({ property, value, field }): FieldFault[] => {
    const message = faultOf(t, wording, property.name, value)
    return message === null ? [] : [{ field, message }]
  })
  return {
    assertions: read.map(({ property, value }) => ({ property: property.name, value })),
    faults: [
      ...(isNamed ? [] : [{ field: fieldId('name', 0), message: t('portfolio.nameMissing') }]),
      ...faults,
    ],
  }
}

/** True when an end certainly lies before every start that is given with it. Sources do say so: a warning, no fault. */
export function endsTooEarly(assertions: readonly Assertion[]): boolean {
  const given = (name: string) =>
    assertions.filter(({ property }) => property === name).map(({ value }) => value)
  const starts = given('start')
  return starts.length > 0 && given('end').some((end) => starts.every((start) => endsBeforeStart(start, end)))
}
