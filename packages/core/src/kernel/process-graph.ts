/**
 * The process as data: the states that a proposed measure passes, the steps between them, who may take which, and the
 * tracks on which measures travel.
 *
 * Every entry says, like all doctrine, what kind of authority it has, where that stands and whether somebody read it
 * there; most of the order of working steps is reconstructed, and says so.
 *
 * Next door: `doctrine.ts` holds these entries; `../procedure/` follows them.
 */
import type { DoctrineEntry } from './doctrine-entry.ts'

export const PROCEDURE_PATHS = ['normal', 'crisis'] as const
export type ProcedurePath = (typeof PROCEDURE_PATHS)[number]

export const STATE_KINDS = ['start', 'work', 'parallel', 'gate', 'timer', 'wait', 'end'] as const
export type StateKind = (typeof STATE_KINDS)[number]

/** Where a measure can stand. A `parallel` state runs beside the others. */
export interface ProcessState extends DoctrineEntry {
  readonly kind: StateKind
  readonly paths: readonly ProcedurePath[]
}

/** What must hold of the positions before a step: no reserve open, the rule met, the rule failed. */
export const POSITION_NEEDS = ['no-open-reserve', 'adopted', 'not-adopted'] as const
export type PositionNeed = (typeof POSITION_NEEDS)[number]

/** A step from one state to another. */
export interface Transition extends DoctrineEntry {
  /** `*` stands for every state of a procedure that is still open */
  readonly from: string
  readonly to: string
  /** the verb that takes it inside a procedure; absent for steps of the case, which come before any measure */
  readonly verb?: string
  /** the body whose agenda takes it, where an agenda does */
  readonly body?: string
  /** ids of the roles that may take it */
  readonly by: readonly string[]
  /** ids of the outlines that must be on file, as far as the track uses them */
  readonly documents: readonly string[]
  /** what is expected of the positions, in words */
  readonly positions?: string
  readonly needs?: PositionNeed
  /** how the body decides, in words */
  readonly rule?: string
  /** how long it usually takes, and on what ground that is said */
  readonly deadline: { readonly normal: string; readonly crisis: string; readonly basis: string }
  readonly output: string
  readonly paths: readonly ProcedurePath[]
  /** ids of the tracks that take it; every track that passes its two states when absent */
  readonly tracks?: readonly string[]
  /** taking it is the decision on the measure */
  readonly decides?: boolean
}

/**
 * Who may do what in a procedure. `by` names roles, or one of four words: `proposers` and `deciders` of the track,
 * `transition` for those whom the step names, `opener` for the party that opened the procedure.
 */
export interface VerbRight extends DoctrineEntry {
  readonly by: readonly string[]
  /** it speaks for the party: of a Member State, only its delegate does it */
  readonly speaks: boolean
}

/** Hours for which silence is usually open: working values, chosen anew by whoever opens it. */
export interface SilenceLengths extends DoctrineEntry {
  readonly hours: { readonly normal: number; readonly short: number; readonly crisis: number }
  readonly clock: string
}

export interface ProcessGraph {
  readonly states: readonly ProcessState[]
  readonly transitions: readonly Transition[]
  readonly verbs: readonly VerbRight[]
  /** null in a pack that says nothing of it */
  readonly silence: SilenceLengths | null
}

/** The way that some measures take: its states in their order, its rule, who proposes and decides, with which papers. */
export interface Track extends DoctrineEntry {
  readonly measures: readonly string[]
  /** ids of the tracks whose adoption comes before: a Union regulation gives effect to a Decision */
  readonly after?: readonly string[]
  /** ids in their order, the first is where a procedure opens; waiting and ending states may be reached from any */
  readonly states: readonly string[]
  /** id of a rule that can be counted; absent where nobody votes */
  readonly rule?: string
  readonly proposers: readonly string[]
  readonly deciders: readonly string[]
  /** outlines that are used on it; a step asks only for those */
  readonly documents: readonly string[]
  /** outlines that take the place of those which a step names */
  readonly instead?: Readonly<Record<string, string>>
  /** outlines of the acts that are adopted; with two of them their annexes must name the same */
  readonly acts: readonly string[]
  /** a second person confirms the adoption */
  readonly fourEyes: boolean
  /** the brake of TEU Art. 31(2) can be invoked */
  readonly brake: boolean
  /** those whom it concerns are told the decision and its grounds */
  readonly notifies: boolean
  /** what was adopted ends unless it is prolonged; reviewed at least every so many months */
  readonly reviewMonths?: number
}
