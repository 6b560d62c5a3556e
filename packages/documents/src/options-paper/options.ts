/**
 * Section "options": the measures of the Toolbox that stand in a package, one compact table a category.
 *
 * A row says whether the measure is open and why, who decides, and the degree of escalation. Grounds that several
 * measures share stand once above the tables. Measures in no package are named here and have their row in Annex B,
 * where the full particulars of the others stand too.
 */
import { CATEGORIES, type MeasureFinding } from '@demarche/core'
import { reasonIn } from '../language/say-reason.ts'
import type { Words } from '../paper-writer.ts'
import { opening, sentence } from '../wording.ts'
import { inRow, openPoint, rolesInShort, stepLabel } from './labels.ts'
import { measureOf, offered, type Paper } from './paper.ts'
import { letterOf, sharedGrounds, type Ground } from './shared-grounds.ts'

const AVAILABILITIES = ['available', 'turns-on', 'not-available'] as const

export function writeOptions(paper: Paper): void {
  const {
    dossier,
    writer,
    wording: { say, count },
  } = paper
  const measures = dossier.measures.filter(({ role }) => role === 'measure')
  const howMany = (availability: MeasureFinding['availability']): string =>
    count(measures.filter((measure) => measure.availability === availability).length)
  writer.numbered(
    say('options.lead', {
      count: measures.length,
      number: count(measures.length),
      open: howMany('available'),
      turning: howMany('turns-on'),
      notOpen: howMany('not-available'),
    }),
  )
  const shared = sharedGrounds(measures)
  if (shared.length > 0) {
    writer.numbered(say('options.shared'))
    writer.list(
      shared.map((ground, index) => [
        `(${letterOf(index)}) ${sentence(groundIn(paper, ground))} ${sentence(say(`authorityMark.${ground.authority}`))}`,
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
      say('options.caption', { category: say(`category.${category}`) }),
      [
        [say('options.column.measure'), 27],
        [say('options.column.open'), 34],
        [say('paper.column.decides'), 21],
        [say('paper.column.degree'), 8],
        [say('options.column.package'), 10],
      ],
      inCategory.map((finding): Words[] => [
        ...catalogueRow(paper, finding, shared),
        packagesOf(paper, finding.measure),
      ]),
    )
  }
  const others = measures.filter(({ measure }) => !packed.has(measure))
  if (others.length > 0) {
    writer.numbered(say('options.others'))
    writer.list(
      AVAILABILITIES.flatMap((availability) => {
        const alike = others.filter((measure) => measure.availability === availability)
        if (alike.length === 0) return []
        const named = inRow(
          paper,
          alike.map((measure) => stepLabel(paper, measure)),
        )
        return [say(`options.others.${availability}`, { measures: named })]
      }),
    )
  }
  const adjacent = dossier.measures.filter(
    ({ role, availability }) => role === 'adjacent-option' && availability !== 'not-available',
  )
  if (adjacent.length > 0) {
    const named = adjacent.map(
      (measure) => `${stepLabel(paper, measure)} (${say(`availability.${measure.availability}`)})`,
    )
    writer.numbered(say('options.adjacent', { measures: inRow(paper, named) }))
  }
}

/** Annex B: the measures in no package, with the same row as the others have in the body. */
export function writeOtherMeasures(paper: Paper): void {
  const { say } = paper.wording
  const measures = paper.dossier.measures.filter(({ role }) => role === 'measure')
  const packed = packedMeasures(paper)
  const shared = sharedGrounds(measures)
  paper.writer.table(
    say('options.othersCaption'),
    [
      [say('options.column.measure'), 30],
      [say('options.column.open'), 42],
      [say('paper.column.decides'), 19],
      [say('paper.column.degree'), 9],
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
    stepLabel(paper, finding),
    sayAvailability(paper, finding, shared),
    rolesInShort(paper, measureOf(paper, finding.measure)?.deciders ?? []) ||
      opening(paper.wording.say('options.notStated')),
    String(finding.escalation),
  ]
}

const VERDICTS = ['false', 'unknown', 'contested', 'true'] as const

/** Whether the measure is open, and each ground with its kind; what holds needs no verdict of its own. */
function sayAvailability(
  paper: Paper,
  { availability, reasons, turnsOn }: MeasureFinding,
  shared: readonly Ground[],
): Words {
  const {
    writer,
    wording: { say },
  } = paper
  const lead = availability === 'turns-on' ? sayTurning(paper, turnsOn) : say(`options.${availability}`)
  if (reasons.length === 0) return `${lead} ${say('options.noGround')}`
  const sayGround = (own: Ground): readonly Words[] => {
    const { text, authority, citation, proof } = own
    const place = shared.findIndex((ground) => ground.text === text)
    if (place >= 0) return [say('options.ground', { letter: letterOf(place) })]
    return [
      `${opening(groundIn(paper, own).replace(/\.$/, ''))} [${say(`authorityMark.${authority}`)}].`,
      ...writer.law(citation, undefined),
      ...writer.support(proof.support),
    ]
  }
  return [
    lead,
    ...VERDICTS.flatMap((verdict) => {
      const alike = reasons.filter((reason) => reason.verdict === verdict)
      if (alike.length === 0) return []
      // of an open measure every ground holds; to say so again would be noise
      const isPlain = availability === 'available' && verdict === 'true'
      return [
        ...(isPlain ? [] : [` ${say(`options.grounds.${verdict}`)}`]),
        ...alike.flatMap((reason) => [' ', ...sayGround(reason)]),
      ]
    }),
  ].flat()
}

function groundIn({ wording }: Paper, { words, text }: Ground): string {
  return reasonIn(wording, words, text)
}

/** More points than this stand in Annex A, with the tests that turn on them. */
const MOST_POINTS = 3

function sayTurning(paper: Paper, turnsOn: readonly string[]): string {
  const { say, list, count } = paper.wording
  const points = [...new Set(turnsOn.map((open) => openPoint(paper, open)))]
  if (points.length === 0) return say('options.turnsOnOpen')
  const rest = points.length - MOST_POINTS
  const named =
    rest > 1
      ? [...points.slice(0, MOST_POINTS), say('options.morePoints', { count: rest, number: count(rest) })]
      : points
  return say('options.turnsOn', { points: list(named) })
}

function packagesOf(paper: Paper, measure: string): string {
  const numbers = offered(paper)
    .filter(({ offer }) => offer.steps.some((step) => step.measure === measure))
    .map(({ number }) => String(number))
  // what is in no package on offer here belongs to the answer of restraint
  return numbers.join(', ') || paper.wording.say('options.statusQuo')
}
