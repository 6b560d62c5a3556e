/**
 * The rights check of each package, in section "packages and order": who signed it, what is open, and the answers in a table.
 *
 * A question without an answer is named as open, and never left out. Rules: docs/rules/rights.md, RGT-03 and RGT-06.
 */
import {
  formatPartialDate,
  type QuestionReading,
  type RightsAnswer,
  type RightsCheck,
  SEVERITY_DIMENSIONS,
  setOfMeasures,
} from '@demarche/core'
import type { Words } from '../paper-writer.ts'
import { opening, sayCount, sayList, sentence } from '../wording.ts'
import { entryOf, offered, type Paper } from './paper.ts'

const ANSWER = { 'no-concern': 'No concern', concern: 'Concern', 'not-known': 'Not known' } as const

export function writeRights(paper: Paper): void {
  const { dossier, writer } = paper
  const checks = offered(paper).flatMap(({ number, offer }) => {
    const key = setOfMeasures(offer.steps.map(({ measure }) => measure)).join(' ')
    const check = dossier.rights.find(({ measures }) => measures.join(' ') === key)
    return check && check.questions.length > 0 ? [{ number, check }] : []
  })
  if (checks.length === 0) return
  writer.heading('Rights check')
  writer.numbered(
    'A procedure is opened on a signed rights check of its measures. The questions are this desk’s own; what they rest on stands in the doctrine.',
  )
  for (const { number, check } of checks) {
    writer.numbered(`Package ${number}: ${sayStanding(check)} ${sayOpen(paper, check)}`)
    writer.table(
      `Package ${number}: answers of the rights check`,
      [
        ['Question', 24],
        ['Answer', 12],
        ['Grounds', 26],
        ['Severity, likelihood', 18],
        ['Mitigation, what is left', 20],
      ],
      inOrder(check).flatMap(({ question, answers }) =>
        answers.map(({ answer, statement, party }): Words[] => [
          labelOf(paper, question),
          `${ANSWER[answer.answer]} (${party})`,
          [sentence(answer.grounds), ...sayGroups(answer), ...writer.support([{ statement }])],
          sayGravity(paper, answer),
          sayMitigation(answer),
        ]),
      ),
    )
  }
}

/** Concerns first, gravest first; then the others in the order of the doctrine. */
function inOrder({ questions, concerns }: RightsCheck): readonly QuestionReading[] {
  const rank = (id: string) => (concerns.includes(id) ? concerns.indexOf(id) : concerns.length)
  return questions.toSorted((a, b) => rank(a.question) - rank(b.question))
}

function sayStanding({ standing, signature }: RightsCheck): string {
  const signed = signature
    ? `signed by ${signature.party} on ${formatPartialDate(signature.at.slice(0, 10))}`
    : ''
  const until = signature ? formatPartialDate(signature.reviewBy) : ''
  switch (standing) {
    case 'none':
      return 'the rights check is not begun.'
    case 'unsigned':
      return 'nobody has signed the rights check.'
    case 'stale':
      return `the rights check was ${signed} and has changed since.`
    case 'review-due':
      return `the rights check was ${signed} and was to be looked at again by ${until}.`
    case 'signed':
      return `the rights check is ${signed}, to be looked at again by ${until}.`
  }
}

function sayOpen(paper: Paper, { standing, open, questions, unmitigated }: RightsCheck): string {
  const labels = (ids: readonly string[]) => sayList(ids.map((id) => `“${labelOf(paper, id)}”`))
  const said =
    open.length === 0
      ? 'No question is open.'
      : standing === 'none'
        ? `All ${sayCount(questions.length)} questions are open.`
        : `Open, and not to be read as no concern: ${labels(open)}.`
  return unmitigated.length === 0 ? said : `${said} Severe and without mitigation: ${labels(unmitigated)}.`
}

function labelOf(paper: Paper, id: string): string {
  return entryOf(paper, paper.doctrine.rightsCheck?.questions ?? [], id)?.label ?? id
}

function sayGroups({ groups }: RightsAnswer): readonly string[] {
  return groups === undefined ? [] : [` Affects: ${sentence(groups)}`]
}

function sayGravity({ doctrine }: Paper, answer: RightsAnswer): string {
  const { severity, likelihood } = answer
  if (severity === undefined) return '—'
  const scales = doctrine.rightsCheck?.severity
  const levels = SEVERITY_DIMENSIONS.map(
    (dimension) => `${scales?.dimensions[dimension].label ?? dimension} ${severity[dimension]}`,
  )
  const likely = `${scales?.likelihood.label ?? 'likelihood'} ${likelihood ?? 'not stated'}`
  return `${opening(`${levels.join(', ')}; ${likely}`.toLowerCase())} (steps 1 to 3)`
}

function sayMitigation({ answer, mitigation, residual }: RightsAnswer): string {
  if (answer !== 'concern') return '—'
  return [
    mitigation === undefined ? 'None is stated.' : sentence(opening(mitigation)),
    ...(residual === undefined ? [] : [`Left: ${sentence(residual)}`]),
  ].join(' ')
}
