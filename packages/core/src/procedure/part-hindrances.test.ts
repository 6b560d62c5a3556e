import { describe, expect, it } from 'vitest'
import {
  aDeclaration,
  aDeclarationUnderSilence,
  aListingBeforeCouncil,
  anAdoptedListing,
  aReviewedListing,
  delegate,
  EEAS,
  GSC,
  GSC_SECOND,
  LISTED,
  LISTING_ACTS,
  NAMES,
  paper,
  Play,
  PRESIDENCY,
  today,
} from '../../test/a-procedure.ts'
import { MEMBER_STATES } from '../incident/member-states.ts'
import type { Act } from './act.ts'

const reason = 'A reason.'
const adopt = { verb: 'adopt', acts: LISTING_ACTS } as const
const circulate = (version: number): Act => ({
  verb: 'circulate',
  documents: [paper('doc-draft-declaration', { version })],
  to: ['EE'],
})
const agenda = (meeting: string) => ({ verb: 'put-on-agenda', body: 'psc', meeting }) as const

describe('what single parts of an act get wrong', () => {
  it('PRC-33 no vote is recorded before it was held, nor one from before the procedure was opened', () => {
    const play = aListingBeforeCouncil()
      .everyone('support')
      .do(delegate('HU'), { verb: 'state-position', position: 'oppose' })
    expect(play.refusal(GSC, { verb: 'record-vote', held: '2026-03-16' })).toMatch(
      /^PRC-33: .*16 March 2026 lies after today, 3 March 2026/,
    )
    expect(play.refusal(GSC, { verb: 'record-vote', held: '2026-03-02' })).toMatch(
      /^PRC-33: The procedure was opened on 3 March 2026/,
    )
  })

  it('PRC-36 a listing is proposed with names, and with what identifies each; elsewhere nobody is listed', () => {
    const play = new Play().do(delegate('NL'), {
      verb: 'open',
      case: 'case:invented',
      measure: 'rest-asset-freeze',
      track: 'track-listing',
      path: 'normal',
      title: 'Listing',
      reason,
    })
    const proposal = {
      verb: 'propose',
      reason,
      documents: [paper('doc-options-paper'), paper('doc-measure-proposal')],
    } as const
    expect(play.refusal(delegate('NL'), { ...proposal, documents: [...proposal.documents] })).toMatch(
      /^PRC-36: A listing names whom it lists/,
    )
    play.do(delegate('NL'), { ...proposal, documents: [...proposal.documents], listed: LISTED })
    expect(play.procedure).toMatchObject({ listed: LISTED, subjects: NAMES })
    const declaration = new Play().do(delegate('EE'), {
      verb: 'open',
      case: 'case:invented',
      measure: 'stab-hr-declaration',
      track: 'track-declaration',
      path: 'normal',
      title: 'Declaration',
      reason,
    })
    expect(
      declaration.refusal(delegate('EE'), {
        ...proposal,
        documents: [...proposal.documents],
        listed: LISTED,
      }),
    ).toContain('PRC-36')
  })

  it('PRC-37 a listing is adopted on what the chair wrote down in the room, with nobody else typing', () => {
    const play = aListingBeforeCouncil()
    const room = (positions: Extract<Act, { verb: 'record-positions' }>['positions']) =>
      ({ verb: 'record-positions', meeting: today(play), positions }) as const
    play.do(PRESIDENCY, room(MEMBER_STATES.map((party) => ({ party, position: 'support' }))))
    expect(play.procedure.positions[0]).toMatchObject({ position: 'support', recordedBy: 'CY' })
    play.do(GSC, adopt)
    play.do(GSC_SECOND, { verb: 'confirm', confirms: play.acts.at(-1)?.statement ?? '' })
    expect(play.procedure.outcome).toBe('adopted')
  })

  it('PRC-37 a State says otherwise, and what it said itself nobody writes over', () => {
    const play = aListingBeforeCouncil()
    const room = (party: string) =>
      ({
        verb: 'record-positions',
        meeting: today(play),
        positions: [{ party, position: 'support' }],
      }) as const
    const say = (one: ReturnType<typeof room>) => ({ ...one, positions: [...one.positions] })
    play.do(PRESIDENCY, say(room('HU'))).do(delegate('HU'), { verb: 'state-position', position: 'oppose' })
    const hungary = () => play.procedure.positions.find(({ party }) => party === 'HU')
    expect(hungary()).toMatchObject({ position: 'oppose', stance: 'no' })
    expect(hungary()?.recordedBy).toBeUndefined()
    expect(play.refusal(PRESIDENCY, say(room('HU')))).toMatch(/^PRC-37: HU stated a position here/)
    expect(play.refusal(delegate('FR'), say(room('FR')))).toContain('PRC-03')
    expect(play.refusal(PRESIDENCY, say(room('US')))).toContain('PRC-11')
    play.do(PRESIDENCY, say(room('PL'))).do(delegate('PL'), { verb: 'lift-position' })
    expect(play.procedure.positions.find(({ party }) => party === 'PL')?.stance).toBe('unknown')
  })

  it('PRC-38 a paper carries a version of the text that is there', () => {
    const play = aDeclaration()
    expect(play.refusal(EEAS, circulate(1))).toMatch(/^PRC-38: No text has been laid yet/)
    play.do(PRESIDENCY, { verb: 'set-text', paragraphs: [{ id: 'p1', text: 'One.' }] })
    expect(play.refusal(EEAS, circulate(2))).toMatch(/^PRC-38: .*it has versions 1 to 1/)
    expect(play.do(EEAS, circulate(1)).procedure.documents.at(-1)).toMatchObject({ version: 1 })
  })

  it('PRC-33 a meeting is put on an agenda ahead: today, or later, never for a day that has passed', () => {
    expect(aDeclaration().refusal(PRESIDENCY, agenda('2020-01-01'))).toMatch(
      /^PRC-33: .*1 January 2020 lies before today/,
    )
    expect(aDeclaration().do(PRESIDENCY, agenda('2026-03-03')).procedure.agenda).toHaveLength(2)
  })

  it('PRC-33 nothing is published tomorrow, and nobody has been notified tomorrow', () => {
    const play = anAdoptedListing()
    expect(play.refusal(GSC, { verb: 'publish', where: 'OJ L', on: '2026-12-01' })).toContain('PRC-33')
  })

  it('PRC-34 what was adopted by silence is not put on an agenda, and no findings are exchanged for it', () => {
    const play = aDeclarationUnderSilence().wait(60 * 24 * 7)
    expect(play.procedure.outcome).toBe('adopted')
    const hungary = play.next(delegate('HU'))
    expect(hungary.filter(({ allowed }) => allowed).map(({ label }) => label)).not.toContain(
      'Exchange national findings',
    )
    expect(play.refusal(delegate('HU'), { verb: 'move', transition: 'tr-06' })).toContain('PRC-34')
    expect(play.refusal(PRESIDENCY, agenda(today(play)))).toContain('PRC-34')
    expect(play.next(PRESIDENCY).filter(({ verb, allowed }) => verb === 'put-on-agenda' && allowed)).toEqual(
      [],
    )
  })

  it('PRC-34 a proposed prolongation is dealt with in meetings again', () => {
    const play = aReviewedListing()
    expect(play.refusal(PRESIDENCY, agenda(today(play)))).toContain('PRC-34')
    play
      .do(EEAS, { verb: 'circulate', documents: [paper('doc-prolongation-note')], to: ['NL'] })
      .do(EEAS, { verb: 'prolong', until: '2027-05-18', reason })
    expect(play.do(PRESIDENCY, agenda(today(play))).procedure.agenda.at(-1)).toMatchObject({ body: 'psc' })
  })
})
