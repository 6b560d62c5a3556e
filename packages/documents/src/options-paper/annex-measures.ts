/**
 * Annex B: every measure that stands in a package, once, with all that the doctrine says of it; the measures in no
 * package; and the reasons why the dimensions carry or do not carry each package.
 *
 * Lead times that no source states are marked as estimates. Next door: `options.ts` has the short form of each measure.
 */
import type { Measure, PackageStep } from '@demarche/core'
import { strong, type Words } from '../paper-writer.ts'
import { ATTRIBUTION_WORDS, opening, sentence } from '../wording.ts'
import { dimensionLabel, documentLabel, measureLabel, rolesInFull, votingLabel } from './labels.ts'
import { writeOtherMeasures } from './options.ts'
import { READS } from './packages.ts'
import { measureOf, offered, type Paper } from './paper.ts'

export function writeMeasures(paper: Paper): void {
  const { dossier, writer } = paper
  const steps = new Map<string, PackageStep>()
  for (const { steps: own } of dossier.packages) {
    for (const step of own) if (!steps.has(step.measure)) steps.set(step.measure, step)
  }
  if (steps.size === 0) {
    writer.paragraph('No measure stands in a package.')
    writeOtherMeasures(paper)
    return
  }
  writer.paragraph(
    "Costs, risks and degrees of escalation are this desk's judgement, as are lead times marked as estimates.",
  )
  writer.table(
    'Measures that stand in a package, in full',
    [
      ['Measure', 22],
      ['Particulars', 78],
    ],
    [...steps.values()].map((step): Words[] => {
      const measure = measureOf(paper, step.measure)
      return [
        step.label,
        measure
          ? particulars(paper, measure)
          : 'The doctrine used has no entry for this measure; its particulars cannot be given.',
      ]
    }),
  )
  writeOtherMeasures(paper)
  writeReasons(paper)
}

function particulars(paper: Paper, measure: Measure): Words {
  const { writer } = paper
  const { attribution, leadTime, conflictsWith, documents, preconditions } = measure
  const need = ATTRIBUTION_WORDS[attribution.need]
  const rows: readonly (readonly [point: string, said: Words])[] = [
    ['Aim', measure.description ? sentence(measure.description) : 'Not stated in the doctrine used.'],
    ['Legal basis', [sentence(measure.legalBasis), ...writer.law(measure.source, measure.verified)]],
    ['Proposed by', sentence(rolesInFull(paper, measure.proposers) || 'not stated')],
    ['Decided by', sentence(rolesInFull(paper, measure.deciders) || 'not stated')],
    ['Voting rule', sentence(votingLabel(paper, measure.votingRule))],
    [
      'Attribution needed',
      opening(
        attribution.text.toLowerCase().startsWith(need)
          ? sentence(attribution.text)
          : `${need}. ${sentence(attribution.text)}`,
      ),
    ],
    ['Lead time', sentence(leadTime.text + leadTimeMark(leadTime.basis))],
    ['Needs', preconditions.length > 0 ? sentence(preconditions.join('; ')) : 'Nothing recorded.'],
    ['Documents', sentence(documents.map((id) => documentLabel(paper, id)).join('; ') || 'none recorded')],
    ['Cost', sentences(measure.costs)],
    ['Risk', sentences(measure.risks)],
    ['Reversibility', sentence(measure.reversibility)],
    ...(conflictsWith.length > 0
      ? [
          [
            'In conflict with',
            conflictsWith
              .map(({ measure: other, why }) => `${measureLabel(paper, other)}: ${sentence(why)}`)
              .join(' '),
          ] as const,
        ]
      : []),
  ]
  return rows.flatMap(([point, said], index) => [
    strong(`${index > 0 ? ' ' : ''}${point}: `),
    ...(typeof said === 'string' ? [said] : 'kind' in said ? [said] : said),
  ])
}

function sentences(lines: readonly string[]): string {
  return lines.length > 0 ? lines.map(sentence).join(' ') : 'None recorded.'
}

/** A lead time that no source states is this desk's estimate, and says so. */
function leadTimeMark(basis: string): string {
  return basis === 'our-judgement'
    ? " (estimate: this desk's judgement)"
    : ` (basis: ${basis.replaceAll('-', ' ')})`
}

function writeReasons(paper: Paper): void {
  const reasons = offered(paper).flatMap(({ number, offer }) =>
    offer.proportionality.perDimension.map((row) => ({ ...row, number })),
  )
  const alike = Map.groupBy(reasons, ({ dimension, reads, reason }) => `${dimension}|${reads}|${reason}`)
  paper.writer.table(
    'Proportionality: the reasons, dimension by dimension',
    [
      ['Dimension', 16],
      ['Package', 12],
      ['Reading', 16],
      ['Reason', 56],
    ],
    [...alike.values()]
      .flatMap((rows) =>
        rows.slice(0, 1).map((row) => ({ ...row, numbers: rows.map(({ number }) => number) })),
      )
      .toSorted((a, b) => place(paper, a.dimension) - place(paper, b.dimension))
      .map(({ dimension, numbers, reads, reason }): Words[] => [
        dimensionLabel(paper, dimension),
        numbers.join(', '),
        READS[reads],
        sentence(reason),
      ]),
  )
}

function place({ dossier }: Paper, id: string): number {
  return dossier.profile.findIndex(({ dimension }) => dimension === id)
}
