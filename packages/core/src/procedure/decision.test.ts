import { describe, expect, it } from 'vitest'
import {
  aListingBeforeCouncil,
  aDeclaration,
  delegate,
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
    expect(aDeclaration().refusal(delegate('SE'), act)).toMatch(/^PRC-27: The joint text has no paragraph/)
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
    expect(play.refusal(GSC, adopt)).toMatch(/^PRC-14: The voting rule is not met/)
    play.do(delegate('HU'), { verb: 'state-position', position: 'abstain-with-declaration' }).do(GSC, adopt)
    play.do(GSC_SECOND, { verb: 'confirm', confirms: play.acts.at(-1)?.statement ?? '' })
    expect(play.procedure.adoption).toMatchObject({ how: 'vote', declaring: ['HU'] })
  })

  it('PRC-16 a listing is adopted by two acts whose annexes name the same', () => {
    const play = aListingBeforeCouncil().everyone('support')
    const [decision, regulation] = LISTING_ACTS
    if (!decision || !regulation) throw new Error('two acts')
    expect(play.refusal(GSC, adopting(decision))).toMatch(/^PRC-16: .*exactly these are adopted/)
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
    ).toMatch(/^PRC-15: No vote is held: 3 present; 14 needed/)
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
