/**
 * What a list of records is asked for, as it stands in the address: words, a place, values of properties, a period, an
 * order, a page.
 *
 * What cannot be read is not asked. A value of a property stands as `f.themes=awareness`, so that no property can take the
 * name of anything else in the address.
 */
import { RECORD_SORTS } from '@demarche/api/portfolio.ts'
import { tiesToPlace } from '@demarche/core/portfolio/facets.ts'
import { propertyOf } from '@demarche/core/portfolio/record-kind.ts'
import type { RecordKind } from '@demarche/core'
import type { RecordQuery } from '../../api/portfolio-queries.ts'
import { askedCode, askedDay, askedOffset, askedText } from '../../frame/asked.ts'

export const LIMIT = 50
const FACET = 'f.'

/** Where a value of the property stands in the address. */
export function facetName(property: string): string {
  return `${FACET}${property}`
}

/** The question in an address. @param asOf the date the desk answers for; today when left out */
export function readRecordQuery(
  kind: RecordKind,
  search: URLSearchParams,
  asOf: string | undefined,
): RecordQuery {
  const facet = facetsIn(kind, search).map(({ property, value }) => `${property}=${value}`)
  return {
    kind: kind.id,
    q: askedText(search, 'q')?.slice(0, 200),
    place: askedCode(search, 'place'),
    ...(facet.length === 0 ? {} : { facet }),
    from: askedDay(search, 'from'),
    to: askedDay(search, 'to'),
    asOf,
    sort: sortsOf(kind).find((one) => one === search.get('sort')) ?? 'name',
    order: search.get('order') === 'desc' ? 'desc' : 'asc',
    offset: askedOffset(search),
    limit: LIMIT,
  }
}

/** One value that a property is asked to have; `part` stays in the name of the property, as `stands.norm`. */
export interface AskedFacet {
  readonly property: string
  readonly value: string
}

/** The values of properties in an address; a property that the kind has not is not asked. */
export function facetsIn(kind: RecordKind, search: URLSearchParams): readonly AskedFacet[] {
  return [...search].flatMap(([name, value]) => {
    const property = name.slice(FACET.length)
    const isKnown = name.startsWith(FACET) && propertyOf(kind, property.split('.')[0] ?? '') !== undefined
    return isKnown && value !== '' ? [{ property, value }] : []
  })
}

/** The orders that make sense for a kind: by name, by the dates it has, by when it was recorded. */
export function sortsOf({ properties }: RecordKind): readonly (typeof RECORD_SORTS)[number][] {
  return RECORD_SORTS.filter(
    (sort) => sort === 'name' || sort === 'recorded' || properties.some(({ name }) => name === sort),
  )
}

/** True when records of the kind are tied to places, so that a list can be narrowed by one. */
export function hasPlaces(kind: RecordKind): boolean {
  return tiesToPlace([kind], 'EU').length > 0
}

/** True when records of the kind have a time, so that a list can be narrowed by a period. */
export function hasTime({ properties }: RecordKind): boolean {
  return properties.some(({ name }) => name === 'start' || name === 'end' || name === 'due')
}

/** The properties by which the list of a kind is filtered, each with what it may say. */
export function filtersOf(
  kind: RecordKind,
): readonly { readonly property: string; readonly label: string; readonly words: readonly string[] }[] {
  return kind.filters.flatMap((name) => {
    const property = propertyOf(kind, name)
    const words = property?.type === 'boolean' ? ['true', 'false'] : Object.keys(property?.values ?? {})
    return property && words.length > 0 ? [{ property: name, label: property.label, words }] : []
  })
}
