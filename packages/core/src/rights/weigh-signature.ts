/**
 * Whether somebody may sign a rights check as they see it.
 *
 * Rules: docs/rules/rights.md, RGT-05 and RGT-11. Next door: `read-check.ts`.
 */
import type { RightsSignature } from '../incident/rights-statements.ts'
import { formatMarking, highestMarking, isAtLeastAsStrict, type Marking } from '../kernel/marking.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { Statement } from '../kernel/statement.ts'
import { inWords, type RefusalWords } from '../refusal/refusal-words.ts'
import { readCheck, type RightsLaw } from './read-check.ts'

export interface SignatureFault {
  readonly part: 'measures' | 'reviewBy' | 'marking'
  readonly rule: 'RGT-05' | 'RGT-11'
  readonly message: string
  readonly words: RefusalWords
}

/** What is against signing; null when nothing is. */
export function weighSignature(
  law: RightsLaw,
  { measures, reviewBy }: RightsSignature,
  marking: Marking,
  statements: readonly Statement[],
  on: CalendarDate,
): SignatureFault | null {
  const check = readCheck(law, measures, statements, on)
  if (check.questions.length === 0) {
    return {
      part: 'measures',
      rule: 'RGT-05',
      message: 'nothing is asked of these measures',
      words: inWords('signature-asks-nothing'),
    }
  }
  if (check.unanswered.length > 0) {
    const message = `${check.unanswered.join(', ')} without an answer; expected one for each question, be it "not-known" with its grounds`
    const words = inWords('signature-without-answers', { choices: check.unanswered })
    return { part: 'measures', rule: 'RGT-05', message, words }
  }
  if (reviewBy <= on) {
    return {
      part: 'reviewBy',
      rule: 'RGT-05',
      message: `the day of review is ${reviewBy}; expected: after ${on}`,
      words: inWords('signature-review-past', { day: reviewBy, today: on }),
    }
  }
  const least = markingOfCheck(check, statements)
  if (isAtLeastAsStrict(marking, least)) return null
  const message = `marked ${formatMarking(marking)}; expected: at least ${formatMarking(least)}, as the answers that are signed. Who may not see an answer must not see that somebody signed it`
  const words = inWords('signature-too-open', { marking, above: least })
  return { part: 'marking', rule: 'RGT-11', message, words }
}

/** The strictest marking of what stands in a check, its signature included. RGT-11 */
export function markingOfCheck(
  check: Pick<ReturnType<typeof readCheck>, 'questions' | 'signature'>,
  statements: readonly Statement[],
): Marking {
  const ids = new Set([
    ...check.questions.flatMap(({ answers }) => answers.map(({ statement }) => statement)),
    ...(check.signature ? [check.signature.statement] : []),
  ])
  return highestMarking(statements.filter(({ id }) => ids.has(id)).map(({ marking }) => marking))
}
