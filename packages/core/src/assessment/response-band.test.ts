import { describe, expect, it } from 'vitest'
import { aDoctrine, factsWith } from '../../test/small-doctrine.ts'
import type { DimensionFinding } from './profile.ts'
import { type Dimension, DIMENSIONS, type Level } from '../kernel/doctrine.ts'
import { responseBand } from './response-band.ts'

const { proportionality } = aDoctrine({})
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
      confidence: 'high',
      support: [],
      proof: { verdict: 'true', node: { type: 'always' }, support: [], parts: [] },
    }
  })
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
    expect(between.steps).toContain('Open facts could raise the band to 5.')
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
