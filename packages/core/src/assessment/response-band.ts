/**
 * From the profile to a response band and a usual ceiling of escalation: a reading aid, never a decision.
 *
 * Takes the seven findings and the pack's proportionality entry; gives the band that the facts support, each step in
 * words. Where a dimension is between two levels or unknown the lower bound counts, and the band says how high it could
 * be and what would raise it; a step down needs the upper bounds to allow it: an open fact never makes a case milder.
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
/** From this level on reach and course raise the band (our judgement). */
const WIDE = 4
/** Up to this level reach lowers the band (our judgement). */
const NARROW = 1

interface Range {
  readonly lower: number
  readonly upper: number
}

/** Two dimensions of which the higher counts. */
interface Pair extends Range {
  /** those of the two that are not unknown */
  readonly from: readonly Dimension[]
  /** those of the two that open facts could raise, with how far */
  readonly open: readonly (readonly [dimension: Dimension, upper: number])[]
}

/**
 * Says which band of response the profile points to.
 *
 * @param facts when given, an attempt and a pattern by the same actor are mentioned; neither raises the ceiling by itself
 * @returns `band: null` when both impact and intensity are unknown
 */
export function responseBand(
  profile: readonly DimensionFinding[],
  proportionality: Proportionality,
  facts?: Facts,
): ResponseBand {
  const ranges = new Map(profile.map((finding) => [finding.dimension, rangeOf(finding)]))
  const effect = higherOf(ranges, 'impact', 'intensity')
  if (effect.from.length === 0) {
    return {
      band: null,
      usualCeiling: null,
      confidence: 'low',
      steps: ['Impact and intensity are both unknown, so no band is given.'],
    }
  }
  const reach = higherOf(ranges, 'scope', 'scale')
  const course = higherOf(ranges, 'duration', 'complexity')
  const steps: string[] = []
  const low = climb(effect, reach, course, ({ lower }) => lower, steps)
  const high = climb(effect, reach, course, ({ upper }) => upper, [])
  const narrow = { ...reach, upper: reach.lower }
  const floor = climb(effect, narrow, course, ({ lower }) => lower, [])
  const raising = high > low ? conditions(effect, reach, course) : []
  if (floor < low)
    steps.push(`One less, ${floor}, should scope and scale both prove to be ${NARROW} or less.`)
  if (high > low) {
    const least = floor < low ? 'Band' : 'At least band'
    steps.push(`${least} ${low}; could be up to ${high} if ${phrase(raising)}.`)
  }
  const usualCeiling = proportionality.ceilings.find((row) => row.band === low)?.usualCeiling ?? null
  if (usualCeiling !== null) {
    steps.push(`Band ${low}: measures up to escalation ${usualCeiling} usually need no special reason.`)
  }
  const attempted = facts?.one('attempted')
  if (attempted?.state === 'known' && attempted.value === true) {
    steps.push(
      'Only an attempt: the levels say what happened. What was meant to happen is for people to rate beside it.',
    )
  }
  const pattern = facts?.one('actsBySameActorIn24Months')
  if (pattern?.state === 'known' && typeof pattern.value === 'number' && pattern.value >= PATTERN) {
    steps.push(
      `${pattern.value} proven acts by the same actor in 24 months: people may raise the ceiling by one.`,
    )
  }
  return {
    band: low,
    ...(floor < low ? { couldFallTo: floor } : {}),
    ...(high > low ? { couldBe: { band: high, if: raising } } : {}),
    usualCeiling,
    confidence: confidenceOf(profile, effect.from.length < 2),
    steps,
  }
}

/** The steps in their order; those taken are said in words. */
function climb(
  effect: Pair,
  reach: Pair,
  course: Pair,
  side: (range: Range) => number,
  steps: string[],
): Level {
  let band = side(effect)
  steps.push(
    effect.from.length === 2
      ? `Effect ${band}: the higher of impact and intensity.`
      : `Effect ${band}: ${effect.from.join('')} alone, because the other is unknown.`,
  )
  if (side(reach) >= WIDE) {
    band = Math.min(5, band + 1)
    steps.push(`Reach ${side(reach)} (scope, scale) is ${WIDE} or more: one up, at most 5.`)
  } else if (reach.from.length === 0) steps.push('Reach is unknown: no step.')
  if (side(course) >= WIDE && band === 2) {
    band += 1
    steps.push(`Course ${side(course)} (duration, complexity) is ${WIDE} or more at band 2: one up.`)
  } else if (course.from.length === 0) steps.push('Course is unknown: no step.')
  if (reach.upper <= NARROW && band >= 3) {
    band -= 1
    steps.push(`Reach ${reach.upper} is ${NARROW} or less: one down.`)
  }
  return asLevel(band)
}

type Raising = NonNullable<ResponseBand['couldBe']>['if']

/** What would have to come out for the band to rise, as far as open facts allow it to. */
function conditions(effect: Pair, reach: Pair, course: Pair): Raising {
  const above = (pair: Pair, level: number) => {
    const dimensions = pair.open.filter(([, upper]) => upper > level).map(([dimension]) => dimension)
    return dimensions.length > 0 && pair.lower <= level ? [{ dimensions, above: asLevel(level) }] : []
  }
  // a long course counts at band 2 alone, which the case may be at now or come to
  const mayComeTo2 = effect.lower <= 2 && effect.upper + (reach.upper >= WIDE ? 1 : 0) >= 2
  return [
    ...above(effect, effect.lower),
    ...above(reach, WIDE - 1),
    ...(mayComeTo2 ? above(course, WIDE - 1) : []),
  ]
}

function phrase(raising: Raising): string {
  return raising.map(({ dimensions, above }) => `${dimensions.join(' or ')} is above ${above}`).join(', or ')
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

/** The higher of two dimensions; one that is unknown supports nothing and could be anything. */
function higherOf(ranges: ReadonlyMap<Dimension, Range | null>, a: Dimension, b: Dimension): Pair {
  const read = [a, b].map((dimension) => ({ dimension, range: ranges.get(dimension) ?? null }))
  const bounds = read.map(({ dimension, range }) => ({ dimension, ...(range ?? { lower: 0, upper: 5 }) }))
  return {
    lower: Math.max(...bounds.map(({ lower }) => lower)),
    upper: Math.max(...bounds.map(({ upper }) => upper)),
    from: read.filter(({ range }) => range !== null).map(({ dimension }) => dimension),
    open: bounds
      .filter(({ lower, upper }) => upper > lower)
      .map(({ dimension, upper }) => [dimension, upper] as const),
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
