/**
 * A norm that a case touches: claimed by somebody, or to be considered. Made by `consider-norms.ts`.
 */
import type { Citation } from '../kernel/doctrine-entry.ts'
import type { Support } from '../kernel/fact.ts'
import type { Proof } from '../kernel/finding.ts'

export interface NormFinding {
  readonly norm: string
  readonly letter: string
  readonly label: string
  /** `claimed`: somebody invoked it; `to-consider`: the facts suggest to consider it */
  readonly status: 'claimed' | 'to-consider'
  readonly claimedBy: readonly string[]
  readonly thenAsk?: string
  readonly citation: Citation
  readonly verified: boolean
  readonly proof?: Proof
  readonly support: readonly Support[]
}
