import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareCases } from './compare-cases.ts'
import { aCodedCase, anyCodedCase, aResponse } from '../../test/example-cases.ts'
import { nearestPrecedents } from './nearest-precedents.ts'
import { indexPrecedents } from './precedent-index.ts'

const ON = '2026-11-23'

describe('the index of precedents', () => {
  it('gives the same distances as comparing one by one', () => {
    fc.assert(
      fc.property(anyCodedCase, fc.array(anyCodedCase, { maxLength: 8 }), (target, cases) => {
        const { distance, compared } = indexPrecedents(cases).distances(target)
        cases.forEach((precedent, position) => {
          const expected = compareCases(target, precedent)
          expect(distance[position]).toBeCloseTo(expected.distance, 12)
          expect(compared[position]).toBeCloseTo(expected.compared, 12)
        })
      }),
    )
  })

  it('TB-PREC-04 keeps every distance when a precedent is added', () => {
    fc.assert(
      fc.property(
        anyCodedCase,
        fc.array(anyCodedCase, { minLength: 1 }),
        anyCodedCase,
        (target, cases, added) => {
          const before = indexPrecedents(cases).distances(target).distance
          const after = indexPrecedents([...cases, added]).distances(target).distance
          expect([...after].slice(0, cases.length)).toEqual([...before])
        },
      ),
    )
  })
})

describe('the nearest precedents', () => {
  const target = aCodedCase()
  const near = aCodedCase({ entity: 'case:near', name: 'Near' })
  const far = aCodedCase({ entity: 'case:far', name: 'Far', victim: 'third-state', effects: ['influence'] })

  it('come nearest first, equal ones by entity, whatever the order of the set', () => {
    const twin = { ...near, entity: 'case:a-twin' }
    for (const cases of [
      [far, near, twin],
      [twin, far, near],
    ]) {
      const found = nearestPrecedents(target, indexPrecedents(cases), ON)
      expect(found.map(({ entity }) => entity)).toEqual(['case:a-twin', 'case:near', 'case:far'])
    }
  })

  it('TB-PREC-01 never include the case itself', () => {
    expect(nearestPrecedents(target, indexPrecedents([target]), ON)).toEqual([])
  })

  it('TB-PREC-02 were disclosed by the day asked for, and show only the answers given by then', () => {
    const answered = {
      ...near,
      responses: [aResponse('stability', '2021-05-01'), aResponse('restrictive', '2023-05-01')],
    }
    const index = indexPrecedents([answered])
    expect(nearestPrecedents(target, index, '2021-02-28')).toEqual([])
    expect(nearestPrecedents(target, index, '2022-01-01')[0]?.responseClass).toBe('stability')
    expect(nearestPrecedents(target, index, ON)[0]?.responseClass).toBe('restrictive')
    expect(nearestPrecedents(target, indexPrecedents([{ ...near, disclosed: null }]), ON)).toEqual([])
  })

  it('TB-PREC-03 are not named when too little could be compared', () => {
    const { levels } = near
    const thin = {
      ...near,
      levels: { ...levels, scope: null, scale: null, duration: null, impact: null, intensity: null },
    }
    const thinner = { ...thin, effects: [], targetCategories: [] }
    expect(nearestPrecedents(target, indexPrecedents([thin]), ON)).toHaveLength(1)
    expect(nearestPrecedents(target, indexPrecedents([thinner]), ON)).toHaveLength(1)
    expect(nearestPrecedents(target, indexPrecedents([{ ...thinner, victim: null }]), ON)).toEqual([])
  })
})
