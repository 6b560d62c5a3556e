import { type ChangedValue, NOT_IN_FORCE } from '@demarche/core/dossier/compare-dossiers.ts'
import { aDossier } from '@demarche/testkit'
import { describe, expect, it } from 'vitest'
import type { Say } from '../../texts.ts'
import { changeWords, subjectWords } from './change-words.ts'

const say: Say = (key, values) => (values ? `${key} ${Object.values(values).join(' ')}` : key)
const known = { dossier: aDossier(), doctrine: undefined, t: say }
const read = (
  part: Parameters<typeof subjectWords>[0]['part'],
  subject: string,
  ...after: readonly ChangedValue[]
): readonly [string, string] => {
  const change = { part, subject, before: [], after }
  return [subjectWords(change, known), changeWords(change, after, '2026-06-01', known)]
}

describe('a change between two dates', () => {
  it('names a test by its words and its verdict as the assessment does', () => {
    expect(read('tests', 'test-large-scale', 'true')).toEqual(['large scale', 'verdict.test.true'])
    expect(read('tests', 'test-large-scale', NOT_IN_FORCE)[1]).toBe('test.notInForce')
  })

  it('says whether a measure is open in the words of the options', () => {
    expect(read('measures', 'Council conclusions', 'turns-on')[1]).toBe('availability.turns-on')
  })

  it('names a finding by what it is about', () => {
    expect(read('facts', 'finding.test-significant-effect', 'holds: grave')[0]).toBe(
      'label.finding significant effect',
    )
  })

  it('says what was known in the words of a case, and that sources differ where they do', () => {
    const start = { values: ['2022-05-10'], text: '10 May 2022' }
    const contested = { values: [60, 96], text: 'sources differ: 60 hours or 96 hours' }
    expect(read('facts', 'startDate', start)[1]).toBe('10 May 2022')
    expect(read('facts', 'attributedByUnion', { values: [true], text: 'yes' })[1]).toBe('value.yes')
    expect(read('facts', 'disruptionDurationHours', contested)[1]).toBe(
      'facts.contestedTagmark.colon 60\u00a0hours; 96\u00a0hours',
    )
  })

  it('writes dates and States of claims and responses as tables do', () => {
    expect(read('attribution', 'EU: X', 'political, GR, 2022-05-10')[1]).toBe(
      'claim.kind.political, EL Greece, 10 May 2022',
    )
    expect(read('responses', 'EU: declaration by HR', '2022-05-10', '2022-07')[1]).toBe(
      '10 May 2022; July 2022',
    )
  })

  it('keeps levels apart from each other, and nothing apart from unknown', () => {
    expect(read('profile', 'Scope', { state: 'between', lower: 2, upper: 4 })[1]).toBe('level.between 2 4')
    expect(read('profile', 'Scope', { state: 'unknown' })[1]).toBe('level.unknown')
    expect(read('norms', 'A norm')[1]).toBe('history.nothing')
  })
})
