import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyTable } from '../../../test/example-votes.ts'
import { inMillionths, percentOf, sayRange, type Share, shareRange, WHOLE } from './share-range.ts'

it('VOT-04 a range of shares is exactly what the true tables behind the printed one allow', () => {
  const groups = fc.array(fc.constantFrom('group', 'rest', 'outside'), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(anyTable(6, 0.5), groups, ({ percent }, places) => {
      fc.pre(places.slice(0, Object.keys(percent).length).some((place) => place !== 'outside'))
      const shares = Object.values(percent)
      const of = (name: string, values: readonly number[]) => {
        const own = values.filter((_, index) => places[index] === name)
        return { count: own.length, sum: own.reduce((sum, value) => sum + value, 0) }
      }
      const printed = shares.map(inMillionths)
      const { least, most } = shareRange(
        of('group', printed),
        of('rest', printed),
        of('outside', printed),
        500_000,
      )
      const ratios = trueTables(shares).map((table) => {
        const part = of('group', table).sum
        return part / (part + of('rest', table).sum)
      })
      expect(percentOf(least)).toBeCloseTo(Math.min(...ratios) * 100, 9)
      expect(percentOf(most)).toBeCloseTo(Math.max(...ratios) * 100, 9)
    }),
    { numRuns: 200 },
  )
})

it.each([
  [95_000_000, 95_000_000, '95.00 %'],
  [64_955_000, 64_985_000, '64.97 % ± 0.02'],
  [64_995_000, 65_000_001, '65.00 % ± 0.01'],
])('VOT-05 a range is said with an error that covers all of it', (least, most, text) => {
  expect(sayRange({ least: ofWhole(least), most: ofWhole(most) })).toBe(text)
})

function ofWhole(part: number): Share {
  return { part, whole: WHOLE }
}

/** Every corner of what rounding to whole points allows lies on halves of a point. */
function trueTables(shares: readonly number[]): readonly (readonly number[])[] {
  return shares
    .reduce<readonly (readonly number[])[]>(
      (tables, share) => [-0.5, 0, 0.5].flatMap((error) => tables.map((table) => [...table, share + error])),
      [[]],
    )
    .filter((table) => table.reduce((sum, share) => sum + share, 0) === 100)
}
