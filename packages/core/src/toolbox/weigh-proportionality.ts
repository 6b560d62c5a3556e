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
import { reasonInEnglish } from '../reason/english-voice.ts'
import { reasonOf, type ReasonWords } from '../reason/reason-words.ts'

type Reading = Package['proportionality']['perDimension'][number]
/** How a dimension reads, and why. */
type Read = readonly [reads: Reading['reads'], words: ReasonWords]

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
    perDimension: profile.map((finding) => {
      const [reads, words] = readDimension(finding, highestEscalation, proportionality)
      return { dimension: finding.dimension, reads, reason: reasonInEnglish(words), words }
    }),
  }
}

function readDimension(
  finding: DimensionFinding,
  escalation: number,
  proportionality: Proportionality,
): Read {
  const { level } = finding
  const dimension = { id: finding.dimension, label: finding.label }
  switch (level.state) {
    case 'unknown':
      return ['unknown', reasonOf('carries.unknown', { dimension })]
    case 'contested':
      return ['unknown', reasonOf('carries.contested', { dimension, levels: level.levels })]
    case 'known':
      return read(finding, level.level, level.level, escalation, proportionality)
    case 'between':
      return read(finding, level.lower, level.upper, escalation, proportionality)
  }
}

function read(
  { dimension: id, label, reasonWords }: DimensionFinding,
  lower: Level,
  upper: Level,
  escalation: number,
  proportionality: Proportionality,
): Read {
  const said = {
    dimension: { id, label },
    at: lower === upper ? reasonOf('at.level', { level: lower }) : reasonOf('at.between', { lower, upper }),
    because: reasonWords[0] ?? reasonOf('level.noReason', {}),
  }
  if (id === NEUTRAL_DIMENSION) return ['neutral', reasonOf('carries.neutral', said)]
  const least = ceilingOf(lower, proportionality)
  const most = ceilingOf(upper, proportionality)
  if (escalation <= least) {
    const code = least > escalation ? 'carries.more' : 'carries.upTo'
    return ['supports', reasonOf(code, { ...said, most: least })]
  }
  if (escalation > most) return ['argues-restraint', reasonOf('carries.only', { ...said, most })]
  return ['neutral', reasonOf('carries.ifHigher', said)]
}

/** The usual ceiling that a level would have if it were the band. */
function ceilingOf(level: Level, { ceilings }: Proportionality): number {
  return ceilings.find(({ band }) => band === level)?.usualCeiling ?? 1
}
