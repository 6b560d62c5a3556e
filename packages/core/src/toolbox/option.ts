/**
 * What could be done: a measure and whether it is open, a package of them, and the political factors beside it.
 *
 * Plain shapes, made by `weigh-availability.ts`, `compose-packages.ts` and `political-factors.ts`.
 */
import type { Authority, Citation } from '../kernel/doctrine-entry.ts'
import type { AttributionNeed, Category, Dimension } from '../kernel/doctrine.ts'
import type { Support } from '../kernel/fact.ts'
import type { Proof } from '../kernel/finding.ts'
import type { Verdict } from '../kernel/verdict.ts'
import type { ReasonWords } from '../reason/reason-words.ts'

export type Availability = 'available' | 'not-available' | 'turns-on'

export interface MeasureFinding {
  readonly measure: string
  readonly label: string
  readonly category: Category
  readonly role: 'measure' | 'adjacent-option' | 'lifecycle-act'
  readonly availability: Availability
  readonly reasons: readonly {
    readonly verdict: Verdict
    readonly text: string
    /** the same text, as other languages say it */
    readonly words: ReasonWords
    readonly authority: Authority
    readonly citation?: Citation
    readonly proof: Proof
  }[]
  /** open facts or findings on which it turns */
  readonly turnsOn: readonly string[]
  readonly attributionNeed: AttributionNeed
  readonly escalation: 1 | 2 | 3 | 4 | 5
  readonly verified: boolean
}

export interface PackageStep {
  readonly measure: string
  readonly label: string
  readonly category: Category
  readonly availability: Availability
  readonly proposers: readonly string[]
  readonly deciders: readonly string[]
  readonly votingRule: string
  readonly legalBasis: string
  readonly documents: readonly string[]
  readonly leadTime: { readonly text: string; readonly basis: string }
  readonly reversibility: string
  readonly costs: readonly string[]
  readonly risks: readonly string[]
  readonly turnsOn: readonly string[]
}

export interface Package {
  readonly id: string
  readonly label: string
  readonly purpose: string
  readonly withoutAttribution: boolean
  readonly restraint: boolean
  readonly steps: readonly PackageStep[]
  readonly categories: readonly Category[]
  /** lawful on the known facts: every step available, or one that turns on something, or none possible */
  readonly lawful: Verdict
  readonly turnsOn: readonly string[]
  /** the proportionality test; political factors are not in it */
  readonly proportionality: {
    readonly verdict: 'proportionate' | 'needs-reason' | 'undetermined'
    readonly highestEscalation: number
    readonly usualCeiling: number | null
    readonly perDimension: readonly {
      readonly dimension: Dimension
      readonly reads: 'supports' | 'argues-restraint' | 'neutral' | 'unknown'
      readonly reason: string
      /** the same reason, as other languages say it */
      readonly words: ReasonWords
    }[]
  }
  readonly conflicts: readonly { readonly between: readonly [string, string]; readonly why: string }[]
}

/** Shown beside the proportionality test, never inside it. */
export interface PoliticalFactor {
  readonly id: 'public-attribution' | 'request-by-victim' | 'partners-acting' | 'pattern'
  readonly label: string
  readonly verdict: Verdict
  readonly text: string
  /** the same text, as other languages say it */
  readonly words: ReasonWords
  readonly support: readonly Support[]
}
