/**
 * What the assessment says: one of the seven dimensions as it stands, and the reading aid made of them.
 *
 * Plain shapes, made by `rate-dimensions.ts` and `response-band.ts`.
 */
import type { Dimension, Level } from '../kernel/doctrine.ts'
import type { Support } from '../kernel/fact.ts'
import type { Proof } from '../kernel/finding.ts'
import type { Confidence } from '../kernel/statement.ts'
import type { ReasonWords } from '../reason/reason-words.ts'

/** One of the seven dimensions as it stands: never one number for the whole. */
export interface DimensionFinding {
  readonly dimension: Dimension
  readonly label: string
  readonly question: string
  /** `between`: the facts reach `lower`, and open facts could raise it up to `upper` */
  readonly level:
    | { readonly state: 'known'; readonly level: Level }
    | { readonly state: 'contested'; readonly levels: readonly Level[] }
    | { readonly state: 'between'; readonly lower: Level; readonly upper: Level }
    | { readonly state: 'unknown' }
  /** `person`: a rating on record; `scale`: the desk's own scale applied to the facts */
  readonly basis: 'person' | 'scale' | 'none'
  /** words for the level reached */
  readonly anchor?: string
  readonly reasons: readonly string[]
  /** the same reasons, as other languages say them */
  readonly reasonWords: readonly ReasonWords[]
  /** what the scale alone would say where a person has rated otherwise */
  readonly scaleSuggests?: { readonly lower: Level; readonly upper: Level }
  readonly confidence: Confidence
  readonly support: readonly Support[]
  readonly proof: Proof
}

/** A reading aid for proportionality, never a decision: the band and the usual ceiling of escalation. */
export interface ResponseBand {
  /** what the facts support */
  readonly band: Level | null
  /** one less, should an open reach prove to be narrow; absent when it cannot fall */
  readonly couldFallTo?: Level
  /** how far open facts could raise it: if one of these dimensions is above that level; absent when none could */
  readonly couldBe?: {
    readonly band: Level
    readonly if: readonly { readonly dimensions: readonly Dimension[]; readonly above: Level }[]
  }
  readonly usualCeiling: 1 | 2 | 3 | 4 | 5 | null
  readonly confidence: Confidence
  readonly steps: readonly string[]
  /** the same steps, as other languages say them */
  readonly stepWords: readonly ReasonWords[]
}
