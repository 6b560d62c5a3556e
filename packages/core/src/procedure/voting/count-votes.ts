/**
 * Counts a vote: what would come of it if the question were put now, and why.
 *
 * In: a question (rule, stances, dated table of populations, brake, presence). Out: adopted, not adopted or unknown, the
 * conditions of the rule with their figures, and whom the act would bind. Who has not said is unknown, never a yes.
 *
 * Rests on: docs/rules/voting.md. Next door: `qualified-majority.ts`, `unanimity.ts`, `moving-sets.ts`.
 */
import { and, not, type Verdict, verdictOf } from '../../kernel/verdict.ts'
import type { Stance } from '../position.ts'
import { type Electorate, electorateOf, without } from './electorate.ts'
import { type Majority, ON_PROPOSAL, weighMajority, WITHOUT_PROPOSAL } from './qualified-majority.ts'
import { weighAgainst, weighDeclarations } from './unanimity.ts'
import type { CountedRule, VoteOutcome, VoteQuestion, VoteReason } from './vote.ts'

/** How a rule counts. */
export type Manner =
  | { readonly by: 'majority'; readonly majority: Majority; readonly brake: boolean }
  | { readonly by: 'unanimity'; readonly declarations: boolean }
  | { readonly by: 'silence' | 'consensus' }

/** VOT-06, VOT-09, VOT-10, VOT-13, VOT-14, VOT-15: each rule of the pack that can be counted. */
export const MANNER_OF: Readonly<Record<CountedRule, Manner>> = {
  'rule-cfsp-unanimity': { by: 'unanimity', declarations: true },
  'rule-listing': { by: 'unanimity', declarations: true },
  'rule-unanimity-tfeu': { by: 'unanimity', declarations: false },
  'rule-qmv': { by: 'majority', majority: ON_PROPOSAL, brake: true },
  'rule-qmv-reinforced': { by: 'majority', majority: WITHOUT_PROPOSAL, brake: true },
  'rule-215': { by: 'majority', majority: ON_PROPOSAL, brake: false },
  'rule-coreu-silence': { by: 'silence' },
  'rule-wp-consensus': { by: 'consensus' },
}

/**
 * Counts a vote.
 * @returns the outcome; `unknown` exactly when it turns on States that have not said, or on the table's rounding
 * @throws RangeError naming the rule (VOT-01, VOT-03, VOT-11, VOT-12) when the question cannot be read
 */
export function countVotes(question: VoteQuestion): VoteOutcome {
  const electorate = electorateOf(question)
  const manner = MANNER_OF[question.rule]
  const counted = count(electorate, manner, question)
  const stops = weighStops(electorate, manner, question)
  return {
    verdict: stops.reduce(
      (verdict, { verdict: stop, speaks }) => and(verdict, speaks === 'for' ? stop : not(stop)),
      counted.verdict,
    ),
    reasons: [...stops, ...counted.reasons],
    binds: without(electorate.voting, counted.declaring),
    declaring: counted.declaring,
    open: counted.open,
  }
}

interface Counted {
  readonly verdict: Verdict
  readonly reasons: readonly VoteReason[]
  readonly declaring: readonly string[]
  readonly open: readonly string[]
}

function count(electorate: Electorate, manner: Manner, question: VoteQuestion): Counted {
  // a silence procedure and a working party know no quorum: nobody is absent from them
  const absent = manner.by === 'majority' || manner.by === 'unanimity' ? electorate.absent : []
  const there = (stance: Stance) =>
    electorate.voting.filter((state) => electorate.stanceOf.get(state) === stance && !absent.includes(state))
  const open = manner.by === 'silence' && question.silence === 'expired' ? [] : there('unknown')
  if (manner.by === 'majority')
    return { ...weighMajority(electorate, manner.majority, there('yes'), open), declaring: [], open }
  const id = manner.by === 'unanimity' ? 'no-vote-against' : 'no-objection'
  const stopping = electorate.voting.filter((state) => there('no').includes(state) || absent.includes(state))
  const against = weighAgainst(id, stopping, open, absent)
  if (manner.by !== 'unanimity' || !manner.declarations)
    return { verdict: against.verdict, reasons: [against], declaring: [], open }
  const declaring = there('abstain-with-declaration')
  const declared = weighDeclarations(electorate, declaring, open)
  const bothThirds = and(declared[0].verdict, declared[1].verdict)
  return {
    verdict: and(against.verdict, not(bothThirds)),
    reasons: [against, ...declared],
    declaring,
    open,
  }
}

/** What prevents that a vote is held at all: the brake, and too few members present. */
function weighStops(electorate: Electorate, manner: Manner, question: VoteQuestion): readonly VoteReason[] {
  const { brake = [], present } = question
  const reasons: VoteReason[] = []
  if (brake.length > 0) reasons.push(weighBrake(electorate, brake, manner.by === 'majority' && manner.brake))
  if (present && (manner.by === 'majority' || manner.by === 'unanimity'))
    reasons.push(weighQuorum(electorate, present))
  return reasons
}

function weighBrake({ members }: Electorate, brake: readonly string[], applies: boolean): VoteReason {
  const states = members.filter((state) => brake.includes(state))
  return {
    id: 'brake',
    verdict: verdictOf(applies),
    speaks: 'against',
    least: states.length,
    most: states.length,
    needed: 0,
    unit: 'states',
    tooThinToCall: false,
    text: applies
      ? `brake of TEU Art. 31(2) invoked by ${states.length}; no vote while it stands`
      : `brake invoked by ${states.length}, without effect: it stops a qualified majority under TEU Art. 31(2) alone`,
    states,
  }
}

function weighQuorum({ voting }: Electorate, present: readonly string[]): VoteReason {
  const states = voting.filter((state) => present.includes(state))
  const needed = Math.floor(voting.length / 2) + 1
  return {
    id: 'quorum',
    verdict: verdictOf(states.length >= needed),
    speaks: 'for',
    least: states.length,
    most: states.length,
    needed,
    unit: 'states',
    tooThinToCall: false,
    text: `${states.length} of ${voting.length} present; ${needed} needed for a quorum (recalled)`,
    states,
  }
}
