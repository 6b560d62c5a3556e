/**
 * From the profile to a response band and a usual ceiling of escalation: a reading aid, never a decision.
 *
 * Takes the seven findings and the pack's proportionality entry; gives the band that the facts support, each step in
 * words. Where a dimension is between two levels the lower one counts, and the steps say how high the band could go;
 * a step that lowers the band needs the upper levels to allow it, so that an open fact never makes a case milder.
 *
 * Rests on: proportionality.yaml#aggregation (our judgement; the law gives no scale). Rules ASSESS-18 and ASSESS-19.
 */
import type { DimensionFinding, ResponseBand } from './profile.ts'
import type { Dimension, Level, Proportionality } from '../kernel/doctrine.ts'
import type { Facts } from '../kernel/fact.ts'
import type { Confidence } from '../kernel/statement.ts'
import { lowestConfidence } from './confidence.ts'

/** A third proven act by the same actor in 24 months makes a pattern (our judgement). */
const PATTERN = 3

interface Range {
  readonly lower: number
  readonly upper: number
}

/**
 * Says which band of response the profile points to.
 *
 * @param facts when given, a pattern by the same actor is mentioned; it never raises the ceiling by itself
 * @returns `band: null` when both impact and intensity are unknown
 */
export function responseBand(
  profile: readonly DimensionFinding[],
  proportionality: Proportionality,
  facts?: Facts,
): ResponseBand {
  const ranges = new Map(profile.map((finding) => [finding.dimension, rangeOf(finding)]))
  const effect = highest(ranges, 'impact', 'intensity')
  if (!effect) {
    return {
      band: null,
      usualCeiling: null,
      confidence: 'low',
      steps: ['Impact and intensity are both unknown, so no band is given.'],
    }
  }
  const reach = highest(ranges, 'scope', 'scale')
  const course = highest(ranges, 'duration', 'complexity')
  const steps: string[] = []
  const low = climb(effect.lower, reach, course, (range) => range.lower, steps, effect.from)
  const high = climb(effect.upper, reach, course, (range) => range.upper, [], effect.from)
  if (high > low) steps.push(`Open facts could raise the band to ${high}.`)
  const usualCeiling = proportionality.ceilings.find((row) => row.band === low)?.usualCeiling ?? null
  if (usualCeiling !== null) {
    steps.push(`Band ${low}: measures up to escalation ${usualCeiling} usually need no special reason.`)
  }
  const pattern = facts?.one('actsBySameActorIn24Months')
  if (pattern?.state === 'known' && typeof pattern.value === 'number' && pattern.value >= PATTERN) {
    steps.push(
      `${pattern.value} proven acts by the same actor in 24 months: people may raise the ceiling by one.`,
    )
  }
  return { band: low, usualCeiling, confidence: confidenceOf(profile, effect.from.length < 2), steps }
}

/** The steps in their order; those taken are said in words. */
function climb(
  effect: number,
  reach: Range | null,
  course: Range | null,
  side: (range: Range) => number,
  steps: string[],
  from: readonly Dimension[],
): Level {
  let band = effect
  steps.push(
    from.length === 2
      ? `Effect ${effect}: the higher of impact and intensity.`
      : `Effect ${effect}: ${from.join('')} alone, because the other is unknown.`,
  )
  if (reach === null) steps.push('Reach is unknown: no step.')
  else if (side(reach) >= 4) {
    band = Math.min(5, band + 1)
    steps.push(`Reach ${side(reach)} (scope, scale) is 4 or more: one up, at most 5.`)
  }
  if (course === null) steps.push('Course is unknown: no step.')
  else if (side(course) >= 4 && band === 2) {
    band += 1
    steps.push(`Course ${side(course)} (duration, complexity) is 4 or more at band 2: one up.`)
  }
  if (reach !== null && reach.upper <= 1 && band >= 3) {
    band -= 1
    steps.push(`Reach ${reach.upper} is 1 or less: one down.`)
  }
  return asLevel(band)
}

function rangeOf({ level }: DimensionFinding): Range | null {
  switch (level.state) {
    case 'known':
      return { lower: level.level, upper: level.level }
    case 'between':
      return level
    case 'contested':
      return { lower: Math.min(...level.levels), upper: Math.max(...level.levels) }
    case 'unknown':
      return null
  }
}

/** The higher of two dimensions; with one of them unknown, the other stands and the upper bound is open. */
function highest(
  ranges: ReadonlyMap<Dimension, Range | null>,
  a: Dimension,
  b: Dimension,
): (Range & { readonly from: readonly Dimension[] }) | null {
  const known = [a, b].filter((dimension) => ranges.get(dimension))
  const found = known.flatMap((dimension) => ranges.get(dimension) ?? [])
  if (found.length === 0) return null
  return {
    lower: Math.max(...found.map(({ lower }) => lower)),
    upper: found.length === 2 ? Math.max(...found.map(({ upper }) => upper)) : 5,
    from: known,
  }
}

/** The lowest among impact, intensity and scope; low when one of impact and intensity is unknown. */
function confidenceOf(profile: readonly DimensionFinding[], oneUnknown: boolean): Confidence {
  if (oneUnknown) return 'low'
  return lowestConfidence(
    profile
      .filter(({ dimension }) => dimension === 'impact' || dimension === 'intensity' || dimension === 'scope')
      .map(({ confidence }) => confidence),
  )
}

function asLevel(band: number): Level {
  return band <= 0 ? 0 : band === 1 ? 1 : band === 2 ? 2 : band === 3 ? 3 : band === 4 ? 4 : 5
}
