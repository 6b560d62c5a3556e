/**
 * Annex B: every measure that stands in a package, once, with all that the doctrine says of it; the measures in no
 * package; and the reasons why the dimensions carry or do not carry each package.
 *
 * Lead times that no source states are marked as estimates. Next door: `options.ts` has the short form of each measure.
 */
import type { Measure, PackageStep } from '@demarche/core'
import { reasonIn } from '../language/say-reason.ts'
import { wordingIn } from '../language/wording.ts'
import { strong, type Words } from '../paper-writer.ts'
import { sentence } from '../wording.ts'
import {
  dimensionLabel,
  documentLabel,
  inRow,
  measureLabel,
  rolesInFull,
  stepLabel,
  votingLabel,
} from './labels.ts'
import { writeOtherMeasures } from './options.ts'
import { measureOf, offered, type Paper } from './paper.ts'

export function writeMeasures(paper: Paper): void {
  const {
    dossier,
    writer,
    wording: { say },
  } = paper
  const steps = new Map<string, PackageStep>()
  for (const { steps: own } of dossier.packages) {
    for (const step of own) if (!steps.has(step.measure)) steps.set(step.measure, step)
  }
  if (steps.size === 0) {
    writer.paragraph(say('inFull.none'))
    writeOtherMeasures(paper)
    return
  }
  writer.paragraph(say('inFull.lead'))
  writer.table(
    say('inFull.caption'),
    [
      [say('options.column.measure'), 22],
      [say('inFull.column.particulars'), 78],
    ],
    [...steps.values()].map((step): Words[] => {
      const measure = measureOf(paper, step.measure)
      return [stepLabel(paper, step), measure ? particulars(paper, measure) : say('inFull.notInDoctrine')]
    }),
  )
  writeOtherMeasures(paper)
  writeReasons(paper)
}

type Point =
  | 'aim'
  | 'basis'
  | 'proposers'
  | 'deciders'
  | 'rule'
  | 'attribution'
  | 'leadTime'
  | 'needs'
  | 'documents'
  | 'costs'
  | 'risks'
  | 'reversibility'
  | 'conflicts'

function particulars(paper: Paper, measure: Measure): Words {
  const {
    writer,
    wording: { say, ofDoctrine, onRecord },
  } = paper
  const { leadTime, conflictsWith, documents, preconditions } = measure
  const notStated = say('options.notStated')
  const rows: readonly (readonly [point: Point, said: Words])[] = [
    ['aim', measure.description ? sentence(ofDoctrine(measure.description)) : say('inFull.noAim')],
    ['basis', [onRecord(sentence(measure.legalBasis)), ...writer.law(measure.source, measure.verified)]],
    ['proposers', sentence(rolesInFull(paper, measure.proposers) || notStated)],
    ['deciders', sentence(rolesInFull(paper, measure.deciders) || notStated)],
    ['rule', sentence(votingLabel(paper, measure.votingRule))],
    ['attribution', sayAttribution(paper, measure)],
    ['leadTime', sentence(sayLeadTime(paper, leadTime))],
    [
      'needs',
      preconditions.length > 0 ? sentence(inRow(paper, preconditions.map(ofDoctrine))) : say('inFull.noNeed'),
    ],
    [
      'documents',
      documents.length > 0
        ? sentence(
            inRow(
              paper,
              documents.map((id) => documentLabel(paper, id)),
            ),
          )
        : say('inFull.noneRecorded'),
    ],
    ['costs', sentences(paper, measure.costs)],
    ['risks', sentences(paper, measure.risks)],
    ['reversibility', sentence(ofDoctrine(measure.reversibility))],
    ...(conflictsWith.length > 0 ? [['conflicts', sayConflicts(paper, measure)] as const] : []),
  ]
  return rows.flatMap(([point, said], index) => [
    ...(index > 0 ? [' '] : []),
    strong(say(`inFull.point.${point}`)),
    ' ',
    ...(typeof said === 'string' ? [said] : 'kind' in said ? [said] : said),
  ])
}

/** What doctrine says of the attribution, after the need in one word; a text that opens with that word says it once. */
function sayAttribution({ wording }: Paper, { attribution }: Measure): string {
  const { need, text } = attribution
  const english = wordingIn('en').say(`attributionNeed.${need}`)
  const said = sentence(wording.say(`attributionNeed.${need}`))
  const opens = text.toLowerCase().startsWith(english)
  if (opens && wording.language === 'en') return sentence(text)
  const own = wording.ofDoctrine(text)
  // what is translated has the need in it, as its language puts it
  if (opens && own !== text) return sentence(own)
  return opens && text.length <= english.length + 1 ? said : `${said} ${sentence(own)}`
}

/** A lead time that no source states is this desk's estimate, and says so. */
function sayLeadTime({ wording: { say, ofDoctrine } }: Paper, { text, basis }: Measure['leadTime']): string {
  const time = ofDoctrine(text)
  return basis === 'our-judgement'
    ? say('inFull.estimate', { time })
    : say('inFull.leadTimeBasis', { time, basis: basis.replaceAll('-', ' ') })
}

function sayConflicts(paper: Paper, { conflictsWith }: Measure): string {
  return conflictsWith
    .map(({ measure, why }) =>
      paper.wording.say('paper.labelled', {
        label: measureLabel(paper, measure),
        text: sentence(paper.wording.ofDoctrine(why)),
      }),
    )
    .join(' ')
}

function sentences({ wording: { say, ofDoctrine } }: Paper, lines: readonly string[]): string {
  return lines.length > 0
    ? lines.map((line) => sentence(ofDoctrine(line))).join(' ')
    : say('inFull.noneRecorded')
}

function writeReasons(paper: Paper): void {
  const { say } = paper.wording
  const reasons = offered(paper).flatMap(({ number, offer }) =>
    offer.proportionality.perDimension.map((row) => ({ ...row, number })),
  )
  const alike = Map.groupBy(reasons, ({ dimension, reads, reason }) => `${dimension}|${reads}|${reason}`)
  paper.writer.table(
    say('inFull.reasonsCaption'),
    [
      [say('paper.column.dimension'), 16],
      [say('options.column.package'), 12],
      [say('inFull.column.reading'), 16],
      [say('inFull.column.reason'), 56],
    ],
    [...alike.values()]
      .flatMap((rows) =>
        rows.slice(0, 1).map((row) => ({ ...row, numbers: rows.map(({ number }) => number) })),
      )
      .toSorted((a, b) => place(paper, a.dimension) - place(paper, b.dimension))
      .map(({ dimension, numbers, reads, reason, words }): Words[] => [
        dimensionLabel(paper, dimension),
        numbers.join(', '),
        say(`package.reads.${reads}`),
        sentence(reasonIn(paper.wording, words, reason)),
      ]),
  )
}

function place({ dossier }: Paper, id: string): number {
  return dossier.profile.findIndex(({ dimension }) => dimension === id)
}
