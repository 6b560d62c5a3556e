import { describe, expect, it } from 'vitest'
import { answersBefore } from './answers-before.ts'
import type { RightsCheck } from './rights-check.ts'

function check(
  measures: readonly string[],
  said: readonly (readonly [question: string, at: string])[],
): RightsCheck {
  return {
    measures,
    questions: said.map(([question, at]) => ({
      question,
      about: measures,
      outcome: 'no-concern',
      contested: false,
      severe: false,
      unmitigated: false,
      answers: [
        {
          statement: at,
          party: 'EE',
          at,
          answer: { measures: [...measures], question, answer: 'no-concern', grounds: at },
        },
      ],
    })),
    unanswered: [],
    open: [],
    concerns: [],
    unmitigated: [],
    standing: 'unsigned',
    signature: null,
  }
}

describe('what was answered before (RGT-06)', () => {
  const checks = [
    check(['a'], [['q', '2026-01-01T00:00:00Z']]),
    check(
      ['b', 'c'],
      [
        ['q', '2026-01-02T00:00:00Z'],
        ['other', '2026-01-09T00:00:00Z'],
      ],
    ),
    check(['x'], [['q', '2026-01-05T00:00:00Z']]),
    check(['b', 'd'], [['q', '2026-01-03T00:00:00Z']]),
  ]

  it('is found in other checks, those of shared measures first and then the newest', () => {
    const before = answersBefore(checks, { measures: ['b', 'd'] }, 'q')
    expect(before.map(({ answer }) => answer.measures.join())).toEqual(['b,c', 'x', 'a'])
  })

  it('is never an answer of the check itself, nor to another question', () => {
    expect(answersBefore(checks, { measures: ['b', 'c'] }, 'other')).toEqual([])
  })
})
