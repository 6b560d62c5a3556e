/**
 * The shapes of a vote: the question, the dated table of populations, and the outcome with its reasons.
 *
 * Rests on: TEU Art. 16(4), 31; TFEU Art. 238; Annex III to the Council's Rules of Procedure for the populations;
 * docs/rules/voting.md. Next door: `count-votes.ts` computes the outcome, `moving-sets.ts` says who would have to move.
 */
import type { PopulationTable } from '../../kernel/doctrine.ts'
import type { Verdict } from '../../kernel/verdict.ts'
import type { Stance } from '../position.ts'

export type { PopulationTable }

/** Ids of the pack's voting rules that can be computed. */
export const COUNTED_RULES = [
  'rule-cfsp-unanimity',
  'rule-unanimity-tfeu',
  'rule-qmv',
  'rule-qmv-reinforced',
  'rule-listing',
  'rule-215',
  'rule-coreu-silence',
  'rule-wp-consensus',
] as const
export type CountedRule = (typeof COUNTED_RULES)[number]

export interface VoteQuestion {
  readonly rule: CountedRule
  /** one stance for each Member State; one that is missing is unknown */
  readonly stances: Readonly<Record<string, Stance>>
  readonly population: PopulationTable
  /** Member States that have invoked the brake of TEU Art. 31(2): there is no vote then */
  readonly brake?: readonly string[]
  /** where the silence procedure stands; only when it has expired is silence consent. Running when not said */
  readonly silence?: 'running' | 'expired'
  /** Member States present at the meeting; quorum and absence are not weighed when it is not said */
  readonly present?: readonly string[]
  /** who is represented by whom: member to the member that holds its vote, at most one vote each */
  readonly proxies?: Readonly<Record<string, string>>
}

/** One condition of the rule, with the figures that it compares. */
export interface VoteReason {
  readonly id:
    | 'no-vote-against'
    | 'declared-third-of-states'
    | 'declared-third-of-population'
    | 'states-in-favour'
    | 'population-in-favour'
    | 'blocking-minority-of-four'
    | 'no-objection'
    | 'brake'
    | 'quorum'
  /** whether what the id names is so, e.g. `true` for `brake` when it stands */
  readonly verdict: Verdict
  /** which way it counts when it is so: `against` for the brake, the two thirds and the blocking minority */
  readonly speaks: 'for' | 'against'
  /** the least and the most it can be, given who has not said and the table's rounding */
  readonly least: number
  readonly most: number
  /** the threshold; for `no-vote-against`, `no-objection` and `brake` it is 0, the most that is allowed */
  readonly needed: number
  readonly unit: 'states' | 'percent'
  /** the figure lies nearer to the threshold than the table is exact */
  readonly tooThinToCall: boolean
  readonly text: string
  /** of the States that stop it, how many are absent and not represented; missing where none is */
  readonly absent?: number
  /** the States that the condition counts, in protocol order */
  readonly states: readonly string[]
}

export interface VoteOutcome {
  /** `true` adopted, `false` not adopted, `unknown` while it turns on who has not said or on the table's rounding */
  readonly verdict: Verdict
  readonly reasons: readonly VoteReason[]
  /** the Member States that the act would bind if adopted */
  readonly binds: readonly string[]
  /** that abstain with a declaration, and so need not apply it but accept that it commits the Union */
  readonly declaring: readonly string[]
  /** that have not said, or hold a reserve */
  readonly open: readonly string[]
}
