/**
 * Who is said to have done it: claims side by side, hypotheses against evidence, where the Member States stand.
 *
 * Plain shapes, made by `read-attribution.ts` and `weigh-hypotheses.ts`. Nothing is merged.
 */
import type { AttributionClaim } from '../incident/case-vocabulary.ts'
import type { Support } from '../kernel/fact.ts'
import type { Confidence, StatementId } from '../kernel/statement.ts'

export interface ClaimRow {
  readonly claim: AttributionClaim
  readonly statement: StatementId
  readonly confidence?: Confidence
}

/** Analysis of competing hypotheses: evidence against hypotheses. */
export interface HypothesisMatrix {
  readonly hypotheses: readonly {
    readonly id: string
    readonly text: string
    /** number of items that are inconsistent with it: the fewest stands best (Heuer) */
    readonly inconsistent: number
    readonly support: readonly Support[]
  }[]
  readonly rows: readonly {
    readonly id: string
    readonly text: string
    readonly readings: Readonly<
      Record<string, 'consistent' | 'inconsistent' | 'neutral' | 'contested' | 'open'>
    >
    /** 0 the item tells the hypotheses apart not at all … 1 fully */
    readonly diagnosticity: number
    readonly support: readonly Support[]
  }[]
}

export interface MemberStateStance {
  readonly code: string
  readonly stance: 'attributed' | 'through-the-union' | 'not-stated'
  readonly claims: readonly StatementId[]
}

export interface AttributionView {
  readonly claims: readonly ClaimRow[]
  readonly matrix: HypothesisMatrix
  /** all 27 (28 before 1 February 2020), protocol order */
  readonly memberStates: readonly MemberStateStance[]
}
