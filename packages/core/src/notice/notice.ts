/**
 * A notice: something that happened in a procedure, or is about to, and that concerns one person; or that answers to a
 * consultation wait for that person.
 *
 * Plain data. It says what, where, when, whose act it was and under which marking; never more than its reader may see, for
 * it is made from what that reader sees.
 *
 * Rests on: docs/rules/notice.md. Next door: `read-notices.ts` makes them, `say-notice.ts` puts them into words.
 */
import type { Position } from '../procedure/position.ts'
import type { Marking } from '../kernel/marking.ts'
import type { CalendarDate, Instant } from '../kernel/partial-date.ts'
import type { ReaderRole } from '../kernel/reader.ts'
import type { Adoption, Body, Procedure } from '../procedure/procedure.ts'

/** What happened, with what one needs to say it. */
export type NoticeMatter =
  | { readonly kind: 'procedure-opened'; readonly measure: string }
  | { readonly kind: 'text-laid' | 'text-changed'; readonly version: number }
  | { readonly kind: 'own-text-amended'; readonly amendment: string; readonly paragraph: string }
  | { readonly kind: 'position-asked'; readonly body: Body; readonly meeting: CalendarDate }
  | { readonly kind: 'on-agenda'; readonly body: Body; readonly meeting: CalendarDate }
  | { readonly kind: 'circulated'; readonly titles: readonly string[] }
  | { readonly kind: 'step-taken'; readonly state: string }
  | { readonly kind: 'held'; readonly position: Position }
  | { readonly kind: 'said-for-you'; readonly position: Position; readonly meeting: CalendarDate }
  | { readonly kind: 'vote-failed'; readonly held: CalendarDate }
  | { readonly kind: 'silence-opened' | 'silence-extended' | 'silence-ends-soon'; readonly until: Instant }
  | { readonly kind: 'silence-broken' | 'silence-withdrawn' }
  | { readonly kind: 'silence-ended' }
  | { readonly kind: 'confirmation-needed' }
  | { readonly kind: 'adopted'; readonly how: Exclude<Adoption['how'], 'silence'> }
  | { readonly kind: 'review-due'; readonly on: CalendarDate }
  | { readonly kind: 'submissions-wait' }

export type Notice = NoticeMatter & {
  /** names the notice among those of one person; tells nothing by itself */
  readonly id: string
  /** the procedure, or the consultation */
  readonly entity: string
  readonly title: string
  /** the name of its case, where the reader may see it */
  readonly caseName: string | null
  readonly marking: Marking
  /** when it happened, or began to be due; UTC */
  readonly at: Instant
  /** whose act it was and on which statement; null: time did it */
  readonly by: { readonly party: string; readonly statement: string } | null
}

/** A procedure as somebody may see it, with what stands beside it. */
export interface SeenProcedure {
  readonly entity: string
  readonly procedure: Procedure
  readonly marking: Marking
  readonly caseName: string | null
}

/** Who is told. */
export interface NoticeViewer {
  readonly party: string
  readonly person: string
  readonly role: ReaderRole
  /** the party holds the Presidency at that instant: the caller knows the calendar */
  readonly isPresidency: boolean
}
