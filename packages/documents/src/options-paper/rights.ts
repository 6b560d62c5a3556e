/**
 * The rights check of each package, in section "packages and order": who signed it, what is open, and the answers in a table.
 *
 * A question without an answer is named as open, and never left out. Rules: docs/rules/rights.md, RGT-03 and RGT-06.
 */
import {
  type QuestionReading,
  type RightsAnswer,
  type RightsCheck,
  SEVERITY_DIMENSIONS,
  setOfMeasures,
} from '@demarche/core'
import type { Words } from '../paper-writer.ts'
import { opening, sentence } from '../wording.ts'
import { insideSentence } from './labels.ts'
import { entryOf, offered, type Paper } from './paper.ts'

export function writeRights(paper: Paper): void {
  const {
    dossier,
    writer,
    wording: { say },
  } = paper
  const checks = offered(paper).flatMap(({ number, offer }) => {
    const key = setOfMeasures(offer.steps.map(({ measure }) => measure)).join(' ')
    const check = dossier.rights.find(({ measures }) => measures.join(' ') === key)
    return check && check.questions.length > 0 ? [{ number, check }] : []
  })
  if (checks.length === 0) return
  writer.heading(say('rights.title'))
  writer.numbered(say('rights.lead'))
  for (const { number, check } of checks) {
    writer.numbered([sayStanding(paper, number, check), ...sayOpen(paper, check)].join(' '))
    writer.table(
      say('rights.caption', { number }),
      [
        [say('rights.column.question'), 24],
        [say('rights.column.answer'), 12],
        [say('rights.column.grounds'), 26],
        [say('rights.column.gravity'), 18],
        [say('rights.column.mitigation'), 20],
      ],
      inOrder(check).flatMap(({ question, answers }) =>
        answers.map(({ answer, statement, party }): Words[] => [
          labelOf(paper, question),
          `${say(`rights.answer.${answer.answer}`)} (${party})`,
          [sayGrounds(paper, answer), ...writer.support([{ statement }])],
          sayGravity(paper, answer),
          sayMitigation(paper, answer),
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

function sayStanding({ wording }: Paper, number: number, { standing, signature }: RightsCheck): string {
  const { say, date } = wording
  return say(`rights.standing.${standing}`, {
    number,
    by: signature?.party ?? '',
    on: signature ? date(signature.at.slice(0, 10)) : '',
    until: signature ? date(signature.reviewBy) : '',
  })
}

function sayOpen(paper: Paper, check: RightsCheck): readonly string[] {
  const { say, list, count } = paper.wording
  const { standing, open, questions, unmitigated } = check
  const labels = (ids: readonly string[]) =>
    list(ids.map((id) => say('paper.quoted', { text: labelOf(paper, id) })))
  const said =
    open.length === 0
      ? say('rights.noneOpen')
      : standing === 'none'
        ? say('rights.allOpen', { count: questions.length, number: count(questions.length) })
        : say('rights.open', { questions: labels(open) })
  return unmitigated.length === 0
    ? [said]
    : [said, say('rights.unmitigated', { questions: labels(unmitigated) })]
}

function labelOf(paper: Paper, id: string): string {
  const found = entryOf(paper, paper.doctrine.rightsCheck?.questions ?? [], id)
  return found ? paper.wording.label('rightsQuestions', id, found.label) : id
}

function sayGrounds({ wording: { say } }: Paper, { grounds, groups }: RightsAnswer): string {
  return groups === undefined
    ? sentence(grounds)
    : `${sentence(grounds)} ${say('rights.affects', { groups: sentence(groups) })}`
}

function sayGravity(paper: Paper, { severity, likelihood }: RightsAnswer): string {
  const { say } = paper.wording
  if (severity === undefined) return '—'
  const scales = paper.doctrine.rightsCheck?.severity
  const inside = (label: string): string => insideSentence(paper, label)
  const levels = SEVERITY_DIMENSIONS.map((dimension) =>
    say('rights.level', {
      dimension: inside(scaleLabel(paper, dimension, scales?.dimensions[dimension].label ?? dimension)),
      level: severity[dimension],
    }),
  ).join(', ')
  const likely = scales?.likelihood.label ?? say('rights.likelihood')
  const scale = inside(scaleLabel(paper, 'likelihood', likely))
  return opening(
    likelihood === undefined
      ? say('rights.gravityAlone', { levels, scale })
      : say('rights.gravity', { levels, scale, likelihood }),
  )
}

/** Scale and scope are called as the dimensions of an assessment are. */
function scaleLabel({ wording }: Paper, scale: string, label: string): string {
  return scale === 'scale' || scale === 'scope'
    ? wording.label('scales', scale, label)
    : wording.word(`severity.${scale}`, label)
}

function sayMitigation({ wording: { say } }: Paper, { answer, mitigation, residual }: RightsAnswer): string {
  if (answer !== 'concern') return '—'
  return [
    mitigation === undefined ? say('rights.noMitigation') : sentence(mitigation),
    ...(residual === undefined ? [] : [say('rights.left', { left: sentence(residual) })]),
  ].join(' ')
}
