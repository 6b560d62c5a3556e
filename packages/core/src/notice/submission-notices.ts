/**
 * That answers to a consultation wait for a moderator: told to those who moderate, once for each consultation and week, however
 * many come in.
 *
 * Rule: docs/rules/notice.md, NOT-20. Next door: `read-notices.ts`; the caller finds what waits, as its reader sees it.
 */
import { dayInBrussels } from '../kernel/brussels-day.ts'
import type { Marking } from '../kernel/marking.ts'
import { addDays, type Instant } from '../kernel/partial-date.ts'
import { sha256Hex } from '../kernel/statement.ts'
import type { Notice, NoticeViewer } from './notice.ts'

/** A consultation with answers that wait, as somebody who moderates sees it. */
export interface WaitingConsultation {
  readonly entity: string
  readonly question: string
  /** the highest of the consultation and of the answer that waits longest */
  readonly marking: Marking
  /** when the answer that waits longest was put on record */
  readonly since: Instant
}

/** The notices of one person who moderates, in any order; each for as long as an answer waits (NOT-08). */
export function submissionNotices(
  waiting: readonly WaitingConsultation[],
  { person }: Pick<NoticeViewer, 'person'>,
): readonly Notice[] {
  return waiting.map(({ entity, question, marking, since }) => ({
    kind: 'submissions-wait',
    id: sha256Hex(`notice ${person} submissions-wait ${entity} ${mondayOf(since)}`).slice(0, 32),
    entity,
    title: question,
    caseName: null,
    marking,
    at: since,
    by: null,
  }))
}

/** The first day of the week of an instant, as the calendar in Brussels has it. */
function mondayOf(instant: Instant): string {
  const day = dayInBrussels(instant)
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}
