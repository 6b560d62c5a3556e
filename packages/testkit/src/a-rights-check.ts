/**
 * A rights check that is answered and signed, as the two statements that put it on record.
 *
 * For tests and drills that open procedures: every question that is asked of the measures is answered alike.
 */
import {
  type Assertion,
  type CalendarDate,
  type Grading,
  type Marking,
  questionsFor,
  type RightsAnswerWord,
  type RightsLaw,
  setOfMeasures,
  type Source,
} from '@demarche/core'

interface ToRecord {
  readonly assertions: Assertion[]
  readonly source: Source
  readonly grading: Grading
  readonly marking: Marking
}

interface Wanted {
  readonly measures: readonly string[]
  readonly marking: Marking
  /** the day on which it is signed */
  readonly on: CalendarDate
  readonly reviewBy?: CalendarDate
  /** what each question is answered with */
  readonly answer?: Exclude<RightsAnswerWord, 'concern'>
}

/** First the answers, then the signature: they go on record in this order. */
export function aRightsCheck(
  law: RightsLaw,
  { measures, marking, on, reviewBy = '2030-01-01', answer = 'no-concern' }: Wanted,
): readonly [answers: ToRecord, signature: ToRecord] {
  const set = setOfMeasures(measures)
  const said = (document: string, assertions: Assertion[]): ToRecord => ({
    assertions,
    source: { document, verified: true },
    grading: { reliability: 'B', credibility: '2' },
    marking,
  })
  return [
    said(
      'Note on rights',
      questionsFor(law, set, on).map(({ question }) => ({
        property: 'rights.answer',
        value: { measures: set, question: question.id, answer, grounds: 'Weighed with the legal adviser.' },
      })),
    ),
    said('Signature', [{ property: 'rights.signature', value: { measures: set, reviewBy } }]),
  ]
}
