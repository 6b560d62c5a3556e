/**
 * A consultation as one value: what is asked and until when, what was answered, what was made of it and what came of it.
 *
 * In: its record and those of its submissions as one reader sees them. The same function answers the desk and the public page.
 *
 * Rules: docs/rules/stakeholders.md, STK-03 to STK-09. Next door: `consultation-clock.ts`, `synthesis.ts`.
 */
import type { Instant } from '../kernel/partial-date.ts'
import { type PortfolioRecord, wordsIn } from '../portfolio/read-record.ts'
import { consultationClock, type ConsultationClock } from './consultation-clock.ts'
import { readSubmission, type SubmissionView, textIn } from './read-submission.ts'
import { readSynthesis, type SynthesisFinding, type SynthesisParagraph, weighSynthesis } from './synthesis.ts'

/** Whether somebody who answers must say who they are. */
export const SENDER_NAMINGS = ['required', 'optional', 'none'] as const
export type SenderNaming = (typeof SENDER_NAMINGS)[number]

export interface ConsultationView extends ConsultationClock {
  readonly entity: string
  readonly question: string
  readonly background?: string
  /** codes of those who ask */
  readonly by: readonly string[]
  readonly naming: SenderNaming
  /** in the order in which they were received */
  readonly submissions: readonly SubmissionView[]
  readonly synthesis: readonly SynthesisParagraph[]
  readonly finding: SynthesisFinding
  readonly outcome?: string
  /** entities of the records in which it was taken up */
  readonly led: readonly string[]
}

export interface ConsultationInput {
  readonly record: PortfolioRecord
  /** what points at it as a submission */
  readonly submissions: readonly PortfolioRecord[]
  readonly now: Instant
}

export function readConsultation({ record, submissions, now }: ConsultationInput): ConsultationView {
  const background = textIn(record, 'background')
  const outcome = textIn(record, 'outcome')
  const answers = submissions
    .map(readSubmission)
    .toSorted((a, b) => compare(a.receivedOn, b.receivedOn) || compare(a.entity, b.entity))
  const synthesis = readSynthesis(textIn(record, 'synthesis') ?? '')
  const accepted = answers.filter(({ state }) => state === 'accepted').map(({ entity }) => entity)
  return {
    entity: record.entity,
    question: record.name,
    ...(background === undefined ? {} : { background }),
    by: wordsIn(record, 'by'),
    naming: namingOf(record),
    ...consultationClock(record, now),
    submissions: answers,
    synthesis,
    finding: weighSynthesis(synthesis, accepted),
    ...(outcome === undefined ? {} : { outcome }),
    led: wordsIn(record, 'led'),
  }
}

/** What asks least where sources differ. */
export function namingOf(record: Pick<PortfolioRecord, 'facts'>): SenderNaming {
  const words = wordsIn(record, 'naming')
  return words.length === 1 ? (SENDER_NAMINGS.find((one) => one === words[0]) ?? 'optional') : 'optional'
}

function compare(a: string | undefined, b: string | undefined): number {
  const [left, right] = [a ?? '', b ?? '']
  return left < right ? -1 : left > right ? 1 : 0
}
