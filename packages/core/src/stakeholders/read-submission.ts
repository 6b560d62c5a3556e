/**
 * A submission to a consultation as one value: who says what, how far it may be published, and what was decided on it.
 *
 * What the reader may not see is not in it: of one that is published without its name there is no name here for the public.
 *
 * Rules: docs/rules/stakeholders.md, STK-05 to STK-07. Next door: `read-consultation.ts`.
 */
import { type PortfolioRecord, valuesOf, wordsIn } from '../portfolio/read-record.ts'

/** How its author agreed that it be published, what gives most away first. */
export const CONSENTS = ['named', 'unnamed', 'withheld'] as const
export type Consent = (typeof CONSENTS)[number]

/** What a moderator decides. */
export const MODERATIONS = ['accepted', 'set-aside'] as const
export type Moderation = (typeof MODERATIONS)[number]

/** `waiting`: nobody has decided, or those who did differ; `withdrawn`: its text stands no more. */
export const SUBMISSION_STATES = ['waiting', ...MODERATIONS, 'withdrawn'] as const
export type SubmissionState = (typeof SUBMISSION_STATES)[number]

/** The lists of what was answered; `uncited`: accepted, and not in the synthesis. */
export const SUBMISSION_LISTS = ['waiting', 'accepted', 'uncited', 'set-aside'] as const
export type SubmissionList = (typeof SUBMISSION_LISTS)[number]

export interface SubmissionView {
  readonly entity: string
  readonly state: SubmissionState
  readonly text?: string
  readonly from?: string
  /** the word for the kind of stakeholder */
  readonly sort?: string
  /** codes of places */
  readonly countries: readonly string[]
  readonly receivedOn?: string
  readonly consent?: Consent
  /** why it was set aside, or accepted */
  readonly reason?: string
}

/** Reads a submission from its record as somebody sees it. */
export function readSubmission(record: Pick<PortfolioRecord, 'entity' | 'facts'>): SubmissionView {
  const text = textIn(record, 'text')
  // where several stand, the one that gives least away: a name that is out cannot be taken back
  const agreed = wordsIn(record, 'consent')
  const consent = CONSENTS.findLast((one) => agreed.includes(one))
  return {
    entity: record.entity,
    state: text === undefined ? 'withdrawn' : decided(record),
    countries: wordsIn(record, 'country'),
    ...(text === undefined ? {} : { text }),
    ...said(record, 'from', 'from'),
    ...said(record, 'sort', 'sort'),
    ...said(record, 'start', 'receivedOn'),
    ...said(record, 'reason', 'reason'),
    ...(consent === undefined ? {} : { consent }),
  }
}

function decided(record: Pick<PortfolioRecord, 'facts'>): SubmissionState {
  const [word, ...others] = wordsIn(record, 'moderation')
  return (others.length === 0 && MODERATIONS.find((one) => one === word)) || 'waiting'
}

function said<Name extends string>(
  record: Pick<PortfolioRecord, 'facts'>,
  property: string,
  name: Name,
): Partial<Record<Name, string>>
function said(record: Pick<PortfolioRecord, 'facts'>, property: string, name: string) {
  const text = textIn(record, property)
  return text === undefined ? {} : { [name]: text }
}

/** The first text that stands for a property. */
export function textIn(record: Pick<PortfolioRecord, 'facts'>, property: string): string | undefined {
  return valuesOf(record, property).find((value) => typeof value === 'string')
}
