/**
 * Section "options": the measures of the Toolbox one by one, category by category.
 *
 * Measures that are open, or that turn on an open point, are set out in full; the rest stand in one table with the
 * reason. Lead times are marked as estimates where no source states them.
 */
import { CATEGORIES, type Category, type Measure, type MeasureFinding } from '@demarche/core'
import type { Words } from '../paper-writer.ts'
import {
  ATTRIBUTION_WORDS,
  AUTHORITY_WORDS,
  AVAILABILITY_WORDS,
  CATEGORY_WORDS,
  opening,
  sayCount,
  sayList,
  sentence,
  VERDICT_WORDS,
} from '../wording.ts'
import { measureOf, openPoint, roleLabel, votingLabel, type Paper } from './paper.ts'

export function writeOptions(paper: Paper): void {
  const { dossier, writer } = paper
  const measures = dossier.measures.filter(({ role }) => role === 'measure')
  const open = measures.filter(({ availability }) => availability !== 'not-available')
  writer.numbered(
    `${opening(sayCount(measures.length))} measures were examined: ${count(measures, 'available')} open on the known facts, ` +
      `${count(measures, 'turns-on')} turning on points that are still open, ${count(measures, 'not-available')} not open. ` +
      "Costs, risks and the degree of escalation are this desk's judgement.",
  )
  for (const category of CATEGORIES) {
    const inCategory = open.filter((measure) => measure.category === category)
    if (inCategory.length === 0) continue
    writer.heading(CATEGORY_WORDS[category])
    for (const finding of inCategory) writeMeasure(paper, finding)
  }
  writeClosed(paper, measures)
  const adjacent = dossier.measures.filter(
    ({ role, availability }) => role === 'adjacent-option' && availability !== 'not-available',
  )
  if (adjacent.length > 0) {
    writer.heading('Options beside the Toolbox')
    writer.numbered('The following are not Toolbox measures and are shown for completeness:')
    writer.list(adjacent.map((finding) => `${finding.label}: ${AVAILABILITY_WORDS[finding.availability]}.`))
  }
}

function writeMeasure(paper: Paper, finding: MeasureFinding): void {
  const { writer } = paper
  const measure = measureOf(paper, finding.measure)
  const turnsOn = sayList(finding.turnsOn.map((property) => openPoint(paper, property)))
  writer.heading(finding.label, 3)
  writer.numbered([
    `${opening(AVAILABILITY_WORDS[finding.availability])}${turnsOn ? `: ${turnsOn}` : ''}.`,
    ...finding.reasons.flatMap(({ text, verdict, authority, citation, proof }) => [
      ` ${opening(text)}: ${VERDICT_WORDS[verdict]} (${AUTHORITY_WORDS[authority]}).`,
      ...writer.law(citation, undefined),
      ...writer.support(proof.support),
    ]),
  ])
  if (!measure) {
    writer.paragraph('The doctrine used has no entry for this measure; its particulars cannot be given.')
    return
  }
  writer.table(
    `${finding.label}: particulars`,
    [
      ['Point', 24],
      ['Entry', 76],
    ],
    particulars(paper, measure),
  )
}

function particulars(paper: Paper, measure: Measure): readonly (readonly Words[])[] {
  const { writer } = paper
  const roles = (ids: readonly string[]): string =>
    opening(
      sayList(
        ids.map((id) => roleLabel(paper, id)),
        'or',
      ),
    )
  return [
    ['Category', categoryWord(measure.category)],
    ['Aim', measure.description ? sentence(measure.description) : 'Not stated in the doctrine used.'],
    ['Legal basis', [opening(measure.legalBasis), ...writer.law(measure.source, measure.verified)]],
    ['Who proposes', roles(measure.proposers) || 'Not stated'],
    ['Who decides', roles(measure.deciders) || 'Not stated'],
    ['Voting rule', opening(votingLabel(paper, measure.votingRule))],
    [
      'Attribution needed',
      `${opening(ATTRIBUTION_WORDS[measure.attribution.need])}. ${sentence(measure.attribution.text)}`,
    ],
    ['Lead time', `${opening(measure.leadTime.text)}${leadTimeMark(measure.leadTime.basis)}`],
    ['Cost', sentences(measure.costs)],
    ['Risk', sentences(measure.risks)],
    ['Reversibility', sentence(measure.reversibility)],
    ['Escalation', `${measure.escalation} of 5 (this desk's judgement)`],
    ...(measure.conflictsWith.length > 0
      ? [
          [
            'In conflict with',
            measure.conflictsWith
              .map(
                ({ measure: other, why }) => `${measureOf(paper, other)?.label ?? other}: ${sentence(why)}`,
              )
              .join(' '),
          ],
        ]
      : []),
  ]
}

function sentences(lines: readonly string[]): string {
  return lines.length > 0 ? lines.map(sentence).join(' ') : 'None recorded.'
}

/** A lead time that no source states is this desk's estimate, and says so. */
export function leadTimeMark(basis: string): string {
  return basis === 'our-judgement'
    ? " (estimate: this desk's judgement)"
    : ` (basis: ${basis.replaceAll('-', ' ')})`
}

export function categoryWord(category: Category): string {
  return CATEGORY_WORDS[category].replace(/ measures$/, '')
}

function writeClosed({ writer }: Paper, measures: readonly MeasureFinding[]): void {
  const closed = measures.filter(({ availability }) => availability === 'not-available')
  if (closed.length === 0) return
  writer.heading('Measures that are not open')
  writer.table(
    'Measures that are not open on the known facts, with the reason',
    [
      ['Measure', 30],
      ['Category', 20],
      ['Reason', 50],
    ],
    closed.map(({ label, category, reasons }): Words[] => {
      const against = reasons.filter(({ verdict }) => verdict === 'false')
      return [
        label,
        categoryWord(category),
        against.length === 0
          ? 'No reason is recorded.'
          : against.flatMap(({ text, authority, citation, proof }, index) => [
              `${index > 0 ? ' ' : ''}${opening(text)}: does not hold (${AUTHORITY_WORDS[authority]}).`,
              ...writer.law(citation, undefined),
              ...writer.support(proof.support),
            ]),
      ]
    }),
  )
}

function count(measures: readonly MeasureFinding[], availability: MeasureFinding['availability']): string {
  return sayCount(measures.filter((measure) => measure.availability === availability).length)
}
