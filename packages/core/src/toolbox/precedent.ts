/**
 * What was done before: a case coded for comparison, its nearest precedents, and where like cases were treated otherwise.
 *
 * Plain shapes, made by `code-case.ts`, `nearest-precedents.ts` and `check-consistency.ts`.
 */
import type { Marking } from '../kernel/marking.ts'
import type { Response } from '../incident/case-vocabulary.ts'
import type { Dimension } from '../kernel/doctrine.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { ReasonWords } from '../reason/reason-words.ts'

/** A case reduced to the features that precedents are compared by; made by `codeCase`, kept for lists of precedents. */
export interface CodedCase {
  readonly entity: string
  readonly name: string
  /** the highest marking of what it is coded from */
  readonly marking: Marking
  /** the day from which it can be known as a precedent */
  readonly disclosed: CalendarDate | null
  /** midpoint where a level is between two; null when unknown or contested */
  readonly levels: Readonly<Record<Dimension, number | null>>
  readonly effects: readonly string[]
  readonly targetCategories: readonly string[]
  readonly victim: 'member-state' | 'union-body' | 'third-state' | 'international-organisation' | null
  readonly attempted: boolean | null
  /** States said to stand behind it */
  readonly sponsorStates: readonly string[]
  readonly stateDirected: boolean | null
  readonly accused: readonly string[]
  readonly responses: readonly Response[]
  readonly responseClass: Neighbour['responseClass']
}

export interface Neighbour {
  readonly entity: string
  readonly name: string
  readonly marking: Marking
  /** 0 alike in every compared feature … 1 */
  readonly distance: number
  /** share of the features that could be compared, 0–1 */
  readonly compared: number
  readonly features: readonly {
    readonly feature: string
    readonly here: string
    readonly there: string
    readonly distance: number
    readonly weight: number
  }[]
  readonly responses: readonly Response[]
  readonly responseClass: 'restrictive' | 'stability' | 'cooperative' | 'preventive' | 'support' | 'none'
}

export interface ConsistencyNote {
  readonly kind:
    | 'like-case-answered-differently'
    | 'graver-case-answered-more-lightly'
    | 'lighter-case-answered-more-strongly'
  readonly precedent: string
  readonly precedentName: string
  readonly marking: Marking
  readonly text: string
  /** the same text, as other languages say it */
  readonly words: ReasonWords
  readonly distance: number
  /** the reason on record for differing, if any */
  readonly reason?: string
}
