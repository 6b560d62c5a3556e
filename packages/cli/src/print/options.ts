/**
 * A dossier's options for a terminal: measures, packages with their reasons, political factors, precedents, consistency.
 *
 * Next door: `assessment.ts`.
 */
import { type Doctrine, type Dossier, type Package, phraseVerdict } from '@demarche/core'
import { headLines, type Style } from './assessment.ts'
import { namesIn, type Names } from './names.ts'
import { table, wrapped } from './table.ts'

const AVAILABILITY = {
  available: 'available',
  'not-available': 'not available',
  'turns-on': 'turns on',
} as const
const PROPORTIONALITY = {
  proportionate: 'within the usual ceiling',
  'needs-reason': 'above the usual ceiling: needs its reason',
  undetermined: 'undetermined: the profile is not known well enough',
} as const

export function optionsLines(dossier: Dossier, doctrine: Doctrine, style: Style): readonly string[] {
  const { bold } = style
  const names = namesIn(dossier, doctrine)
  const { band } = dossier
  return [
    ...headLines(dossier, style),
    `Band of response: ${bandText(band)}; usual ceiling of escalation: ${band.usualCeiling ?? 'undetermined'} (confidence ${band.confidence}; a reading aid, our judgement)`,
    '',
    bold('Measures'),
    ...table(
      ['measure', 'category', 'state', 'why'],
      dossier.measures
        .filter(({ role }) => role === 'measure')
        .map((measure) => [
          measure.label,
          measure.category,
          AVAILABILITY[measure.availability],
          measure.availability === 'turns-on'
            ? measure.turnsOn.map(names.fact).join('; ')
            : (measure.reasons.find(
                ({ verdict }) => verdict === (measure.availability === 'available' ? 'true' : 'false'),
              )?.text ?? ''),
        ]),
    ),
    '',
    bold('Packages (the desk proposes, people decide)'),
    ...dossier.packages.flatMap((option, index) => packageLines(option, index + 1, names, style)),
    bold('Political factors, apart from proportionality'),
    ...table(
      ['factor', 'answer', 'text'],
      dossier.political.map((factor) => [
        factor.label,
        phraseVerdict(factor.verdict, { true: 'yes', false: 'no' }),
        factor.text,
      ]),
    ),
    '',
    bold('Nearest precedents'),
    ...(dossier.neighbours.length === 0
      ? ['No case on the shelf is near enough, or too little is known to compare.']
      : dossier.neighbours.flatMap((neighbour) => [
          `${neighbour.name} (${neighbour.entity}): distance ${neighbour.distance.toFixed(2)}, ${Math.round(neighbour.compared * 100)} % compared; answered: ${neighbour.responseClass}`,
          ...neighbour.features
            .filter(({ distance }) => distance > 0)
            .toSorted((a, b) => b.distance * b.weight - a.distance * a.weight)
            .slice(0, 4)
            .map(({ feature, here, there }) => `    ${feature}: here ${here}, there ${there}`),
        ])),
    '',
    bold('Consistency with earlier answers'),
    ...(dossier.consistency.length === 0
      ? ['No like case was answered otherwise.']
      : dossier.consistency.flatMap((note) => [
          ...wrapped(note.text, ''),
          `    reason on record: ${note.reason ?? 'none'}`,
        ])),
    '',
  ]
}

function bandText({ band, couldBe, couldFallTo }: Dossier['band']): string {
  if (band === null) return 'undetermined'
  const fall = couldFallTo === undefined ? '' : ` (${couldFallTo} if scope and scale prove to be narrow)`
  const least = couldBe !== undefined && couldFallTo === undefined ? `at least ${band}` : `${band}${fall}`
  if (couldBe === undefined) return least
  const conditions = couldBe.if.map(({ dimensions, above }) => `${dimensions.join(' or ')} is above ${above}`)
  return `${least}, could be up to ${couldBe.band} if ${conditions.join(', or ')}`
}

function packageLines(
  option: Package,
  number: number,
  names: Names,
  { bold, dim }: Style,
): readonly string[] {
  const { proportionality } = option
  return [
    bold(`${number}. ${option.label}`) + (option.withoutAttribution ? ' (without attribution)' : ''),
    ...wrapped(option.purpose, '   '),
    ...option.steps.flatMap((step) => [
      `   - ${step.label} [${step.category}, ${AVAILABILITY[step.availability]}${step.turnsOn.length > 0 ? ` ${step.turnsOn.map(names.fact).join('; ')}` : ''}]`,
      dim(
        `     proposed by ${step.proposers.join(', ') || '–'}; decided by ${step.deciders.join(', ') || '–'}; ${step.votingRule}`,
      ),
    ]),
    `   lawful on the known facts: ${phraseVerdict(option.lawful, { true: 'yes', false: 'no' })}; ${PROPORTIONALITY[proportionality.verdict]}`,
    ...proportionality.perDimension.flatMap(({ dimension, reads, reason }) =>
      wrapped(`${dimension}: ${reads}; ${reason}`, '     '),
    ),
    ...option.conflicts.map(({ between, why }) => `   conflict between ${between.join(' and ')}: ${why}`),
    '',
  ]
}
