import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDoctrine, factsWith } from '../../test/small-doctrine.ts'
import type { DimensionFinding } from './profile.ts'
import { type Dimension, DIMENSIONS, type Level } from '../kernel/doctrine.ts'
import { responseBand } from './response-band.ts'

const { proportionality } = aDoctrine({})
const LEVELS: readonly Level[] = [0, 1, 2, 3, 4, 5]
type Levels = Readonly<Partial<Record<Dimension, Level | readonly [Level, Level]>>>

const profile = (levels: Levels): readonly DimensionFinding[] =>
  DIMENSIONS.map((dimension): DimensionFinding => {
    const given = levels[dimension]
    return {
      dimension,
      label: dimension,
      question: '',
      level:
        given === undefined
          ? { state: 'unknown' }
          : typeof given === 'number'
            ? { state: 'known', level: given }
            : { state: 'between', lower: given[0], upper: given[1] },
      basis: 'scale',
      reasons: [],
      reasonWords: [],
      confidence: 'high',
      support: [],
      proof: { verdict: 'true', node: { type: 'always' }, support: [], parts: [] },
    }
  })
const asLevel = (level: number): Level => LEVELS.find((known) => known === level) ?? 5
const band = (levels: Levels) => responseBand(profile(levels), proportionality)
const settled = { scope: 2, scale: 2, duration: 1, complexity: 1, sophistication: 1 } as const

describe('responseBand', () => {
  it('ASSESS-18 starts from the higher of impact and intensity', () => {
    expect(band({ ...settled, impact: 2, intensity: 3 })).toMatchObject({
      band: 3,
      usualCeiling: 4,
      confidence: 'high',
    })
  })

  it('wide reach raises by one, never above 5', () => {
    expect(band({ ...settled, scope: 4, impact: 3, intensity: 1 }).band).toBe(4)
    expect(band({ ...settled, scope: 5, impact: 5, intensity: 1 }).band).toBe(5)
  })

  it('a long course raises band 2 only', () => {
    expect(band({ ...settled, duration: 4, impact: 2, intensity: 1 }).band).toBe(3)
    expect(band({ ...settled, duration: 5, impact: 3, intensity: 1 }).band).toBe(3)
  })

  it('narrow reach lowers from band 3 on', () => {
    expect(band({ ...settled, scope: 1, scale: 1, impact: 3, intensity: 1 }).band).toBe(2)
    expect(band({ ...settled, scope: 1, scale: 1, impact: 2, intensity: 1 }).band).toBe(2)
  })

  it('sophistication never moves it', () => {
    const bands = ([0, 5] as const).map(
      (sophistication) => band({ ...settled, sophistication, impact: 3, intensity: 1 }).band,
    )
    expect(bands).toEqual([3, 3])
  })

  it('ASSESS-19 is not given when impact and intensity are both unknown', () => {
    expect(band(settled)).toMatchObject({ band: null, usualCeiling: null, confidence: 'low' })
  })

  it('uses the one that is known with low confidence', () => {
    expect(band({ ...settled, impact: 3 })).toMatchObject({ band: 3, confidence: 'low' })
  })

  it('an open reach never makes a case milder', () => {
    expect(band({ ...settled, scope: [1, 3], scale: 1, impact: 3, intensity: 1 }).band).toBe(3)
    expect(band({ duration: 1, complexity: 1, impact: 3, intensity: 1 }).band).toBe(3)
    expect(band({ duration: 1, complexity: 1, scope: 1, impact: 3, intensity: 1 }).band).toBe(3)
  })

  it('counts the level that the facts support and says how high it could go', () => {
    const between = band({ ...settled, impact: [2, 5], intensity: 1 })
    expect(between.band).toBe(2)
    expect(between.couldBe).toEqual({ band: 5, if: [{ dimensions: ['impact'], above: 2 }] })
    expect(between.steps).toContain('At least band 2; could be up to 5 if impact is above 2.')
  })

  it('ASSESS-18 says that an unknown reach or course could raise it', () => {
    const narrow = { impact: 3, intensity: 1 } as const
    expect(band({ ...narrow, duration: 1, complexity: 1 }).couldBe).toEqual({
      band: 4,
      if: [{ dimensions: ['scope', 'scale'], above: 3 }],
    })
    const open = band({ ...narrow, duration: 1, complexity: 1 })
    expect(open.couldFallTo).toBe(2)
    expect(open.steps).toContain('One less, 2, should scope and scale both prove to be 1 or less.')
    expect(band({ ...narrow, scope: 2, duration: 1, complexity: 1 }).steps).toContain(
      'At least band 3; could be up to 4 if scale is above 3.',
    )
    expect(band({ ...settled, impact: 2, intensity: 1, duration: [1, 4] }).couldBe).toEqual({
      band: 3,
      if: [{ dimensions: ['duration'], above: 3 }],
    })
    // a long course raises band 2 alone
    expect(band({ ...settled, impact: 3, intensity: 1, duration: [1, 4] })).not.toHaveProperty('couldBe')
  })

  it('ASSESS-18 says nothing could raise it when nothing is open, or the open ones cannot', () => {
    expect(band({ ...settled, impact: 3, intensity: 1 })).not.toHaveProperty('couldBe')
    expect(band({ ...settled, scope: [2, 3], impact: 3, intensity: 1 })).not.toHaveProperty('couldBe')
    expect(band({ impact: 5, intensity: 5 })).not.toHaveProperty('couldBe')
  })

  it('ASSESS-18 no answer to open facts leaves the range that was named', () => {
    const bound = fc.option(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), {
      nil: undefined,
    })
    const six = ['impact', 'intensity', 'scope', 'scale', 'duration', 'complexity'] as const
    fc.assert(
      fc.property(fc.tuple(bound, bound, bound, bound, bound, bound), fc.func(fc.nat()), (bounds, pick) => {
        const open: Partial<Record<Dimension, readonly [Level, Level]>> = {}
        const settledTo: Partial<Record<Dimension, Level>> = {}
        six.forEach((dimension, index) => {
          const range = bounds[index]?.toSorted() ?? [0, 5]
          const [lower = 0, upper = 5] = range
          if (bounds[index]) open[dimension] = [asLevel(lower), asLevel(upper)]
          settledTo[dimension] = asLevel(lower + (pick(dimension) % (upper - lower + 1)))
        })
        const before = band(open)
        const after = band(settledTo)
        if (before.band === null || after.band === null) return
        expect(after.band).toBeGreaterThanOrEqual(before.couldFallTo ?? before.band)
        expect(after.band).toBeLessThanOrEqual(before.couldBe?.band ?? before.band)
      }),
    )
  })

  it('says of an attempt that its levels are not what was meant, and leaves the band as it is', () => {
    const levels = profile({ ...settled, impact: 1, intensity: 1 })
    const attempt = responseBand(levels, proportionality, factsWith({ attempted: true }))
    expect(attempt.steps.at(-1)).toMatch(/^Only an attempt/)
    const completed = responseBand(levels, proportionality, factsWith({ attempted: false }))
    expect(completed.steps.join()).not.toContain('attempt')
    expect(attempt.band).toBe(completed.band)
  })

  it('mentions a pattern and leaves the ceiling to people', () => {
    const seen = responseBand(
      profile({ ...settled, impact: 3, intensity: 1 }),
      proportionality,
      factsWith({ actsBySameActorIn24Months: 3 }),
    )
    expect(seen.usualCeiling).toBe(4)
    expect(seen.steps.at(-1)).toMatch(/^3 proven acts/)
  })
})
