/** In which order outcomes are read. Rule: docs/rules/overlap.md, OVL-20. */
import type { OverlapOutcome } from './comparison.ts'

/** Work done twice is asked about first, then what nobody can tell, then who should know of whom. */
export const OUTCOMES_IN_ORDER: readonly OverlapOutcome[] = [
  'duplicate',
  'cannot-tell',
  'synergy',
  'successor',
  'unrelated',
]
