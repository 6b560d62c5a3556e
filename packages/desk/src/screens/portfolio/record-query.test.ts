import { recordKindSchema } from '@demarche/core/portfolio/record-kind.ts'
import { describe, expect, it } from 'vitest'
import { facetsIn, filtersOf, hasPlaces, hasTime, readRecordQuery, sortsOf } from './record-query.ts'

const kindWith = (properties: readonly object[], filters: readonly string[] = []) =>
  recordKindSchema.parse({
    id: 'exercise',
    label: 'exercise',
    plural: 'exercises',
    area: 'capacity',
    description: 'A day on which something is tried.',
    groups: { all: 'All of it' },
    columns: ['name'],
    filters,
    properties: [{ name: 'name', type: 'text' }, ...properties].map((property) => ({
      label: 'A label',
      description: 'As it says',
      group: 'all',
      ...property,
    })),
  })
const rich = kindWith(
  [
    { name: 'mode', type: 'enum', values: { table: 'at a table' } },
    { name: 'open', type: 'boolean' },
    { name: 'hosts', type: 'set' },
    { name: 'in', type: 'places', tie: 'in' },
    { name: 'start', type: 'date' },
    { name: 'results', type: 'parts', parts: { mark: { label: 'Mark', type: 'text' } } },
  ],
  ['mode', 'open', 'hosts'],
)
const plain = kindWith([])
const ask = (text: string, asOf?: string) => readRecordQuery(rich, new URLSearchParams(text), asOf)

describe('what a list is asked for', () => {
  it('stands in the address', () => {
    expect(
      ask(
        'q= law &place=GE&f.mode=table&f.results.mark=good&from=2024-01-01&sort=start&order=desc&offset=50',
        '2025-01-01',
      ),
    ).toEqual({
      kind: 'exercise',
      q: 'law',
      place: 'GE',
      facet: ['mode=table', 'results.mark=good'],
      from: '2024-01-01',
      asOf: '2025-01-01',
      sort: 'start',
      order: 'desc',
      offset: 50,
      limit: 50,
    })
  })

  it('is everything in the order of names where the address says nothing that can be read', () => {
    for (const text of [
      '',
      'place=G E&from=soon&sort=due&order=up&offset=-3&f.colour=red&f.mode=&mode=table',
    ])
      expect(ask(text), text).toEqual({ kind: 'exercise', sort: 'name', order: 'asc', offset: 0, limit: 50 })
  })

  it('does not take the name of a property for anything else in the address', () => {
    expect(facetsIn(rich, new URLSearchParams('f.in=GE&in=FR'))).toEqual([{ property: 'in', value: 'GE' }])
  })
})

describe('how a list can be narrowed', () => {
  it('follows from the kind', () => {
    expect(filtersOf(rich).map(({ property, words }) => [property, words])).toEqual([
      ['mode', ['table']],
      ['open', ['true', 'false']],
    ])
    expect([hasPlaces(rich), hasTime(rich)]).toEqual([true, true])
    expect([hasPlaces(plain), hasTime(plain)]).toEqual([false, false])
    expect(sortsOf(rich)).toEqual(['name', 'start', 'recorded'])
    expect(sortsOf(plain)).toEqual(['name', 'recorded'])
  })
})
