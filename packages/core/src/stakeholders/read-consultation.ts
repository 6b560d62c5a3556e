/**
 * A consultation as one value: what is asked and until when, what was made of the answers and what came of it.
 *
 * In: its record and those of the submissions that its synthesis cites, as one reader sees them; the others are a list. The
 * same function answers the desk and the public page.
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
  readonly synthesis: readonly SynthesisParagraph[]
  /** what the synthesis cites, in the order of its first citation, as far as the reader sees it */
  readonly cited: readonly SubmissionView[]
  readonly finding: SynthesisFinding
  readonly outcome?: string
  /** entities of the records in which it was taken up */
  readonly led: readonly string[]
}

export interface ConsultationInput {
  readonly record: PortfolioRecord
  /** records that its synthesis cites */
  readonly cited: readonly PortfolioRecord[]
  readonly now: Instant
}

export function readConsultation({ record, cited, now }: ConsultationInput): ConsultationView {
  const background = textIn(record, 'background')
  const outcome = textIn(record, 'outcome')
  const synthesis = synthesisIn(record)
  const answers = new Map(cited.map((one) => [one.entity, one]))
  const accepted = cited.filter((one) => isAcceptedAnswer(one, record.entity)).map(({ entity }) => entity)
  const finding = weighSynthesis(synthesis, accepted)
  return {
    entity: record.entity,
    question: record.name,
    ...(background === undefined ? {} : { background }),
    by: wordsIn(record, 'by'),
    naming: namingOf(record),
    ...consultationClock(record, now),
    synthesis,
    cited: finding.cited.flatMap((entity) => {
      const answer = answers.get(entity)
      return answer ? [readSubmission(answer)] : []
    }),
    finding,
    ...(outcome === undefined ? {} : { outcome }),
    led: wordsIn(record, 'led'),
  }
}

/** The synthesis that stands for a consultation. */
export function synthesisIn(record: Pick<PortfolioRecord, 'facts'>): readonly SynthesisParagraph[] {
  return readSynthesis(textIn(record, 'synthesis') ?? '')
}

/** Whether it was accepted as an answer to that consultation. */
export function isAcceptedAnswer(
  submission: Pick<PortfolioRecord, 'entity' | 'facts'>,
  consultation: string,
): boolean {
  return (
    readSubmission(submission).state === 'accepted' &&
    wordsIn(submission, 'consultation').includes(consultation)
  )
}

/** What asks least where sources differ. */
export function namingOf(record: Pick<PortfolioRecord, 'facts'>): SenderNaming {
  const words = wordsIn(record, 'naming')
  return words.length === 1 ? (SENDER_NAMINGS.find((one) => one === words[0]) ?? 'optional') : 'optional'
}
