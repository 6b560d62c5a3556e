/**
 * Section "options": the measures of the Toolbox that stand in a package, one compact table a category.
 *
 * A row says whether the measure is open and why, who decides, and the degree of escalation. Grounds that several
 * measures share stand once above the tables. Measures in no package are named here and have their row in Annex B,
 * where the full particulars of the others stand too.
 */
import { CATEGORIES, type MeasureFinding } from '@demarche/core'
import type { Words } from '../paper-writer.ts'
import { AVAILABILITY_WORDS, CATEGORY_WORDS, opening, sayCount, sayList, sentence } from '../wording.ts'
import { openPoint, rolesInShort } from './labels.ts'
import { measureOf, offered, type Paper } from './paper.ts'
import { AUTHORITY_MARKS, letterOf, sharedGrounds, type Ground } from './shared-grounds.ts'

export function writeOptions(paper: Paper): void {
  const { dossier, writer } = paper
  const measures = dossier.measures.filter(({ role }) => role === 'measure')
  writer.numbered(
    `The catalogue of the Toolbox has ${sayCount(measures.length)} measures: ${count(measures, 'available')} open on the known facts, ` +
      `${count(measures, 'turns-on')} turning on points that are still open, ${count(measures, 'not-available')} not open. ` +
      "Degrees of escalation run from 1 to 5 and are this desk's judgement. The tables hold the measures that stand in a " +
      'package; Annex B gives their legal basis, voting rule, lead time, cost, risk and reversibility.',
  )
  const shared = sharedGrounds(measures)
  if (shared.length > 0) {
    writer.numbered('Several measures share a ground; the tables refer to it by its letter:')
    writer.list(
      shared.map((ground, index) => [
        `(${letterOf(index)}) ${sentence(ground.text)} ${opening(AUTHORITY_MARKS[ground.authority])}.`,
        ...writer.law(ground.citation, undefined),
        ...writer.support(ground.proof.support),
      ]),
    )
  }
  const packed = packedMeasures(paper)
  for (const category of CATEGORIES) {
    const inCategory = measures.filter(
      ({ category: own, measure }) => own === category && packed.has(measure),
    )
    writer.table(
      `${CATEGORY_WORDS[category]}: whether open and why, who decides, degree of escalation, in which package`,
      [
        ['Measure', 27],
        ['Open, and why', 34],
        ['Who decides', 21],
        ['Degree', 8],
        ['Package', 10],
      ],
      inCategory.map((finding): Words[] => [
        ...catalogueRow(paper, finding, shared),
        packagesOf(paper, finding.measure),
      ]),
    )
  }
  const others = measures.filter(({ measure }) => !packed.has(measure))
  if (others.length > 0) {
    writer.numbered('In no package, with their grounds in Annex B:')
    writer.list(
      AVAILABILITIES.flatMap(([availability, words]) => {
        const alike = others.filter((measure) => measure.availability === availability)
        return alike.length === 0 ? [] : [`${words}: ${alike.map(({ label }) => label).join('; ')}.`]
      }),
    )
  }
  const adjacent = dossier.measures.filter(
    ({ role, availability }) => role === 'adjacent-option' && availability !== 'not-available',
  )
  if (adjacent.length > 0) {
    writer.numbered(
      `Beside the Toolbox, and shown for completeness: ${adjacent.map(({ label, availability }) => `${label} (${AVAILABILITY_WORDS[availability]})`).join('; ')}.`,
    )
  }
}

/** Annex B: the measures in no package, with the same row as the others have in the body. */
export function writeOtherMeasures(paper: Paper): void {
  const measures = paper.dossier.measures.filter(({ role }) => role === 'measure')
  const packed = packedMeasures(paper)
  const shared = sharedGrounds(measures)
  paper.writer.table(
    'Measures in no package: whether open and why, who decides, degree of escalation',
    [
      ['Measure', 30],
      ['Open, and why', 42],
      ['Who decides', 19],
      ['Degree', 9],
    ],
    measures
      .filter(({ measure }) => !packed.has(measure))
      .map((finding) => catalogueRow(paper, finding, shared)),
  )
}

function packedMeasures({ dossier }: Paper): ReadonlySet<string> {
  return new Set(dossier.packages.flatMap(({ steps }) => steps.map(({ measure }) => measure)))
}

function catalogueRow(paper: Paper, finding: MeasureFinding, shared: readonly Ground[]): readonly Words[] {
  return [
    finding.label,
    sayAvailability(paper, finding, shared),
    rolesInShort(paper, measureOf(paper, finding.measure)?.deciders ?? []) || 'Not stated',
    String(finding.escalation),
  ]
}

const AVAILABILITIES = [
  ['available', 'Open'],
  ['turns-on', 'Turning on open points'],
  ['not-available', 'Not open'],
] as const

/** Whether the measure is open, and each ground with its kind; what holds needs no verdict of its own. */
function sayAvailability(
  paper: Paper,
  { availability, reasons, turnsOn }: MeasureFinding,
  shared: readonly Ground[],
): Words {
  const { writer } = paper
  const lead = {
    available: 'Open.',
    'not-available': 'Not open.',
    'turns-on': `Turns on ${sayTurning(paper, turnsOn)}.`,
  }[availability]
  if (reasons.length === 0) return `${lead} No ground is recorded.`
  const say = ({ text, authority, citation, proof }: Ground): Words[] => {
    const place = shared.findIndex((ground) => ground.text === text)
    if (place >= 0) return [`Ground (${letterOf(place)}).`]
    return [
      `${opening(text.replace(/\.$/, ''))} [${AUTHORITY_MARKS[authority]}].`,
      ...writer.law(citation, undefined),
      ...writer.support(proof.support),
    ]
  }
  return [
    lead,
    ...VERDICT_LEADS.flatMap(([verdict, words]) => {
      const alike = reasons.filter((reason) => reason.verdict === verdict)
      if (alike.length === 0) return []
      // of an open measure every ground holds; to say so again would be noise
      const opener = availability === 'available' && verdict === 'true' ? '' : ` ${words}:`
      return [opener, ...alike.flatMap((reason) => [' ', ...say(reason)])]
    }),
  ].flat()
}

const VERDICT_LEADS = [
  ['false', 'Does not hold'],
  ['unknown', 'Unknown'],
  ['contested', 'Contested'],
  ['true', 'Holds'],
] as const

/** More points than this stand in Annex A, with the tests that turn on them. */
const MOST_POINTS = 3

function sayTurning(paper: Paper, turnsOn: readonly string[]): string {
  const points = [...new Set(turnsOn.map((open) => openPoint(paper, open)))]
  if (points.length === 0) return 'points that are still open'
  if (points.length <= MOST_POINTS + 1) return sayList(points)
  const rest = `${sayCount(points.length - MOST_POINTS)} more points (Annex A)`
  return sayList([...points.slice(0, MOST_POINTS), rest])
}

function packagesOf(paper: Paper, measure: string): string {
  const numbers = offered(paper)
    .filter(({ offer }) => offer.steps.some((step) => step.measure === measure))
    .map(({ number }) => String(number))
  // what is in no package on offer here belongs to the answer of restraint
  return numbers.join(', ') || 'Status quo'
}

function count(measures: readonly MeasureFinding[], availability: MeasureFinding['availability']): string {
  return sayCount(measures.filter((measure) => measure.availability === availability).length)
}
