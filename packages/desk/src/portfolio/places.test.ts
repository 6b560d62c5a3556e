import { describe, expect, it } from 'vitest'
import { findPlaces, groupsInOrder } from './places.ts'

const PLACES = [
  { code: 'GE', name: 'Georgia' },
  { code: 'GS', name: 'South Georgia' },
  { code: 'GR', name: 'Greece' },
  { code: 'CI', name: 'Côte d’Ivoire' },
]
const found = (typed: string) => findPlaces(PLACES, typed).map(({ id }) => id)

describe('a place that is looked for', () => {
  it('is found by its code first, then by how its name begins, then by what is in it', () => {
    expect(found('gr')).toEqual(['GR'])
    expect(found('georgia')).toEqual(['GE', 'GS'])
    expect(found('cote')).toEqual(['CI'])
  })

  it('may be any of them while nothing is typed, and none for what is no name', () => {
    expect(found('')).toHaveLength(PLACES.length)
    expect(found('atlantis')).toEqual([])
  })

  it('shows the code that the Union writes', () => {
    expect(findPlaces(PLACES, 'greece')).toEqual([{ id: 'GR', name: 'Greece', note: 'EL' }])
  })
})

/** The same in every language but French. */
const named = (name: string, fr: string) => ({
  en: name,
  de: name,
  et: name,
  fr,
  pl: name,
  pt: name,
  sl: name,
})

it('puts organisations and regions in the order of the names that are shown', () => {
  const groups = [
    { id: 'org-un', names: named('United Nations', 'Nations unies') },
    { id: 'org-au', names: named('African Union', 'Union africaine') },
  ]
  expect(groupsInOrder(groups, 'en').map(({ id }) => id)).toEqual(['org-au', 'org-un'])
  expect(groupsInOrder(groups, 'fr').map(({ id }) => id)).toEqual(['org-un', 'org-au'])
})
