/**
 * What was answered to a question for other measures: where somebody may start from, and never an answer of this check.
 *
 * Rules: docs/rules/rights.md, RGT-06. Next door: `read-check.ts`.
 */
import type { AnswerOnRecord, RightsCheck } from './rights-check.ts'

/** So many are offered; who wants an older one finds it in its own check. */
const MOST = 3

/**
 * The answers to the question in other checks of the case, newest first; those for measures that this check shares come before
 * the others.
 * @param checks every check of the case, as the reader sees them
 */
export function answersBefore(
  checks: readonly RightsCheck[],
  { measures }: Pick<RightsCheck, 'measures'>,
  question: string,
): readonly AnswerOnRecord[] {
  const own = measures.join(',')
  const shared = ({ answer }: AnswerOnRecord) =>
    answer.measures.filter((measure) => measures.includes(measure)).length
  return checks
    .filter((check) => check.measures.join(',') !== own)
    .flatMap((check) => check.questions.find((one) => one.question === question)?.answers ?? [])
    .toSorted((a, b) => shared(b) - shared(a) || (a.at < b.at ? 1 : -1))
    .slice(0, MOST)
}
