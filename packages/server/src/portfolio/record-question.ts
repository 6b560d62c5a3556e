/**
 * A list of records as a question to the ledger: words, places and values as facets, a period, an order.
 *
 * Next door: `portfolio-desk.ts` asks it.
 */
import { faultOf, type recordListQuerySchema, refusalOf } from '@demarche/api'
import { inWords, type RecordKind, tiesToPlace } from '@demarche/core'
import type { RecordQuery } from '@demarche/store'
import type { z } from 'zod'

export type ListQuery = z.output<typeof recordListQuerySchema>

/** The question to the ledger. @throws DemarcheError value-refused for a facet that says nothing */
export function questionOf(of: RecordKind, query: Omit<ListQuery, 'asOf' | 'detail'>): RecordQuery {
  const { place, facet: wanted = [], q, from, to, sort, order, offset, limit } = query
  const facets = facetsAsked(of, wanted)
  if (place !== undefined) facets.push(tiesToPlace([of], place).map((tie) => tie.facet))
  return { kinds: [of.id], facets, q, from, to, lasts: of.lasts, sort, order, offset, limit }
}

/** Types whose values are facets: prose, dates and amounts are searched, not filtered. */
const FILTERED: readonly string[] = ['enum', 'set', 'places', 'reference', 'boolean', 'parts']

/** @throws DemarcheError value-refused for what is no facet of the kind */
function facetsAsked(kind: RecordKind, asked: readonly string[]): string[][] {
  const byProperty = Map.groupBy(asked, (one) => one.slice(0, Math.max(0, one.indexOf('='))))
  for (const [property, [seen = '']] of byProperty) {
    const found = kind.properties.find(({ name }) => name === property.split('.')[0])
    if (found && isFiltered(found)) continue
    const choices = kind.properties.filter(isFiltered).map(({ name }) => name)
    throw refusalOf('value-refused', faultOf('/facet', inWords('no-such-facet', { seen, choices }), 'VOC-01'))
  }
  return [...byProperty.values()]
}

function isFiltered({ type }: Pick<RecordKind['properties'][number], 'type'>): boolean {
  return FILTERED.includes(type)
}
