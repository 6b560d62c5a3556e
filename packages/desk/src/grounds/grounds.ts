/**
 * What the Grounds panel shows, whatever was clicked: one shape for a fact, a verdict, a measure, a claim.
 */
import type {
  Alternative,
  Authority,
  Citation,
  DimensionFinding,
  Proof,
  Suggestion,
  Support,
  Verdict,
} from '@demarche/core'

interface GroundsSection {
  readonly heading: string
  readonly lines: readonly string[]
}

export interface Grounds {
  /** what sort of thing it is, e.g. "legal test" */
  readonly kind: string
  readonly title: string
  /** what the desk says, in words */
  readonly conclusion?: string | undefined
  readonly verdict?:
    | {
        readonly verdict: Verdict
        readonly wording?: { readonly true?: string; readonly false?: string } | undefined
        readonly suggestion?: Suggestion | undefined
      }
    | undefined
  readonly level?: DimensionFinding['level'] | undefined
  readonly authority?: Authority | undefined
  readonly nature?: string | undefined
  readonly citation?: Citation | undefined
  readonly verified?: boolean | undefined
  /** verified, but only some of it was read at the source */
  readonly readInPart?: boolean | undefined
  readonly inForce?: { readonly from: string; readonly to?: string } | undefined
  readonly sections: readonly GroundsSection[]
  readonly proof?: Proof | undefined
  /** values side by side where sources differ */
  readonly alternatives?: readonly Alternative[] | undefined
  readonly property?: string | undefined
  readonly support: readonly Support[]
  /** the doctrine entry, where there is one to read in full */
  readonly doctrineId?: string | undefined
  /** of a norm on a case: its id, and the States of the case to set side by side on its page */
  readonly normOf?: { readonly norm: string; readonly states: readonly string[] } | undefined
}
