import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareCases, nameKeys, victimDistance } from './compare-cases.ts'
import { aCodedCase, anyCodedCase } from '../../test/example-cases.ts'

describe('the distance between two cases', () => {
  it('TB-DIST-01 is symmetric and lies between 0 and 1', () => {
    fc.assert(
      fc.property(anyCodedCase, anyCodedCase, (a, b) => {
        const there = compareCases(a, b)
        const back = compareCases(b, a)
        expect(there.distance).toBeCloseTo(back.distance, 12)
        expect(there.compared).toBe(back.compared)
        expect(there.distance).toBeGreaterThanOrEqual(0)
        expect(there.distance).toBeLessThanOrEqual(1)
        expect(there.compared).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('TB-DIST-02 is zero from a case to itself as soon as one feature is known', () => {
    fc.assert(
      fc.property(anyCodedCase, (a) => {
        const { distance, compared } = compareCases(a, a)
        expect(distance).toBe(compared === 0 ? 1 : 0)
      }),
    )
  })

  it('TB-DIST-03 leaves out what is unknown on either side and says how much it compared', () => {
    const known = aCodedCase()
    const thin = aCodedCase({ sponsorStates: [], stateDirected: null, accused: [], attempted: null })
    expect(compareCases(known, thin)).toMatchObject({ distance: 0, compared: 13 / 18 })
    expect(compareCases(known, thin).features.map(({ feature }) => feature)).not.toContain('sponsor State')
  })

  it('TB-DIST-04 is explained feature by feature: the parts add up to the whole', () => {
    fc.assert(
      fc.property(anyCodedCase, anyCodedCase, (a, b) => {
        const { distance, features } = compareCases(a, b)
        const weight = features.reduce((sum, feature) => sum + feature.weight, 0)
        const apart = features.reduce((sum, feature) => sum + feature.weight * feature.distance, 0)
        if (weight > 0) expect(distance).toBeCloseTo(apart / weight, 12)
      }),
    )
  })

  it('TB-DIST-05 puts victims protected by the same provision half way', () => {
    expect(victimDistance('member-state', 'union-body')).toBe(0.5)
    expect(victimDistance('third-state', 'international-organisation')).toBe(0.5)
    expect(victimDistance('member-state', 'third-state')).toBe(1)
  })

  it('knows a perpetrator by any of its names, and not by what stands in brackets', () => {
    expect(nameKeys(['APT-9 / Grey Heron (unit 7); Blue Fox'])).toEqual(['apt 9', 'blue fox', 'grey heron'])
    const a = aCodedCase({ accused: ['Grey Heron (per one source)'] })
    expect(compareCases(a, aCodedCase({ accused: ['APT-9 / grey heron'] })).distance).toBe(0)
  })
})
