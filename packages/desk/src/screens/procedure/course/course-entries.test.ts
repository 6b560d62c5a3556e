import type { RecordedAct, Step } from '@demarche/core'
import { describe, expect, it } from 'vitest'
import { actsSince, courseEntries } from './course-entries.ts'

const act = (statement: string, at: string): RecordedAct => ({
  statement,
  at,
  party: 'EE',
  act: { verb: 'comment-on-silence', comment: statement },
})
const step = (transition: string, at: string, statement?: string): Step => ({
  transition,
  label: transition,
  from: 's-a',
  to: 's-b',
  at,
  by: statement === undefined ? null : { statement, party: 'EE', at },
  verified: true,
})

describe('the course as one list', () => {
  const procedure = {
    acts: [act('first', '2026-11-23T09:00:00.000Z'), act('second', '2026-11-23T10:00:00.000Z')],
    history: [step('tr-1', '2026-11-23T09:00:00.000Z', 'first'), step('tr-2', '2026-11-24T09:00:00.000Z')],
    ignored: [
      { recorded: act('late', '2026-11-25T09:00:00.000Z'), rule: 'PRC-24', reason: 'Silence has ended.' },
    ],
  }

  it('has acts, what time did, and what does not count, the newest first', () => {
    expect(courseEntries(procedure).map(({ kind }) => kind)).toEqual(['ignored', 'time', 'act', 'act'])
  })

  it('gives each step to the act that took it', () => {
    const last = courseEntries(procedure).at(-1)
    expect(last?.kind === 'act' && last.steps.map(({ transition }) => transition)).toEqual(['tr-1'])
  })

  it('knows what came after the act that a reader saw last', () => {
    expect(actsSince(procedure, 'first').map(({ statement }) => statement)).toEqual(['second'])
    expect(actsSince(procedure, 'second')).toEqual([])
  })
})
