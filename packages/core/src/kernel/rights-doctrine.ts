/**
 * What the doctrine says of the rights check: the questions asked of measures, the rights they are about, and how grave a
 * concern is.
 *
 * Next door: `doctrine.ts`; `../rights/read-check.ts` reads the answers on record.
 */
import type { Citation, DoctrineEntry } from './doctrine-entry.ts'
import type { Category } from './doctrine.ts'

/** A question asked of a set of measures before a procedure is opened. The question is ours; `basis` is what it rests on. */
export interface RightsQuestion extends DoctrineEntry {
  /** the question as it is asked; `label` is its handle */
  readonly question: string
  /** of which measures it is asked */
  readonly appliesTo:
    | { readonly all: true }
    | { readonly categories: readonly Category[] }
    | { readonly measures: readonly string[] }
  readonly basis: readonly (Citation & { readonly verified: boolean })[]
  /** ids of the rights that it is about; none where it is about the measure itself */
  readonly rights: readonly string[]
}

/** Dimensions of severity, in the order of the principles. */
export const SEVERITY_DIMENSIONS = ['scale', 'scope', 'irremediability'] as const
export type SeverityDimension = (typeof SEVERITY_DIMENSIONS)[number]

/** A step on a dimension of severity, or of likelihood: 1 lowest, 3 highest. */
export type RightsLevel = 1 | 2 | 3

export interface RightsScale {
  readonly label: string
  readonly question: string
  /** what the steps 1, 2 and 3 mean */
  readonly levels: readonly [string, string, string]
}

/** How grave a concern is: our judgement, after the principles named in its source. */
export interface RightsSeverity extends DoctrineEntry {
  readonly dimensions: Readonly<Record<SeverityDimension, RightsScale>>
  readonly likelihood: RightsScale
  /** a concern is severe when one of its dimensions reaches this step */
  readonly severeFrom: RightsLevel
}

/** The rights check of a pack. */
export interface RightsDoctrine {
  readonly questions: readonly RightsQuestion[]
  readonly rights: readonly DoctrineEntry[]
  readonly severity: RightsSeverity
}
