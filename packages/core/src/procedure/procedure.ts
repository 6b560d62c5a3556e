/**
 * A procedure as one value: where a measure stands, how it came there, who holds which position, and what runs out when.
 *
 * Everything here follows from the acts, the graph of doctrine and the instant asked for; `read-procedure.ts` makes it.
 * Plain data: what the desk shows, the API answers and documents print.
 *
 * Rests on: docs/rules/procedure.md. Next door: `act.ts`, `weigh-act.ts`, `meeting-view.ts`.
 */
import type { Doctrine } from '../kernel/doctrine.ts'
import type { CalendarDate, Instant } from '../kernel/partial-date.ts'
import type { ProcedurePath } from '../kernel/process-graph.ts'
import type { RefusalWords } from '../refusal/refusal-words.ts'
import type { Act, ActVerb, DocumentReference, RecordedAct } from './act.ts'
import type { Position, Stance } from './position.ts'
import type { CountedRule, VoteOutcome } from './voting/vote.ts'

/** What a procedure needs of doctrine. */
export type ProcessDoctrine = Pick<
  Doctrine,
  'graph' | 'tracks' | 'roles' | 'measures' | 'documents' | 'populations'
>

/** One kind of act. */
export type Say<V extends ActVerb> = Extract<Act, { verb: V }>
export type Body = Say<'put-on-agenda'>['body']

/** Who acted, on which statement, when. */
export interface Doing {
  readonly statement: string
  readonly party: string
  readonly at: Instant
}

/** A step that was taken. */
export interface Step {
  readonly transition: string
  readonly label: string
  readonly from: string
  readonly to: string
  readonly at: Instant
  /** null: nobody took it, time did */
  readonly by: Doing | null
  /** the step was read in a source; false where the order is our reconstruction */
  readonly verified: boolean
}

/** A state that runs beside the procedure: attribution, crisis coordination, mutual assistance. */
export interface ParallelState {
  readonly state: string
  readonly label: string
  readonly since: Instant
  readonly until?: Instant
  readonly verified: boolean
}

export interface FiledDocument extends DocumentReference, Doing {
  /** to whom it was circulated; empty for a paper that came with an act */
  readonly to: readonly string[]
}

export interface AgendaItem extends Doing {
  readonly body: Body
  readonly meeting: CalendarDate
  readonly item?: string | undefined
  /** the meeting lies before the day asked for */
  readonly past: boolean
}

/** A position at one moment; `null`: lifted. */
export interface PositionEntry extends Doing {
  readonly position: Position | null
  readonly paragraph?: string | undefined
  readonly comment?: string | undefined
  /** the party whose chair wrote it down, where the State did not say it here itself */
  readonly recordedBy?: string | undefined
}

export interface PartyPosition {
  readonly party: string
  /** on the whole; null: nothing said, or lifted */
  readonly position: Position | null
  readonly comment?: string
  readonly since?: Instant
  /** the party whose chair wrote it down, where the State did not say it here itself */
  readonly recordedBy?: string
  /** what it would do if the question were put now; unknown is not yes */
  readonly stance: Stance
  /** standing positions on single paragraphs */
  readonly paragraphs: readonly PositionEntry[]
  readonly history: readonly PositionEntry[]
}

export interface Reserve extends PositionEntry {
  readonly position: Position
}

export interface Brake extends Doing {
  readonly reason: string
  readonly withdrawn?: Doing & { readonly reason: string }
}

export type SilenceStatus = 'running' | 'broken' | 'adopted' | 'withdrawn'

export interface Silence {
  readonly opened: Doing
  /** UTC */
  readonly until: Instant
  readonly version?: number
  readonly extended: readonly (Doing & {
    readonly from: Instant
    readonly until: Instant
    readonly reason: string
  })[]
  readonly status: SilenceStatus
  /** when it stopped running: at the deadline itself when nobody objected */
  readonly endedAt?: Instant
  readonly objections: readonly (Doing & { readonly reason: string })[]
  readonly comments: readonly (Doing & { readonly comment: string })[]
  /** somebody noted how it ended; it ended without that */
  readonly noted?: Doing
}

/** An adoption that waits for a second person. */
export interface AdoptionProposal extends Doing {
  readonly person?: string
  readonly acts: readonly DocumentReference[]
}

export interface Adoption {
  readonly at: Instant
  readonly how: 'silence' | 'vote' | 'without-vote'
  /** null: silence ended */
  readonly by: Doing | null
  readonly confirmed?: Doing
  readonly acts: readonly DocumentReference[]
  /** that abstained with a declaration and need not apply it */
  readonly declaring: readonly string[]
  /** it prolongs what was adopted before, until that day */
  readonly prolongsUntil?: CalendarDate
}

export interface RecordedVote extends Doing {
  readonly held: CalendarDate
  readonly present?: readonly string[] | undefined
  readonly proxies?: readonly { readonly party: string; readonly holder: string }[] | undefined
  readonly verdict: 'true' | 'false'
}

/** What the acts add up to. */
export interface Course {
  readonly case: string
  readonly measure: string
  readonly track: string
  readonly path: ProcedurePath
  readonly title: string
  readonly reason: string
  readonly package?: string
  /** the names that it lists, as opened, and as proposed once it is */
  readonly subjects: readonly string[]
  /** those names with what identifies each; empty until a listing is proposed */
  readonly listed: readonly NonNullable<Say<'propose'>['listed']>[number][]
  readonly opened: Doing
  /** the day in Brussels; doctrine in force on it governs the procedure */
  readonly openedOn: CalendarDate
  readonly proposed?: Doing & { readonly reason: string }
  readonly state: {
    readonly id: string
    readonly label: string
    readonly since: Instant
    readonly verified: boolean
  }
  readonly history: readonly Step[]
  readonly parallel: readonly ParallelState[]
  readonly documents: readonly FiledDocument[]
  readonly agenda: readonly Omit<AgendaItem, 'past'>[]
  readonly stated: readonly PositionEntry[]
  /** positions stated before this place belong to an earlier decision and count no more */
  readonly roundFrom: number
  readonly brakes: readonly Brake[]
  readonly silences: readonly Silence[]
  readonly votes: readonly RecordedVote[]
  readonly adoptionProposed: AdoptionProposal | null
  readonly adoptions: readonly Adoption[]
  readonly published: readonly (Doing & Omit<Say<'publish'>, 'verb'>)[]
  readonly notified: readonly (Doing & Omit<Say<'notify'>, 'verb'>)[]
  readonly implemented: readonly (Doing & Omit<Say<'implement'>, 'verb'>)[]
  readonly reviews: readonly (Doing & Omit<Say<'review'>, 'verb'>)[]
  /** a prolongation that is proposed and not yet adopted */
  readonly prolonging: (Doing & Omit<Say<'prolong'>, 'verb'>) | null
  readonly lapsed: (Doing & Omit<Say<'let-lapse'>, 'verb'>) | null
  readonly noAction: (Doing & { readonly reason: string }) | null
  /** every act that counts, in order */
  readonly acts: readonly RecordedAct[]
}

export type Outcome = 'open' | 'adopted' | 'not-adopted' | 'no-action' | 'lapsed'

export interface Deadline {
  readonly kind: 'silence' | 'meeting' | 'review' | 'prolongation'
  /** a UTC instant for silence, a calendar day in Brussels for the others */
  readonly on: Instant | CalendarDate
  /** in English; another language says it by `kind` and `body` */
  readonly label: string
  /** whose agenda; of a meeting alone */
  readonly body?: Body
  readonly past: boolean
  /** law, guidance or our judgement says so; the ground stands in `basis` */
  readonly basis: string
  readonly verified: boolean
}

/** An act on record that does not count, and why. */
export interface IgnoredAct extends Refusal {
  readonly recorded: RecordedAct
}

export interface VoteNow {
  readonly rule: CountedRule
  /** null when the pack has no populations for the day */
  readonly outcome: VoteOutcome | null
  /** the table is missing or out of date */
  readonly remark: string | null
  readonly table: string | null
}

export interface Procedure extends Omit<Course, 'agenda'> {
  /** the instant it was read for */
  readonly at: Instant
  readonly trackLabel: string
  /** the track was read in a source, in the parts named; the rest is our reconstruction */
  readonly trackVerified: boolean
  readonly measureLabel: string
  readonly outcome: Outcome
  /** neither decided nor ended; a blocked measure is open, for it can be taken up again */
  readonly isOpen: boolean
  readonly agenda: readonly AgendaItem[]
  /** one for each Member State of that day, in protocol order */
  readonly positions: readonly PartyPosition[]
  readonly reserves: readonly Reserve[]
  /** the last silence, if there was any */
  readonly silence: Silence | null
  readonly standingBrakes: readonly Brake[]
  /** what the track's rule gives if the question were put now; null where nobody votes */
  readonly vote: VoteNow | null
  readonly adoption: Adoption | null
  readonly prolongedUntil: CalendarDate | null
  readonly deadlines: readonly Deadline[]
  readonly ignored: readonly IgnoredAct[]
}

/** Why something may not be done: the rule, and the reason in a sentence. */
export interface Refusal {
  readonly rule: string
  readonly reason: string
  /** the part of the act that it speaks of, where it is one */
  readonly field?: string
  /** for another language than English; absent where only the sentence says it */
  readonly words?: RefusalWords
}

/** Where a procedure stands, without what grows with every act. */
export type ProcedureStanding = Omit<Procedure, 'acts' | 'stated' | 'positions' | 'ignored'>
