import { describe, expect, it } from 'vitest'
import type { VotingRule } from '../../kernel/doctrine.ts'
import { countVotes } from './count-votes.ts'
import { describeVote, doubtsOfVote } from './describe-vote.ts'
import { SHARES_2025, stancesOf } from './example-votes.ts'
import type { CountedRule, VoteQuestion } from './vote.ts'

const ask = (
  counted: CountedRule,
  exceptions: Parameters<typeof stancesOf>[2],
  more: Partial<VoteQuestion> = {},
) =>
  countVotes({
    rule: counted,
    population: SHARES_2025,
    stances: stancesOf(SHARES_2025, 'yes', exceptions),
    ...more,
  })
const said = (outcome: ReturnType<typeof countVotes>) => {
  const { state, deciding } = describeVote(outcome)
  return [state, ...deciding.map(({ id }) => id)]
}

describe('which reasons decide an outcome', () => {
  it.each([
    [
      'a majority of both',
      ask('rule-qmv', { no: 'HU SK' }),
      'adopted states-in-favour population-in-favour blocking-minority-of-four',
    ],
    [
      'too few to block',
      ask('rule-qmv', { no: 'DE FR IT' }),
      'adopted states-in-favour blocking-minority-of-four',
    ],
    [
      'too few people',
      ask('rule-qmv', { no: 'DE FR IT MT' }),
      'not-adopted population-in-favour blocking-minority-of-four',
    ],
    ['one against', ask('rule-listing', { no: 'HU' }), 'not-adopted no-vote-against'],
    ['somebody has not said', ask('rule-listing', { unknown: 'HU' }), 'open no-vote-against'],
    ['rounded figures', ask('rule-qmv', { no: 'DE FR IE LU' }), 'too-thin-to-call population-in-favour'],
    ['the brake', ask('rule-qmv', {}, { brake: ['HU'] }), 'no-vote brake'],
    ['an empty room', ask('rule-qmv', {}, { present: [] }), 'no-vote quorum'],
  ])('%s', (_, outcome, expected) => {
    expect(said(outcome).join(' ')).toBe(expected)
  })
})

it('VOT-20 the doubts of the pack about the rule, the brake, the quorum and the table go with an outcome', () => {
  const votingRules = [
    rule('rule-qmv', { unverifiedParts: ['the date'] }),
    rule('rule-cfsp-brake', { verified: false }),
    rule('rule-listing', { verified: false }),
  ]
  const table = { ...SHARES_2025, verified: false, notes: ['rounded'] }
  const outcome = ask('rule-qmv', {}, { brake: ['HU'], present: ['DE'] })
  expect(doubtsOfVote({ votingRules }, 'rule-qmv', outcome, table, '2025-06-01')).toEqual([
    { entry: 'rule-quorum', text: 'the pack has no such rule in force on 2025-06-01' },
    { entry: 'rule-qmv', text: 'the date' },
    { entry: 'rule-cfsp-brake', text: 'not read in its source: Art. 1 (recalled)' },
    { entry: 'populations-example', text: 'the figures were not read in their source' },
    { entry: 'populations-example', text: 'rounded' },
  ])
})

function rule(id: string, more: Partial<VotingRule> = {}): VotingRule {
  return {
    id,
    label: id,
    authority: 'binding-law',
    source: { document: 'a treaty', locator: 'Art. 1 (recalled)' },
    inForce: { from: '2009-12-01' },
    verified: true,
    ...more,
  }
}
