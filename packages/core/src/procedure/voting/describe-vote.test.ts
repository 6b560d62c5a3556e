import { describe, expect, it } from 'vitest'
import type { VotingRule } from '../../kernel/doctrine.ts'
import { countVotes } from './count-votes.ts'
import { describeVote, doubtsOfVote } from './describe-vote.ts'
import { countOf2025, SHARES_2025 } from '../../../test/example-votes.ts'

const said = (outcome: ReturnType<typeof countVotes>) => {
  const { state, deciding } = describeVote(outcome)
  return [state, ...deciding.map(({ id }) => id)]
}

describe('which reasons decide an outcome', () => {
  it.each([
    [
      'a majority of both',
      countOf2025('rule-qmv', { no: 'HU SK' }),
      'adopted states-in-favour population-in-favour blocking-minority-of-four',
    ],
    [
      'too few to block',
      countOf2025('rule-qmv', { no: 'DE FR IT' }),
      'adopted states-in-favour blocking-minority-of-four',
    ],
    [
      'too few people',
      countOf2025('rule-qmv', { no: 'DE FR IT MT' }),
      'not-adopted population-in-favour blocking-minority-of-four',
    ],
    ['one against', countOf2025('rule-listing', { no: 'HU' }), 'not-adopted no-vote-against'],
    ['somebody has not said', countOf2025('rule-listing', { unknown: 'HU' }), 'open no-vote-against'],
    [
      'rounded figures',
      countOf2025('rule-qmv', { no: 'DE FR IE LU' }),
      'too-thin-to-call population-in-favour',
    ],
    ['the brake', countOf2025('rule-qmv', {}, { brake: ['HU'] }), 'no-vote brake'],
    ['an empty room', countOf2025('rule-qmv', {}, { present: [] }), 'no-vote quorum'],
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
  const outcome = countOf2025('rule-qmv', {}, { brake: ['HU'], present: ['DE'] })
  const doubts = doubtsOfVote({ votingRules }, 'rule-qmv', outcome, table, '2025-06-01')
  expect(doubts.map(({ entry, text }) => ({ entry, text }))).toEqual([
    { entry: 'rule-quorum', text: 'the pack has no such rule in force on 1 June 2025' },
    { entry: 'rule-qmv', text: 'the date' },
    { entry: 'rule-cfsp-brake', text: 'not read in its source: Art. 1 (recalled)' },
    { entry: 'populations-example', text: 'the figures were not read in their source' },
    { entry: 'populations-example', text: 'rounded' },
  ])
  // what core says of them has words of its own; what the entry says has not
  expect(doubts.map(({ words }) => words?.code)).toEqual([
    'voteDoubt.noRule',
    undefined,
    'voteDoubt.ruleNotRead',
    'voteDoubt.figuresNotRead',
    undefined,
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
