import fc from 'fast-check'
import { expect, it } from 'vitest'
import { minimalSets } from './minimal-sets.ts'

const weighted = fc
  .array(fc.integer({ min: 1, max: 6 }), { maxLength: 8 })
  .map((weights) => weights.toSorted((a, b) => b - a))

it('VOT-17 counts and lists every set that suffices while no part of it does', () => {
  const thresholds = fc.record({
    // enough with so much weight, less for each member, from so many members on
    enough: fc.integer({ min: 0, max: 25 }),
    less: fc.integer({ min: 0, max: 1 }),
    from: fc.integer({ min: 0, max: 6 }),
  })
  fc.assert(
    fc.property(weighted, thresholds, (weights, { enough, less, from }) => {
      const need = [...weights, 0].map((_, size) => (size < from ? Infinity : enough - less * size))
      const { countBySize, sets } = minimalSets(weights, need, 1000)
      const expected = byTrying(weights, need)
      expect(sets.map(String)).toEqual(expected.map(String))
      expect(countBySize).toEqual(need.map((_, size) => expected.filter((set) => set.length === size).length))
    }),
    { numRuns: 300 },
  )
})

it('VOT-19 lists no more than it is asked for, smallest first', () => {
  const [weights, need] = [Array<number>(27).fill(1), Array.from({ length: 28 }, () => 13)]
  const { countBySize, sets } = minimalSets(weights, need, 2)
  expect(countBySize[13]).toBe(20_058_300)
  expect(sets.map(({ length }) => length)).toEqual([13, 13])
  expect(minimalSets([], [0], 5).sets).toEqual([[]])
  expect(minimalSets([], [Infinity], 5)).toEqual({ countBySize: [0], sets: [] })
})

/** Every set tried, smallest first, then in dictionary order of places. */
function byTrying(weights: readonly number[], need: readonly number[]): number[][] {
  const sets = weights.reduce<number[][]>(
    (all, _, place) => [...all, ...all.map((set) => [...set, place])],
    [[]],
  )
  const suffices = (set: readonly number[]) =>
    set.reduce((sum, place) => sum + (weights[place] ?? 0), 0) >= (need[set.length] ?? Infinity)
  return sets
    .filter((set) => suffices(set) && set.every((place) => !suffices(set.filter((other) => other !== place))))
    .toSorted((a, b) => a.length - b.length || compare(a, b))
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, index) => value !== b[index])
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0)
}
