import { describe, expect, it } from 'vitest'
import {
  aDeclaration,
  delegate,
  doctrine,
  EEAS,
  GSC,
  HR,
  paper,
  Play,
  PRESIDENCY,
} from '../../test/a-procedure.ts'
import { nextActs } from './next-acts.ts'
import { readProcedure } from './read-procedure.ts'
import { weighAct } from './weigh-act.ts'

const reason = 'A reason.'

const open = {
  verb: 'open',
  case: 'case:invented',
  measure: 'stab-hr-declaration',
  track: 'track-declaration',
  path: 'normal',
  title: 'D',
  reason,
} as const

function conclusionsProposed(path: 'normal' | 'crisis'): Play {
  return new Play()
    .do(delegate('EE'), { ...open, measure: 'stab-conclusions', track: 'track-conclusions', path })
    .do(delegate('EE'), {
      verb: 'propose',
      reason,
      documents: [paper('doc-options-paper'), paper('doc-measure-proposal')],
    })
}

describe('the place', () => {
  it('PRC-05 begins with opening, once', () => {
    expect(
      new Play().refusal(PRESIDENCY, { verb: 'put-on-agenda', body: 'psc', meeting: '2026-03-17' }),
    ).toContain('PRC-05')
    expect(aDeclaration().refusal(delegate('EE'), open)).toContain('PRC-05')
    expect(readProcedure(doctrine, [], '2026-03-03T09:00:00.000Z')).toBeNull()
  })

  it('PRC-06 a track carries only its measures', () => {
    expect(new Play().refusal(delegate('EE'), { ...open, measure: 'rest-asset-freeze' })).toContain('PRC-06')
    expect(new Play().refusal(delegate('EE'), { ...open, track: 'track-none' })).toMatch(
      /PRC-06.*track-declaration/,
    )
  })

  it('PRC-07 a step leads on from where the procedure stands', () => {
    expect(aDeclaration().refusal(PRESIDENCY, { verb: 'move', transition: 'tr-21' })).toMatch(/PRC-07.*HWPCI/)
    expect(aDeclaration().refusal(GSC, { verb: 'record-vote', held: '2026-03-03' })).toContain('PRC-07')
  })

  it('PRC-09 a proposal brings its papers', () => {
    const play = new Play().do(delegate('EE'), open)
    expect(play.refusal(delegate('EE'), { verb: 'propose', reason })).toMatch(/PRC-09.*Options paper/i)
    expect(
      play
        .next(delegate('EE'))
        .find(({ verb }) => verb === 'propose')
        ?.missing.documents.map(({ outline }) => outline),
    ).toEqual(['doc-options-paper', 'doc-measure-proposal'])
  })

  it('PRC-08 an extraordinary Council is a step of the crisis path', () => {
    expect(conclusionsProposed('normal').refusal(HR, { verb: 'move', transition: 'tr-22' })).toContain(
      'PRC-08',
    )
    expect(
      conclusionsProposed('crisis').do(HR, { verb: 'move', transition: 'tr-22' }).procedure.state.id,
    ).toBe('s-council')
  })

  it('crisis coordination and attribution run beside the procedure and hold nothing up', () => {
    const play = aDeclaration('crisis')
      .do(EEAS, {
        verb: 'circulate',
        documents: [paper('doc-situational-report'), paper('doc-isaa-report')],
        to: ['EE'],
      })
      .do(PRESIDENCY, { verb: 'move', transition: 'tr-32' })
      .do(delegate('FR'), { verb: 'move', transition: 'tr-06' })
    expect(play.procedure).toMatchObject({
      state: { id: 's-hwpci' },
      parallel: [{ state: 's-crisis-coord' }, { state: 's-attrib' }],
    })
    play.do(EEAS, { verb: 'move', transition: 'tr-33' })
    expect(play.procedure.parallel[0]).toHaveProperty('until')
    play.do(PRESIDENCY, { verb: 'open-silence', until: '2026-03-03T20:00:00.000Z' })
  })

  it.each([
    ['support-mutual-assistance', 'track-mutual-assistance', 'doc-request-42-7', 's-42-7'],
    ['support-solidarity-clause', 'track-solidarity', 'doc-request-222', 's-implement'],
  ])('%s is set going by the request of the State alone', (measure, track, request, state) => {
    const play = new Play()
      .do(delegate('EE'), { ...open, measure, track, path: 'crisis' })
      .do(delegate('EE'), { verb: 'propose', reason, documents: [paper(request)] })
      .do(delegate('EE'), { verb: 'adopt', acts: [paper(request)] })
    expect(play.procedure).toMatchObject({ outcome: 'adopted', state: { id: state }, vote: null })
  })

  it('PRC-02 an act comes after those before it', () => {
    const play = aDeclaration()
    const at = play.acts.at(-1)?.at ?? ''
    const support = { verb: 'state-position', position: 'support' } as const
    expect(weighAct(doctrine, play.procedure, support, delegate('FR'), at)).toMatchObject({
      allowed: false,
      rule: 'PRC-02',
    })
  })

  it('whatever is our reconstruction says so in the answer', () => {
    const { history, trackVerified } = aDeclaration().procedure
    expect(history.map(({ transition, verified }) => [transition, verified])).toEqual([
      ['tr-08', true],
      ['tr-09', false],
    ])
    expect(trackVerified).toBe(true)
    const next = nextActs(doctrine, aDeclaration().procedure, PRESIDENCY, '2026-03-04T09:00:00.000Z')
    expect(next.find(({ transition }) => transition === 'tr-10')).toMatchObject({
      allowed: true,
      verified: false,
      leadsTo: 'PSC orientation',
      expects: 'all 27 recorded',
      usual: { text: '1-4 weeks', basis: 'our-judgement' },
    })
  })
})
