import { describe, expect, it } from 'vitest'
import {
  aListingBeforeCouncil,
  anAdoptedListing,
  aDeclaration,
  aReviewedListing,
  COMMISSION,
  delegate,
  doctrine,
  EEAS,
  GSC,
  GSC_SECOND,
  HR,
  LISTING_ACTS,
  NAMES,
  paper,
  Play,
  PRESIDENCY,
  today,
} from '../../test/a-procedure.ts'
import { MEMBER_STATES } from '../incident/member-states.ts'
import { nextActs } from './next-acts.ts'
import { readProcedure } from './read-procedure.ts'
import { weighAct } from './weigh-act.ts'

const reason = 'A reason.'
const adopt = { verb: 'adopt', acts: LISTING_ACTS } as const

function adopting(...acts: typeof LISTING_ACTS) {
  return { verb: 'adopt' as const, acts }
}

const voteWithout = (absent: string[], proxies?: { party: string; holder: string }[]) => ({
  verb: 'record-vote' as const,
  held: '2026-03-03',
  present: MEMBER_STATES.filter((state) => !absent.includes(state)),
  ...(proxies ? { proxies } : {}),
})

const verdictWithout = (...given: Parameters<typeof voteWithout>) =>
  aListingBeforeCouncil()
    .everyone('support')
    .do(GSC, voteWithout(...given)).procedure.votes[0]?.verdict

describe('positions', () => {
  it('who has said nothing is unknown, and so is the vote', () => {
    const { positions, vote } = aListingBeforeCouncil().procedure
    expect(positions).toHaveLength(27)
    expect(new Set(positions.map(({ stance }) => stance))).toEqual(new Set(['unknown']))
    expect(vote).toMatchObject({ rule: 'rule-listing', outcome: { verdict: 'unknown' } })
  })

  it('PRC-12 a reserve that is lifted is unknown again, not a yes', () => {
    const play = aListingBeforeCouncil().everyone('support', ['SE'])
    play.do(delegate('SE'), {
      verb: 'state-position',
      position: 'scrutiny-reserve',
      comment: 'Parliament sits on Friday.',
    })
    expect(play.procedure.reserves).toMatchObject([{ party: 'SE', comment: 'Parliament sits on Friday.' }])
    play.do(delegate('SE'), { verb: 'lift-position' })
    const { reserves, positions, vote } = play.procedure
    expect(reserves).toEqual([])
    expect(positions.find(({ party }) => party === 'SE')).toMatchObject({ position: null, stance: 'unknown' })
    expect(vote?.outcome?.open).toEqual(['SE'])
    expect(play.refusal(delegate('SE'), { verb: 'lift-position' })).toContain('PRC-12')
  })

  it('the last word counts and the earlier ones stay readable', () => {
    const play = aListingBeforeCouncil()
      .do(delegate('HU'), { verb: 'state-position', position: 'oppose' })
      .do(delegate('HU'), { verb: 'state-position', position: 'abstain' })
    const hungary = play.procedure.positions.find(({ party }) => party === 'HU')
    expect(hungary).toMatchObject({ position: 'abstain', stance: 'abstain' })
    expect(hungary?.history.map(({ position }) => position)).toEqual(['oppose', 'abstain'])
  })

  it('a reserve on one paragraph keeps the whole open, whatever the party says of the rest', () => {
    const play = aDeclaration().do(EEAS, { verb: 'set-text', paragraphs: [{ id: 'p1', text: 'One.' }] })
    play
      .do(delegate('SE'), { verb: 'state-position', position: 'support' })
      .do(delegate('SE'), { verb: 'state-position', position: 'substantive-reserve', paragraph: 'p1' })
    expect(play.procedure.positions.find(({ party }) => party === 'SE')?.stance).toBe('unknown')
    play.do(delegate('SE'), { verb: 'lift-position', paragraph: 'p1' })
    expect(play.procedure.positions.find(({ party }) => party === 'SE')?.stance).toBe('yes')
  })

  it('PRC-27 a position speaks of a paragraph that is there', () => {
    const act = { verb: 'state-position', position: 'support', paragraph: 'p9' } as const
    expect(aDeclaration().refusal(delegate('SE'), act)).toMatch(/PRC-27.*TXT-09/)
  })
})

describe('adoption', () => {
  it('PRC-14 is refused while somebody has not said, and names who', () => {
    const play = aListingBeforeCouncil().everyone('support', ['SE', 'HU'])
    expect(play.refusal(GSC, adopt)).toMatch(/^PRC-14: .*HU, SE/)
    expect(play.next(GSC).find(({ verb }) => verb === 'adopt')).toMatchObject({
      allowed: false,
      rule: 'PRC-14',
      missing: { positions: ['HU', 'SE'] },
    })
  })

  it('PRC-14 is refused when one is against, and not when one abstains', () => {
    const play = aListingBeforeCouncil().everyone('support')
    play.do(delegate('HU'), { verb: 'state-position', position: 'oppose' })
    expect(play.refusal(GSC, adopt)).toMatch(/^PRC-14: The rule is not met/)
    play.do(delegate('HU'), { verb: 'state-position', position: 'abstain-with-declaration' }).do(GSC, adopt)
    play.do(GSC_SECOND, { verb: 'confirm', confirms: play.acts.at(-1)?.statement ?? '' })
    expect(play.procedure.adoption).toMatchObject({ how: 'vote', declaring: ['HU'] })
  })

  it('PRC-16 a listing is adopted by two acts whose annexes name the same', () => {
    const play = aListingBeforeCouncil().everyone('support')
    const [decision, regulation] = LISTING_ACTS
    if (!decision || !regulation) throw new Error('two acts')
    expect(play.refusal(GSC, adopting(decision))).toMatch(/PRC-16: .*exactly 2/)
    expect(play.refusal(GSC, adopting(decision, paper('doc-draft-implementing-regulation')))).toMatch(
      /PRC-16.*missing/,
    )
    const fewer = paper('doc-draft-implementing-regulation', { annex: NAMES.slice(1) })
    expect(play.refusal(GSC, adopting(decision, fewer))).toMatch(/PRC-16.*do not name the same/)
    const others = ['doc-draft-decision', 'doc-draft-implementing-regulation'].map((id) =>
      paper(id, { annex: ['X'] }),
    )
    expect(play.refusal(GSC, adopting(...others))).toMatch(/PRC-16.*for whom the procedure was opened/)
  })

  it('PRC-17 is a proposal until a second person confirms it', () => {
    const play = aListingBeforeCouncil().everyone('support').do(GSC, adopt)
    const confirm = { verb: 'confirm', confirms: play.acts.at(-1)?.statement ?? '' } as const
    expect(play.procedure).toMatchObject({ outcome: 'open', adoptionProposed: { party: 'GSC' } })
    expect(play.refusal(GSC, confirm)).toMatch(/PRC-17: Who proposed/)
    const { person: _person, ...nameless } = GSC_SECOND
    expect(play.refusal(nameless, confirm)).toMatch(/PRC-17: Four eyes/)
    expect(play.refusal(GSC_SECOND, { verb: 'confirm', confirms: '0'.repeat(64) })).toMatch(
      /PRC-17.*another one/,
    )
    play.do(GSC_SECOND, confirm)
    expect(play.procedure).toMatchObject({
      outcome: 'adopted',
      state: { id: 's-publish' },
      adoptionProposed: null,
    })
  })

  it('PRC-14 is not confirmed when somebody has moved between the two persons', () => {
    const play = aListingBeforeCouncil().everyone('support').do(GSC, adopt)
    const confirms = play.acts.at(-1)?.statement ?? ''
    play.do(delegate('HU'), { verb: 'state-position', position: 'oppose' })
    expect(play.refusal(GSC_SECOND, { verb: 'confirm', confirms })).toContain('PRC-14')
  })

  it('PRC-15 a vote is recorded once it is settled; a failed one blocks', () => {
    const play = aListingBeforeCouncil()
    const vote = { verb: 'record-vote', held: today(play) } as const
    expect(play.refusal(GSC, vote)).toContain('PRC-15')
    play.everyone('support').do(delegate('HU'), { verb: 'state-position', position: 'oppose' })
    expect(play.refusal(GSC, { ...vote, present: ['US'] })).toContain('PRC-15')
    expect(play.do(GSC, vote).procedure).toMatchObject({ outcome: 'not-adopted', state: { id: 's-blocked' } })
  })

  it('PRC-13 the brake stops a qualified majority until its own party withdraws it', () => {
    const opened = {
      verb: 'open',
      case: 'case:invented',
      measure: 'stab-suspend-dialogue',
      title: 'Suspension',
      reason,
      path: 'normal',
    } as const
    const play = new Play()
      .do(HR, { ...opened, track: 'track-cfsp-majority' })
      .do(HR, {
        verb: 'propose',
        reason,
        documents: [paper('doc-options-paper'), paper('doc-measure-proposal')],
      })
      .do(PRESIDENCY, { verb: 'put-on-agenda', body: 'hwpci', meeting: '2026-03-10' })
      .do(PRESIDENCY, { verb: 'move', transition: 'tr-10' })
      .do(EEAS, { verb: 'circulate', documents: [paper('doc-draft-decision')], to: ['EE'] })
      .do(PRESIDENCY, { verb: 'move', transition: 'tr-20' })
      .do(PRESIDENCY, { verb: 'move', transition: 'tr-21' })
      .everyone('support', ['HU', 'SK'])
    const acts = [paper('doc-draft-decision')]
    play.do(delegate('HU'), { verb: 'invoke-brake', reason: 'A vital national interest.' })
    expect(play.procedure.standingBrakes).toMatchObject([{ party: 'HU' }])
    expect(play.procedure.vote?.outcome?.verdict).toBe('false')
    expect(play.refusal(GSC, { verb: 'adopt', acts })).toMatch(/PRC-13: The brake of HU stands/)
    // not even as failed: no vote is taken
    expect(play.refusal(GSC, { verb: 'record-vote', held: '2026-03-03' })).toContain('PRC-13')
    expect(play.refusal(delegate('HU'), { verb: 'invoke-brake', reason })).toContain('PRC-13')
    expect(play.refusal(delegate('SK'), { verb: 'withdraw-brake', reason })).toContain('PRC-13')
    play.do(delegate('HU'), { verb: 'withdraw-brake', reason }).do(GSC, { verb: 'adopt', acts })
    play.do(GSC_SECOND, { verb: 'confirm', confirms: play.acts.at(-1)?.statement ?? '' })
    expect(play.procedure.outcome).toBe('adopted')
  })

  it('PRC-15 without a quorum no vote is held, so none has failed', () => {
    const play = aListingBeforeCouncil().everyone('support')
    expect(
      play.refusal(GSC, { verb: 'record-vote', held: '2026-03-03', present: ['EE', 'FR', 'NL'] }),
    ).toMatch(/^PRC-15: No vote is held: 3 of 27 present; 14 needed/)
    expect(play.procedure.state.id).toBe('s-council')
  })

  it('PRC-39 a member that is present gives the vote of one that is absent, and of one only', () => {
    // absent and not represented, it gives no vote: unanimity is not reached
    expect(verdictWithout(['MT'])).toBe('false')
    expect(verdictWithout(['MT'], [{ party: 'MT', holder: 'IT' }])).toBe('true')
    const play = aListingBeforeCouncil().everyone('support')
    for (const proxies of [
      [{ party: 'MT', holder: 'CY' }],
      [{ party: 'EE', holder: 'IT' }],
      [
        { party: 'MT', holder: 'IT' },
        { party: 'CY', holder: 'IT' },
      ],
      [
        { party: 'MT', holder: 'IT' },
        { party: 'MT', holder: 'FR' },
      ],
    ])
      expect(play.refusal(GSC, voteWithout(['MT', 'CY'], proxies))).toMatch(/^PRC-39: A vote of another/)
  })

  it('PRC-13 has no place where unanimity decides', () => {
    const play = aListingBeforeCouncil()
    expect(play.refusal(delegate('HU'), { verb: 'invoke-brake', reason })).toContain('PRC-13')
  })
})

describe('after the adoption', () => {
  it('PRC-18 nothing is published that is not adopted, and nobody is told before it is published', () => {
    const before = aListingBeforeCouncil()
    expect(before.refusal(GSC, { verb: 'publish', where: 'OJ', on: '2026-03-03' })).toContain('PRC-18')
    const play = anAdoptedListing()
    play.do(GSC, { verb: 'circulate', documents: [paper('doc-notification-letter')], to: ['NL'] })
    const notify = { verb: 'notify', whom: NAMES, how: 'notice', on: '2026-03-03' } as const
    expect(play.refusal(GSC, notify)).toMatch(/PRC-18|PRC-09/)
    expect(play.refusal(GSC, { verb: 'publish', where: 'OJ', on: '2026-03-01' })).toMatch(
      /PRC-18.*before the adoption/,
    )
  })

  it('a listing is reviewed within twelve months of its adoption, by law', () => {
    const review = anAdoptedListing().procedure.deadlines.find(({ kind }) => kind === 'review')
    expect(review).toMatchObject({ on: '2027-03-03', verified: true, past: false })
    expect(review?.basis).toContain('every 12 months')
  })

  it('PRC-31 is prolonged by a new unanimity, in which nobody has spoken yet', () => {
    const play = aReviewedListing()
    expect(play.refusal(EEAS, { verb: 'prolong', until: '2026-01-01', reason })).toMatch(/PRC-09|PRC-19/)
    play
      .do(EEAS, { verb: 'circulate', documents: [paper('doc-prolongation-note')], to: ['NL'] })
      .do(EEAS, { verb: 'prolong', until: '2028-05-18', reason })
    expect(play.procedure.vote?.outcome?.verdict).toBe('unknown')
    expect(play.procedure).toMatchObject({
      outcome: 'adopted',
      prolongedUntil: null,
      prolonging: { until: '2028-05-18' },
    })
    play
      .do(PRESIDENCY, { verb: 'move', transition: 'tr-19' })
      .do(PRESIDENCY, { verb: 'move', transition: 'tr-21' })
    expect(play.refusal(GSC, adopt)).toContain('PRC-14')
    play.everyone('can-accept').do(GSC, adopt)
    play.do(GSC_SECOND, { verb: 'confirm', confirms: play.acts.at(-1)?.statement ?? '' })
    expect(play.procedure).toMatchObject({ prolongedUntil: '2028-05-18', prolonging: null, ignored: [] })
    expect(play.procedure.adoptions).toHaveLength(2)
  })

  it('lapses when nobody prolongs it, and stays on record', () => {
    const play = aReviewedListing()
    play.do(GSC, { verb: 'let-lapse', on: today(play), reason: 'No unanimity.' })
    expect(play.procedure).toMatchObject({
      outcome: 'lapsed',
      state: { id: 's-lessons' },
      lapsed: { reason: 'No unanimity.' },
    })
    play
      .do(EEAS, { verb: 'circulate', documents: [paper('doc-lessons-learned')], to: ['NL'] })
      .do(PRESIDENCY, { verb: 'move', transition: 'tr-31' })
    expect(play.refusal(GSC, { verb: 'publish', where: 'OJ', on: today(play) })).toMatch(
      /^PRC-05: The procedure has ended/,
    )
  })

  it('PRC-28 no action is taken from any open state, with its reason, and not once it is adopted', () => {
    const open = aListingBeforeCouncil().do(delegate('NL'), {
      verb: 'take-no-action',
      reason: 'Overtaken by events.',
    })
    expect(open.procedure).toMatchObject({
      outcome: 'no-action',
      state: { id: 's-noaction' },
      noAction: { reason: 'Overtaken by events.' },
    })
    expect(anAdoptedListing().refusal(PRESIDENCY, { verb: 'take-no-action', reason })).toContain('PRC-28')
    expect(aListingBeforeCouncil().refusal(delegate('HU'), { verb: 'take-no-action', reason })).toContain(
      'PRC-03',
    )
  })
})

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
