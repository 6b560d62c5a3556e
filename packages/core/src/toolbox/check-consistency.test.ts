import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkConsistency, checkPairs, contrastOf, isGraver } from './check-consistency.ts'
import { aCodedCase, anyCodedCase, aResponse } from '../../test/example-cases.ts'
import { indexPrecedents } from './precedent-index.ts'

const ON = '2026-11-23'
const base = aCodedCase().levels
const graver = { ...base, intensity: 4, impact: 5 }
const other = {
  effects: ['influence'],
  targetCategories: ['state-functions'],
  sponsorStates: ['XB'],
  accused: ['Blue Fox'],
}

const answered = (changes: Parameters<typeof aCodedCase>[0]) =>
  contrastOf(aCodedCase(), aCodedCase({ ...changes, responseClass: 'restrictive' }))

describe('the consistency check', () => {
  it('TB-CONS-01 is silent about cases answered in the same class', () => {
    fc.assert(
      fc.property(anyCodedCase, anyCodedCase, (a, b) => {
        expect(
          contrastOf({ ...a, responseClass: 'stability' }, { ...b, responseClass: 'stability' }),
        ).toBeNull()
      }),
    )
  })

  it('TB-CONS-02 flags like cases answered differently', () => {
    expect(contrastOf(aCodedCase(), aCodedCase({ responseClass: 'restrictive' }))).toEqual({
      kind: 'like-case-answered-differently',
      distance: 0,
    })
    const unlike = aCodedCase({ ...other, responseClass: 'restrictive' })
    expect(contrastOf(aCodedCase(), unlike)).toBeNull()
  })

  it('TB-CONS-03 flags a graver case answered more lightly, and the mirror from the other side', () => {
    const light = aCodedCase({ ...other, levels: graver, responseClass: 'none' })
    const strong = aCodedCase({ responseClass: 'stability' })
    expect(contrastOf(light, strong)?.kind).toBe('graver-case-answered-more-lightly')
    expect(contrastOf(strong, light)?.kind).toBe('lighter-case-answered-more-strongly')
    expect(contrastOf({ ...light, responseClass: 'restrictive' }, strong)).toBeNull()
  })

  it('TB-CONS-03 never calls two cases each graver than the other', () => {
    fc.assert(
      fc.property(anyCodedCase, anyCodedCase, (a, b) => {
        expect(isGraver(a, b) && isGraver(b, a)).toBe(false)
      }),
    )
  })

  it.each([
    [
      'sophistication and complexity say nothing about harm',
      { ...graver, sophistication: 0, complexity: 0 },
      true,
    ],
    ['one level less on one other dimension is within coding error', { ...graver, scope: 2 }, true],
    ['two levels less are not', { ...graver, scope: 1 }, false],
    ['nor is one level less on two dimensions', { ...graver, scope: 2, scale: 2 }, false],
    ['less intensity is never graver', { ...graver, intensity: 2 }, false],
    [
      'too few known dimensions decide nothing',
      { ...graver, scope: null, scale: null, duration: null },
      false,
    ],
    ['an equal case is not graver', base, false],
  ])('TB-CONS-03 %s', (_, levels, expected) => {
    expect(isGraver(aCodedCase({ levels }), aCodedCase())).toBe(expected)
  })

  it('TB-CONS-04 does not set a case against a victim under another protection, nor an attempt against an act', () => {
    const a = aCodedCase({ levels: graver })
    expect(isGraver(a, aCodedCase({ victim: 'union-body' }))).toBe(true)
    expect(isGraver(a, aCodedCase({ victim: 'third-state' }))).toBe(false)
    expect(isGraver(a, aCodedCase({ attempted: true }))).toBe(false)
    expect(answered({ victim: 'third-state' })).toBeNull()
    expect(answered({ attempted: true })).toBeNull()
    // what nobody has coded sets nothing apart
    expect(answered({ attempted: null, victim: null })?.kind).toBe('like-case-answered-differently')
  })

  it('TB-CONS-05 carries the reason on record for differing', () => {
    const precedent = aCodedCase({
      entity: 'case:quay',
      name: 'Quay',
      responses: [aResponse('restrictive', '2021-06-01')],
      responseClass: 'restrictive',
    })
    const index = indexPrecedents([precedent])
    const reasons = [{ precedent: 'quay', reason: 'the evidence cannot be released' }]
    expect(checkConsistency(aCodedCase(), index, ON, { reasons })).toMatchObject([
      { precedent: 'case:quay', precedentName: 'Quay', reason: 'the evidence cannot be released' },
    ])
    expect(checkConsistency(aCodedCase(), index, ON)[0]).not.toHaveProperty('reason')
    expect(checkConsistency(aCodedCase(), index, '2021-04-01')).toEqual([])
  })

  it('names each pair of a set once', () => {
    const set = ['none', 'stability', 'restrictive'].map((name) =>
      aCodedCase({
        entity: name,
        responseClass: name === 'none' || name === 'stability' ? name : 'restrictive',
      }),
    )
    expect(checkPairs(set).map(({ cases }) => cases)).toEqual([
      ['none', 'stability'],
      ['none', 'restrictive'],
      ['stability', 'restrictive'],
    ])
  })
})
