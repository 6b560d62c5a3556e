import { describe, expect, it } from 'vitest'
import type { FactRow } from '../../kernel/fact-row.ts'
import { parsePartialDate } from '../../kernel/partial-date.ts'
import type { Value } from '../../kernel/value.ts'
import { countStandings, implementationTable, readImplementations, statesOnRecord } from './implementation.ts'
import type { RecordFacts } from './record-facts.ts'

const NORM = {
  items: [
    { id: 'un-k-1', text: 'Teams stay out of politics', verified: true },
    { id: 'un-k-2', text: 'Teams are named', verified: true },
  ],
}
const [FIRST, SECOND] = ['a'.repeat(64), 'b'.repeat(64)]

function fact(property: string, values: readonly Value[]): FactRow {
  const alternatives = values.map((value, index) => ({
    value,
    support: [{ statement: index === 0 ? FIRST : SECOND, property }],
  }))
  const [only] = alternatives
  return {
    property,
    label: property,
    group: 'what',
    cardinality: 'one',
    fact:
      alternatives.length > 1
        ? { state: 'contested', alternatives }
        : only
          ? { state: 'known', ...only }
          : { state: 'unknown' },
  }
}
function record(slug: string, facts: Readonly<Record<string, readonly Value[]>>): RecordFacts {
  return {
    entity: `implementation:${slug}`,
    name: slug,
    facts: Object.entries(facts).map(([property, values]) => fact(property, values)),
    sources: {
      [FIRST]: { document: 'National survey', date: parsePartialDate('2025-03'), verified: true },
      [SECOND]: { document: 'Report of an institute', verified: false },
    },
  }
}

const estonia = record('ee-k1', {
  party: [['EE']],
  item: ['un-k-1'],
  standing: ['evidenced'],
  start: ['2018'],
  act: ['A law'],
})
const both = record('ee-fr-k1', { party: [['EE', 'FR']], item: ['un-k-1'], standing: ['declared'] })
const disputed = record('fr-k2', {
  party: [['FR']],
  item: ['un-k-2'],
  standing: ['declared', 'not-implemented'],
})
const open = record('si-k2', { party: [['SI']], item: ['un-k-2'], standing: [] })
const elsewhere = record('ee-a1', { party: [['EE']], item: ['un-a-1'], standing: ['declared'] })
const all = readImplementations([
  estonia,
  both,
  disputed,
  open,
  elsewhere,
  record('nothing', { party: [['EE']] }),
])

describe('implementation of a norm', () => {
  it('reads what a record says, with its source', () => {
    expect(all[0]).toEqual({
      entity: 'implementation:ee-k1',
      states: ['EE'],
      item: 'un-k-1',
      standing: 'evidenced',
      since: '2018',
      act: 'A law',
      sources: [{ document: 'National survey', date: '2025-03', verified: true }],
    })
  })

  it('is contested where sources differ, and unknown where nobody has said how it stands (NRM-10, NRM-11)', () => {
    expect(all.map(({ entity, standing }) => `${entity} ${standing}`)).toEqual([
      'implementation:ee-k1 evidenced',
      'implementation:ee-fr-k1 declared',
      'implementation:fr-k2 contested',
      'implementation:si-k2 unknown',
      'implementation:ee-a1 declared',
    ])
    expect(all[2]?.sources).toHaveLength(2)
  })

  it('counts the records of the norm alone', () => {
    expect(countStandings(NORM, all)).toEqual({
      evidenced: 1,
      declared: 1,
      contested: 1,
      'not-implemented': 0,
      unknown: 1,
    })
    expect(statesOnRecord(NORM, all)).toEqual(['EE', 'FR', 'SI'])
  })

  it('sets States side by side in the order asked for, best shown first, empty where nothing is on record', () => {
    const table = implementationTable(NORM, ['SI', 'EE'], all)
    expect(
      table.map(({ item, cells }) => [item, cells.map(({ records }) => records.map(({ entity }) => entity))]),
    ).toEqual([
      ['un-k-1', [[], ['implementation:ee-k1', 'implementation:ee-fr-k1']]],
      ['un-k-2', [['implementation:si-k2'], []]],
    ])
  })
})
