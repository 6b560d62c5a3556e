/**
 * A rights check as it reads: the questions asked of one set of measures, what was answered, and who stands for it.
 *
 * Plain shapes, made by `read-check.ts`. The text of a question is in doctrine, under its id.
 */
import type { RightsAnswer } from '../incident/rights-statements.ts'
import type { StatementId } from '../kernel/statement.ts'

/** By whom and when something was put on record. */
interface OnRecordBy {
  readonly statement: StatementId
  readonly party: string
  /** pseudonym of the person, where it was recorded */
  readonly person?: string
  /** UTC instant */
  readonly at: string
}

export interface AnswerOnRecord extends OnRecordBy {
  readonly answer: RightsAnswer
}

/** What the answers to a question come to; `unanswered` where there is none. */
export type QuestionOutcome = 'no-concern' | 'concern' | 'not-known' | 'unanswered'

export interface QuestionReading {
  /** id of the question in doctrine */
  readonly question: string
  /** the measures of the set that it is asked of */
  readonly about: readonly string[]
  readonly outcome: QuestionOutcome
  /** some see a concern and others none; it counts as a concern */
  readonly contested: boolean
  /** every answer that stands, oldest first */
  readonly answers: readonly AnswerOnRecord[]
  /** the gravest concern reaches the step from which doctrine calls it severe */
  readonly severe: boolean
  /** a severe concern of which nobody says what is done about it */
  readonly unmitigated: boolean
}

export interface SignatureOnRecord extends OnRecordBy {
  readonly reviewBy: string
}

/**
 * `none`: nothing was answered. `unsigned`: answered in part or whole, and nobody has signed. `stale`: signed, and what was
 * signed is not what stands. `review-due`: signed, and the day of review has passed. `signed`: it stands.
 */
export type CheckStanding = 'none' | 'unsigned' | 'stale' | 'review-due' | 'signed'

export interface RightsCheck {
  /** ids, each once, in order of the alphabet: they name the check */
  readonly measures: readonly string[]
  /** in the order of doctrine */
  readonly questions: readonly QuestionReading[]
  /** questions without any answer */
  readonly unanswered: readonly string[]
  /** questions without an answer, or answered "not known": never counted as no concern */
  readonly open: readonly string[]
  /** questions with a concern, gravest first */
  readonly concerns: readonly string[]
  /** questions with a severe concern about which nothing is done */
  readonly unmitigated: readonly string[]
  readonly standing: CheckStanding
  /** the one that stands; else the last one that did */
  readonly signature: SignatureOnRecord | null
}
