/**
 * Section "options": the measures of the Toolbox, one compact table a category.
 *
 * A row says whether the measure is open and why, who decides, and the degree of escalation. Grounds that several
 * measures share stand once above the tables. Full particulars of what is in a package stand in Annex B.
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
      "Degrees of escalation run from 1 to 5 and are this desk's judgement. Annex B gives legal basis, voting rule, lead " +
      'time, cost, risk and reversibility of each measure that stands in a package.',
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
  for (const category of CATEGORIES) {
    const inCategory = measures.filter((measure) => measure.category === category)
    writer.table(
      `${CATEGORY_WORDS[category]}: whether open and why, who decides, degree of escalation, in which package`,
      [
        ['Measure', 28],
        ['Open, and why', 35],
        ['Who decides', 18],
        ['Degree', 9],
        ['Package', 10],
      ],
      inCategory.map((finding): Words[] => [
        finding.label,
        sayAvailability(paper, finding, shared),
        rolesInShort(paper, measureOf(paper, finding.measure)?.deciders ?? []) || 'Not stated',
        String(finding.escalation),
        packagesOf(paper, finding.measure),
      ]),
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

/** More points than this stand in section II, with the tests that turn on them. */
const MOST_POINTS = 3

function sayTurning(paper: Paper, turnsOn: readonly string[]): string {
  const points = [...new Set(turnsOn.map((open) => openPoint(paper, open)))]
  if (points.length === 0) return 'points that are still open'
  if (points.length <= MOST_POINTS + 1) return sayList(points)
  const rest = `${sayCount(points.length - MOST_POINTS)} more points (section II)`
  return sayList([...points.slice(0, MOST_POINTS), rest])
}

function packagesOf(paper: Paper, measure: string): string {
  const numbers = offered(paper)
    .filter(({ offer }) => offer.steps.some((step) => step.measure === measure))
    .map(({ number }) => String(number))
  return numbers.join(', ') || '–'
}

function count(measures: readonly MeasureFinding[], availability: MeasureFinding['availability']): string {
  return sayCount(measures.filter((measure) => measure.availability === availability).length)
}
