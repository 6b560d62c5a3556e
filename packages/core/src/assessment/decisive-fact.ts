/**
 * What would decide it: one open fact and the conclusions it could settle. Made by `decisive-facts.ts`.
 */

/** An open fact and how many conclusions it could settle. */
export interface DecisiveFact {
  readonly property: string
  readonly label: string
  readonly state: 'unknown' | 'contested'
  /** a question for a person (weighing) rather than a missing figure */
  readonly askedOfPeople: boolean
  /** ids of tests and dimensions that some answer would settle */
  readonly settles: readonly string[]
}
