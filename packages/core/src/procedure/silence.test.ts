import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aDeclaration,
  aDeclarationUnderSilence,
  delegate,
  doctrine,
  EEAS,
  GSC,
  HR,
  paper,
  PRESIDENCY,
} from '../../test/a-procedure.ts'
import { brusselsTime } from '../kernel/brussels-time.ts'
import { readProcedure } from './read-procedure.ts'

const UNTIL = '2026-03-06T17:00:00.000Z'
const reason = 'The second paragraph goes too far.'

describe('a silence procedure', () => {
  it('runs until its deadline, and the measure is open', () => {
    const { silence, outcome, vote, deadlines } = aDeclarationUnderSilence().procedure
    expect(silence).toMatchObject({ status: 'running', until: UNTIL })
    expect(outcome).toBe('open')
    expect(vote?.outcome?.verdict).toBe('unknown')
    expect(deadlines.find(({ kind }) => kind === 'silence')?.on).toBe(UNTIL)
  })

  it('PRC-25 is adopted at its deadline without any act, whoever was asleep', () => {
    const play = aDeclarationUnderSilence()
    const before = readProcedure(doctrine, play.acts, '2026-03-06T16:59:59.999Z')
    const after = readProcedure(doctrine, play.acts, UNTIL)
    expect([before?.silence?.status, after?.silence?.status]).toEqual(['running', 'adopted'])
    expect(after).toMatchObject({ outcome: 'adopted', state: { id: 's-publish', since: UNTIL } })
    expect(after?.adoption).toMatchObject({ at: UNTIL, how: 'silence', by: null })
    expect(after?.history.at(-1)).toMatchObject({ transition: 'tr-13', by: null, verified: true })
    expect(after?.vote?.outcome?.verdict).toBe('true')
  })

  it('PRC-25 has the same outcome whenever it is read after the deadline', () => {
    const play = aDeclarationUnderSilence()
    const at = readProcedure(doctrine, play.acts, UNTIL)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000_000 }), (minutes) => {
        const later = readProcedure(
          doctrine,
          play.acts,
          new Date(Date.parse(UNTIL) + minutes * 60_000).toISOString(),
        )
        expect([later?.silence, later?.state, later?.adoption]).toEqual([
          at?.silence,
          at?.state,
          at?.adoption,
        ])
      }),
    )
  })

  it('PRC-24 is broken by one objection before the deadline', () => {
    const { procedure } = aDeclarationUnderSilence().do(delegate('HU'), { verb: 'break-silence', reason })
    expect(procedure).toMatchObject({ outcome: 'not-adopted', state: { id: 's-blocked' } })
    expect(procedure.silence).toMatchObject({ status: 'broken', objections: [{ party: 'HU', reason }] })
    expect(procedure.vote?.outcome?.verdict).toBe('false')
  })

  it('blocked, waits for no meeting: none stands among its deadlines until it goes back', () => {
    const play = aDeclarationUnderSilence()
    const kinds = () => play.procedure.deadlines.map(({ kind }) => kind)
    expect(kinds()).toEqual(['silence', 'meeting'])
    play.do(delegate('HU'), { verb: 'break-silence', reason })
    expect(kinds()).toEqual([])
    play
      .do(PRESIDENCY, { verb: 'circulate', documents: [paper('doc-revised-text')], to: ['EE'] })
      .do(PRESIDENCY, { verb: 'move', transition: 'tr-15' })
    expect(kinds()).toEqual(['meeting'])
  })

  it('PRC-24 stays broken when the deadline passes', () => {
    const play = aDeclarationUnderSilence().do(delegate('HU'), { verb: 'break-silence', reason })
    expect(play.wait(60 * 24 * 30).procedure.silence?.status).toBe('broken')
  })

  it('PRC-24 an objection recorded after the deadline is refused, and says why', () => {
    const play = aDeclarationUnderSilence().wait(60 * 24 * 7)
    expect(play.refusal(delegate('HU'), { verb: 'break-silence', reason })).toMatch(
      /^PRC-24: Silence ended at its deadline, Friday 6 March 2026, 18:00 CET.*an objection after it is none/,
    )
  })

  it('PRC-24 an objection on record after the deadline does not count, not even at the deadline itself', () => {
    for (const minutes of [0, 1, 1000]) {
      const play = aDeclarationUnderSilence()
      const late = new Date(Date.parse(UNTIL) + minutes * 60_000).toISOString()
      play.acts.push({ statement: 'late', act: { verb: 'break-silence', reason }, party: 'HU', at: late })
      const procedure = readProcedure(doctrine, play.acts, late)
      expect(procedure?.outcome).toBe('adopted')
      expect(procedure?.ignored.map(({ rule }) => rule)).toEqual(['PRC-24'])
    }
  })

  it('a comment is no objection', () => {
    const play = aDeclarationUnderSilence().do(delegate('FI'), {
      verb: 'comment-on-silence',
      comment: 'A comma.',
    })
    const { silence, outcome } = play.wait(60 * 24 * 7).procedure
    expect(silence).toMatchObject({ status: 'adopted', comments: [{ party: 'FI' }], objections: [] })
    expect(outcome).toBe('adopted')
  })

  it('PRC-26 an objection that comes as a position is refused, so that nobody believes it had stopped the clock', () => {
    const play = aDeclarationUnderSilence()
    expect(play.refusal(delegate('HU'), { verb: 'state-position', position: 'oppose' })).toMatch(
      /PRC-26.*break silence/,
    )
    expect(play.refusal(delegate('HU'), { verb: 'state-position', position: 'scrutiny-reserve' })).toContain(
      'PRC-26',
    )
    play.do(delegate('HU'), { verb: 'state-position', position: 'support' })
  })

  it('PRC-23 is extended before it ends, to a later time, and never after', () => {
    const play = aDeclarationUnderSilence()
    expect(play.refusal(PRESIDENCY, { verb: 'extend-silence', until: UNTIL, reason })).toContain('PRC-23')
    play.do(PRESIDENCY, { verb: 'extend-silence', until: '2026-03-09T17:00:00.000Z', reason })
    expect(play.read(UNTIL)?.silence).toMatchObject({ status: 'running', extended: [{ from: UNTIL }] })
    play.wait(60 * 24 * 7)
    expect(play.procedure.silence).toMatchObject({ status: 'adopted', endedAt: '2026-03-09T17:00:00.000Z' })
    const after = { verb: 'extend-silence', until: '2026-04-09T17:00:00.000Z', reason } as const
    expect(play.refusal(PRESIDENCY, after)).toContain('PRC-24')
  })

  it('PRC-25 how it ended is noted before the procedure goes on, not after', () => {
    const play = aDeclarationUnderSilence().wait(60 * 24 * 7)
    play.do(GSC, { verb: 'circulate', documents: [paper('doc-press-release')], to: ['EE'] })
    const on = brusselsTime(play.now).date
    play.do(GSC, { verb: 'publish', where: 'Website of the Council', on })
    expect(play.refusal(PRESIDENCY, { verb: 'close-silence' })).toContain('PRC-25')
  })

  it('PRC-22 says in Brussels time that the deadline has passed, and which field says so', () => {
    const weighed = aDeclaration().weigh(PRESIDENCY, {
      verb: 'open-silence',
      until: '2026-03-02T17:00:00.000Z',
    })
    expect(weighed).toMatchObject({
      rule: 'PRC-22',
      field: 'until',
      reason: expect.stringMatching(
        /Monday 2 March 2026, 18:00 CET has passed. It is now Tuesday 3 March 2026/,
      ),
    })
  })

  it('PRC-22 ends after it begins', () => {
    expect(
      aDeclaration().refusal(PRESIDENCY, { verb: 'open-silence', until: '2026-03-03T08:00:00.000Z' }),
    ).toContain('PRC-22')
  })

  it('PRC-10 does not begin while a reserve is open', () => {
    const play = aDeclaration().do(delegate('SE'), {
      verb: 'state-position',
      position: 'parliamentary-reserve',
    })
    expect(play.refusal(PRESIDENCY, { verb: 'open-silence', until: UNTIL })).toMatch(/PRC-10: .*SE/)
    play.do(delegate('SE'), { verb: 'lift-position' }).do(PRESIDENCY, { verb: 'open-silence', until: UNTIL })
  })

  it('PRC-03 is opened by the Presidency, the High Representative or the EEAS, and by no delegate', () => {
    const act = { verb: 'open-silence', until: UNTIL } as const
    expect(aDeclaration().refusal(delegate('EE'), act)).toContain('PRC-03')
    expect(aDeclaration().refusal(GSC, act)).toContain('PRC-03')
    for (const actor of [HR, EEAS, PRESIDENCY]) aDeclaration().do(actor, act)
  })

  it('PRC-26 keeps the text as it was sent', () => {
    const play = aDeclarationUnderSilence()
    const paragraphs = [{ id: 'p1', text: 'Other words.' }]
    expect(play.refusal(EEAS, { verb: 'set-text', paragraphs })).toContain('PRC-26')
  })

  it('is withdrawn by whoever may open it; the text goes back', () => {
    const play = aDeclarationUnderSilence().do(PRESIDENCY, { verb: 'withdraw-silence', reason })
    expect(play.wait(60 * 24 * 7).procedure).toMatchObject({
      outcome: 'open',
      state: { id: 's-hwpci' },
      silence: { status: 'withdrawn' },
    })
  })

  it('PRC-25 is closed only as a note, once, after it has ended', () => {
    const play = aDeclarationUnderSilence()
    expect(play.refusal(GSC, { verb: 'close-silence' })).toContain('PRC-25')
    play.wait(60 * 24 * 7).do(GSC, { verb: 'close-silence' })
    expect(play.procedure.silence).toMatchObject({ endedAt: UNTIL, noted: { party: 'GSC' } })
    expect(play.refusal(GSC, { verb: 'close-silence' })).toContain('PRC-25')
  })

  it('broken, goes back with a revised text and is adopted the second time', () => {
    const play = aDeclarationUnderSilence().do(delegate('HU'), { verb: 'break-silence', reason })
    expect(play.refusal(PRESIDENCY, { verb: 'move', transition: 'tr-15' })).toMatch(/PRC-09.*Revised text/i)
    play
      .do(EEAS, { verb: 'circulate', documents: [paper('doc-revised-text')], to: ['HU'] })
      .do(PRESIDENCY, { verb: 'move', transition: 'tr-15' })
    expect(play.procedure).toMatchObject({ outcome: 'open', state: { id: 's-hwpci' } })
    play.do(PRESIDENCY, { verb: 'open-silence', until: '2026-03-20T17:00:00.000Z' }).wait(60 * 24 * 30)
    expect(play.procedure).toMatchObject({ outcome: 'adopted', ignored: [] })
    expect(play.procedure.silences.map(({ status }) => status)).toEqual(['broken', 'adopted'])
  })
})
