import { describe, expect, it } from 'vitest'
import { findPlaces } from './places.ts'

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
