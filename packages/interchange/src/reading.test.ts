import { expect, test } from 'vitest'
import { Collector } from './reading.ts'

test('INT-10 a value that the vocabulary refuses is rejected, and the rest of its statement stays', () => {
  const collector = new Collector({
    filename: 'x.json',
    assertedBy: 'desk',
    assertedAt: '2026-03-01T10:00:00.000Z',
  })
  collector.state({
    entity: 'case:a',
    place: 'case a',
    source: { document: 'An invented report', verified: false },
    claims: [
      ['name', 'A'],
      ['deaths', -1],
    ],
  })
  expect(collector.statements.map(({ assertions }) => assertions)).toEqual([
    [{ property: 'name', value: 'A' }],
  ])
  expect(collector.rejected).toMatchObject([{ place: 'case a, deaths', rule: 'INT-10' }])
})
