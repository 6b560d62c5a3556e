/**
 * The shapes of a vote: the question, the dated table of populations, and the outcome with its reasons.
 *
 * Next door: `count-votes.ts` computes the outcome, `moving-sets.ts` says who would have to move.
 * Rests on: TEU Art. 16(4), 31; TFEU Art. 238; Annex III to the Council's Rules of Procedure for the populations.
 */
import type { Citation } from '../../kernel/doctrine.ts'
import type { CalendarDate } from '../../kernel/partial-date.ts'
import type { Verdict } from '../../kernel/verdict.ts'
import type { Stance } from '../position.ts'

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

/** Shares of the Union's population by Member State for one year. */
export interface PopulationTable {
  readonly id: string
  readonly inForce: { readonly from: CalendarDate; readonly to?: CalendarDate }
  /** percent of the Union's population, as printed */
  readonly percent: Readonly<Record<string, number>>
  /** the largest error of one printed figure, in percentage points: 0.005 for two decimals */
  readonly rounding: number
  readonly source: Citation
  readonly verified: boolean
  readonly notes?: readonly string[]
}

export interface VoteQuestion {
  readonly rule: CountedRule
  /** one stance for each Member State; one that is missing is unknown */
  readonly stances: Readonly<Record<string, Stance>>
  readonly population: PopulationTable
  /** Member States that have invoked the brake of TEU Art. 31(2): there is no vote then */
  readonly brake?: readonly string[]
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
  readonly verdict: Verdict
  /** the least and the most it can be, given who has not said */
  readonly least: number
  readonly most: number
  readonly needed: number
  readonly unit: 'states' | 'percent'
  /** the figure lies nearer to the threshold than the table is exact */
  readonly tooThinToCall: boolean
  readonly text: string
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
