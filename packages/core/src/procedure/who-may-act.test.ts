import { describe, expect, it } from 'vitest'
import {
  aListingBeforeCouncil,
  anAdoptedListing,
  COMMISSION,
  delegate,
  EEAS,
  GSC,
  HR,
  LISTING_ACTS,
  paper,
  Play,
  PRESIDENCY,
} from '../../test/a-procedure.ts'

const reason = 'A reason.'
const adopt = { verb: 'adopt', acts: LISTING_ACTS } as const

function adopting(...acts: typeof LISTING_ACTS) {
  return { verb: 'adopt' as const, acts }
}

describe('who may', () => {
  it('PRC-04 of a Member State nobody speaks but its delegate', () => {
    const play = aListingBeforeCouncil()
    const support = { verb: 'state-position', position: 'support' } as const
    expect(play.refusal({ ...delegate('NL'), role: 'desk-officer' }, support)).toContain('PRC-04')
    for (const role of ['analyst', 'legal-adviser', 'auditor', 'administrator', 'chair'] as const)
      expect(play.refusal({ ...delegate('NL'), role }, support)).toContain('PRC-03')
    play.do(delegate('NL'), support)
  })

  it('PRC-03 positions are of Member States alone', () => {
    for (const actor of [HR, GSC, COMMISSION, PRESIDENCY, delegate('US'), delegate('GB')])
      expect(
        aListingBeforeCouncil().refusal(actor, { verb: 'state-position', position: 'support' }),
      ).toContain('PRC-03')
  })

  it('PRC-11 what no member of that day can hold counts for nothing, even when it is on record', () => {
    const play = aListingBeforeCouncil()
    const former = play.wait(1).record(delegate('GB'), { verb: 'state-position', position: 'oppose' })
    expect(play.procedure.ignored).toMatchObject([{ recorded: former, rule: 'PRC-11' }])
    expect(play.procedure.positions.map(({ party }) => party)).not.toContain('GB')
  })

  it('PRC-11 positions stand as they were once the measure is decided', () => {
    expect(
      anAdoptedListing().refusal(delegate('NL'), { verb: 'state-position', position: 'oppose' }),
    ).toContain('PRC-11')
  })

  it('PRC-03 acts of the Council are recorded by its secretariat or the Presidency', () => {
    const play = aListingBeforeCouncil().everyone('support')
    for (const actor of [HR, EEAS, COMMISSION, delegate('NL')])
      expect(play.refusal(actor, adopt)).toContain('PRC-03')
    play.do(PRESIDENCY, adopt)
  })

  it('PRC-03 the chair acts for the Presidency while its State holds it, and no longer', () => {
    const former = { ...PRESIDENCY, isPresidency: false }
    const act = { verb: 'put-on-agenda', body: 'psc', meeting: '2026-03-17' } as const
    expect(aListingBeforeCouncil().refusal(former, act)).toMatch(/PRC-03.*does not hold the Presidency/)
  })

  it('a national decision is taken by the State that proposed it and by no other', () => {
    const play = new Play()
      .do(delegate('EE'), {
        verb: 'open',
        case: 'case:invented',
        measure: 'support-retorsion',
        track: 'track-national',
        path: 'normal',
        title: 'Retorsion',
        reason,
      })
      .do(delegate('EE'), { verb: 'propose', reason, documents: [paper('doc-measure-proposal')] })
    const decide = adopting(paper('doc-measure-proposal'))
    expect(play.refusal(delegate('FR'), decide)).toContain('PRC-04')
    expect(play.do(delegate('EE'), decide).procedure).toMatchObject({
      outcome: 'adopted',
      vote: null,
      adoption: { how: 'without-vote' },
    })
  })
})
