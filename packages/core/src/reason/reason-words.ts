/**
 * What a reason says, apart from its English sentence: a code and what is filled in, from which a screen or a paper makes
 * the sentence of its own language.
 *
 * Each code has its English sentence in `english.ts`; the names of the places in it say what may be filled in. A wrong or
 * missing value does not compile.
 *
 * Rests on: docs/decisions/0032-reasons.md. Next door: `say-reason.ts`.
 */
import type { Dimension } from '../kernel/doctrine.ts'
import type { Fact } from '../kernel/fact.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { Value } from '../kernel/value.ts'
import type { PlacesIn } from '../refusal/refusal-words.ts'
import type { ENGLISH } from './english.ts'

/** What is on record of a property of a case: nothing, one value, or several that contest each other. */
export interface ValueWords {
  readonly property: string
  readonly oneOf: readonly Value[]
}

/** What a fact comes to, as a sentence fills it in. */
export function valueWords(property: string, fact: Fact): ValueWords {
  switch (fact.state) {
    case 'known':
      return { property, oneOf: [fact.value] }
    case 'contested':
      return { property, oneOf: fact.alternatives.map(({ value }) => value) }
    case 'unknown':
      return { property, oneOf: [] }
  }
}

/** Everything that a sentence may fill in, by the name of its place. */
export interface ReasonValues {
  /** by its id, and by the label that doctrine gives it */
  readonly dimension: { readonly id: Dimension; readonly label: string }
  /** levels of a dimension are 0–5, degrees of escalation 1–5 */
  readonly level: number
  readonly levels: readonly number[]
  readonly lower: number
  readonly upper: number
  readonly least: number
  readonly most: number
  readonly other: number
  readonly count: number
  /** of which one is enough */
  readonly dimensions: readonly ReasonValues['dimension'][]
  /** a text of doctrine */
  readonly anchor: string
  readonly clause: string
  /** the label of an entry of doctrine */
  readonly label: string
  /** texts of doctrine that stand side by side */
  readonly questions: readonly string[]
  readonly date: CalendarDate
  readonly from: CalendarDate
  readonly until: CalendarDate
  /** as somebody wrote it: said as it is */
  readonly reason: string
  readonly grounds: string
  readonly name: string
  readonly year: string
  /** who spoke or acted, in the words of the record, where a State may be a code */
  readonly parties: readonly string[]
  /** the name of a property of a case */
  readonly property: string
  readonly value: ValueWords
  readonly values: ValueWords
  /** what a rule asks of a property, side by side */
  readonly wanted: ValueWords
  /** parts of a sentence that are said by sentences of their own */
  readonly at: ReasonWords
  readonly because: ReasonWords
  readonly here: ReasonWords
  readonly there: ReasonWords
  readonly condition: ReasonWords
  readonly outcome: ReasonWords
  readonly harm: readonly ReasonWords[]
  /** of which one is enough */
  readonly raising: readonly ReasonWords[]
  readonly facts: readonly ReasonWords[]
  readonly asked: readonly ReasonWords[]
}

export type ReasonCode = keyof typeof ENGLISH

export interface ReasonWords {
  readonly code: ReasonCode
  readonly values: Partial<ReasonValues>
}

/** The words of a reason, with everything that its sentence fills in. */
export function reasonOf<Code extends ReasonCode>(
  code: Code,
  values: {
    readonly [Name in PlacesIn<(typeof ENGLISH)[Code]>]: Name extends keyof ReasonValues
      ? ReasonValues[Name]
      : never
  },
): ReasonWords {
  return { code, values }
}
