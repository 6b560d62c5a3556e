import type { FactRow, Value } from '@demarche/core'
import { expect, it } from 'vitest'
import { notedPlacesIn } from './noted-places.ts'

const row = (property: string, value: Value): FactRow => ({
  property,
  label: property,
  group: 'what',
  cardinality: 'one',
  fact: { state: 'known', value, support: [] },
})

it('finds the places that take a note on status in lists and in parts, each once (PLC-05)', () => {
  const records = [
    { facts: [row('countries', ['XK', 'AL']), row('by', ['PS'])] },
    { facts: [row('raised', { norm: 'un-k', by: 'XK' })] },
  ]
  expect(notedPlacesIn(records.slice(1))).toEqual(['XK'])
  expect(notedPlacesIn(records)).toEqual(['XK', 'PS'])
  expect(notedPlacesIn([{ facts: [row('countries', ['AL'])] }])).toEqual([])
})
