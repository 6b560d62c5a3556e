import { describe, expect, it } from 'vitest'
import { draftPrinciples, judgedKey, setAssertions } from './compared-draft.ts'

const clauses = [
  { number: '1', text: 'States shall not attack satellites.' },
  { text: `States shall not harm ${'very '.repeat(40)}critical infrastructure.` },
  { number: '3', text: 'The secretariat shall meet in Geneva.' },
]

describe('a compared draft on record (NRM-23)', () => {
  it('is a set that is a draft', () => {
    expect(setAssertions(' New principles ')).toEqual([
      { property: 'name', value: 'New principles' },
      { property: 'isDraft', value: true },
    ])
  })

  it('has a principle for each clause of which something was said, and for no other', () => {
    const principles = draftPrinciples(
      clauses,
      {
        judged: { [judgedKey(1, 'un-f')]: 'extends', [judgedKey(1, 'un-g')]: 'overlaps' },
        beyond: { 0: ' Satellites ', 2: '  ' },
      },
      'norm-set:new',
    )
    expect(principles.map(({ clause }) => clause)).toEqual([0, 1])
    expect(principles[0]?.assertions).toEqual([
      { property: 'name', value: 'States shall not attack satellites.' },
      { property: 'set', value: 'norm-set:new' },
      { property: 'number', value: '1' },
      { property: 'wording', value: 'States shall not attack satellites.' },
      { property: 'beyond', value: 'Satellites' },
    ])
    expect(principles[1]?.assertions.filter(({ property }) => property === 'stands')).toEqual([
      { property: 'stands', value: { norm: 'un-f', strength: 'extends' } },
      { property: 'stands', value: { norm: 'un-g', strength: 'overlaps' } },
    ])
    const name = String(principles[1]?.assertions[0]?.value)
    expect(name.length).toBeLessThanOrEqual(112)
    expect(name.endsWith(' …')).toBe(true)
  })
})
