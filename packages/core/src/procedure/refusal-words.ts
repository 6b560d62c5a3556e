/**
 * What a refusal says, apart from its English sentence: a code and what is filled in, from which a screen makes the sentence
 * of its own language. A refusal without them is said in English.
 *
 * Next door: `hindrances.ts`, `own-hindrances.ts` and `who-may.ts` give them.
 */
import type { Instant } from '../kernel/partial-date.ts'
import type { ProcedurePath } from '../kernel/process-graph.ts'
import type { ReaderRole } from '../kernel/reader.ts'

export type RefusalCode =
  | 'not-yours'
  | 'not-the-presidency'
  | 'prepares-only'
  | 'proposed-by-another'
  | 'ended'
  | 'no-silence'
  | 'silence-adopted'
  | 'no-silence-runs'
  | 'silence-runs'
  | 'silence-noted'
  | 'gone-on'
  | 'text-under-silence'
  | 'withdraw-silence-first'
  | 'decided'
  | 'no-step'
  | 'there-already'
  | 'other-path'
  | 'reserve-open'
  | 'nobody-votes'
  | 'brake-stands'
  | 'rule-not-met'
  | 'vote-unknown'
  | 'no-brake-here'
  | 'no-brake-stands'
  | 'no-adoption-waits'
  | 'publish-adopted'
  | 'nobody-listed'
  | 'publish-first'
  | 'nothing-adopted'
  | 'no-end'
  | 'adopted-already'
  | 'no-position'
  | 'own-brake-stands'
  | 'no-own-brake'
  | 'two-persons'
  | 'second-person'
  | 'no-amendment-waits'
  | 'no-text'

export interface RefusalWords {
  readonly code: RefusalCode
  /** codes of the parties that it names, in the order of its sentence */
  readonly parties?: readonly string[]
  /** in which the actor acts */
  readonly role?: ReaderRole
  /** the state that it names */
  readonly state?: { readonly label: string }
  readonly path?: ProcedurePath
  readonly until?: Instant
}

/** Somebody who may do something, by the labels of doctrine. */
export interface RoleWords {
  /** id of the role; `opener` is the party that opened the procedure */
  readonly id: string
  readonly label: string
  /** through whom a body acts; empty where it acts itself */
  readonly through: readonly { readonly label: string }[]
}
