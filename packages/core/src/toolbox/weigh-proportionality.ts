/**
 * The proportionality test of one package: dimension by dimension, in words, and against the usual ceiling.
 *
 * Takes the gravest step of a package, the profile and the response band; says of each dimension whether it carries a
 * step as grave as that, argues for restraint, or leaves it open. Political factors are not part of it. A verdict above
 * the usual ceiling is no ban: it asks for a written reason.
 *
 * Rests on: Council conclusions 10474/17 (seven dimensions); the ceilings are our judgement and stand in the pack.
 * Rules (docs/rules/toolbox.md): TB-PROP-01 to TB-PROP-05.
 */
import type { DimensionFinding, ResponseBand } from '../assessment/profile.ts'
import type { Package } from './option.ts'
import type { Level, Proportionality } from '../kernel/doctrine.ts'

type Reading = Package['proportionality']['perDimension'][number]

/** Says how an act was done, not what harm it did: it informs the choice of measure and never the ceiling. */
const NEUTRAL_DIMENSION = 'sophistication'

/**
 * Weighs the gravest step of a package.
 * @param highestEscalation 1–5, the gravest step; 0 for a package without steps
 */
export function weighProportionality(
  highestEscalation: number,
  profile: readonly DimensionFinding[],
  band: ResponseBand,
  proportionality: Proportionality,
): Package['proportionality'] {
  const ceiling = band.usualCeiling
  return {
    verdict:
      ceiling === null ? 'undetermined' : highestEscalation <= ceiling ? 'proportionate' : 'needs-reason',
    highestEscalation,
    usualCeiling: ceiling,
    perDimension: profile.map((finding) => readDimension(finding, highestEscalation, proportionality)),
  }
}

function readDimension(
  { dimension, label, level, reasons, anchor }: DimensionFinding,
  escalation: number,
  proportionality: Proportionality,
): Reading {
  const because = reasons[0] ?? anchor
  const ground = because === undefined ? '' : ` (${because})`
  switch (level.state) {
    case 'unknown':
      return { dimension, reads: 'unknown', reason: `${label} is unknown.` }
    case 'contested':
      return {
        dimension,
        reads: 'unknown',
        reason: `${label} is contested: level ${level.levels.join(' or ')}.`,
      }
    case 'known':
      return {
        dimension,
        ...read(label, level.level, level.level, escalation, proportionality, dimension, ground),
      }
    case 'between':
      return {
        dimension,
        ...read(label, level.lower, level.upper, escalation, proportionality, dimension, ground),
      }
  }
}

function read(
  label: string,
  lower: Level,
  upper: Level,
  escalation: number,
  proportionality: Proportionality,
  dimension: string,
  ground: string,
): Omit<Reading, 'dimension'> {
  const at = lower === upper ? `${label} at ${lower}` : `${label} between ${lower} and ${upper}`
  if (dimension === NEUTRAL_DIMENSION) {
    return {
      reads: 'neutral',
      reason: `${at}${ground}: informs the choice of measure, does not raise the answer.`,
    }
  }
  const least = ceilingOf(lower, proportionality)
  const most = ceilingOf(upper, proportionality)
  if (escalation <= least) {
    const room = least > escalation ? '; it would carry more' : ''
    return { reads: 'supports', reason: `${at}${ground}: carries steps up to ${least} of 5${room}.` }
  }
  if (escalation > most) {
    return {
      reads: 'argues-restraint',
      reason: `${at}${ground}: by itself carries steps up to ${most} of 5 only.`,
    }
  }
  return {
    reads: 'neutral',
    reason: `${at}${ground}: carries the gravest step only if the higher level is true.`,
  }
}

/** The usual ceiling that a level would have if it were the band. */
function ceilingOf(level: Level, { ceilings }: Proportionality): number {
  return ceilings.find(({ band }) => band === level)?.usualCeiling ?? 1
}
