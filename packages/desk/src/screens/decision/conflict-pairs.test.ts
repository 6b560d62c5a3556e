import { describe, expect, it } from 'vitest'
import { conflictPairs } from './conflict-pairs.ts'

const conflict = (other: string, why: string) => ({ with: other, measure: other, label: other, why })

describe('contradictions between measures', () => {
  it('are said once for each pair, with the reasons of both sides', () => {
    expect(
      conflictPairs([
        {
          entity: 'a',
          conflicts: [conflict('b', 'the same instrument twice'), conflict('c', 'it declines to name')],
        },
        { entity: 'b', conflicts: [conflict('a', 'the same instrument twice')] },
        { entity: 'c', conflicts: [conflict('a', 'it names in fact')] },
      ]),
    ).toEqual([
      { between: ['a', 'b'], reasons: ['the same instrument twice'] },
      { between: ['a', 'c'], reasons: ['it declines to name', 'it names in fact'] },
    ])
  })

  it('are none where nobody says so', () => {
    expect(conflictPairs([{ entity: 'a', conflicts: [] }])).toEqual([])
  })
})
