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
import { reasonInEnglish } from '../reason/english-voice.ts'
import { reasonOf, type ReasonWords } from '../reason/reason-words.ts'
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
    const none = reasonOf('band.none', {})
    return {
      band: null,
      usualCeiling: null,
      confidence: 'low',
      steps: [reasonInEnglish(none)],
      stepWords: [none],
    }
  }
  const reach = higherOf(ranges, 'scope', 'scale')
  const course = higherOf(ranges, 'duration', 'complexity')
  const steps: ReasonWords[] = []
  const low = climb(effect, reach, course, ({ lower }) => lower, steps)
  const high = climb(effect, reach, course, ({ upper }) => upper, [])
  const narrow = { ...reach, upper: reach.lower }
  const floor = climb(effect, narrow, course, ({ lower }) => lower, [])
  const raising = high > low ? conditions(effect, reach, course) : []
  if (floor < low) steps.push(reasonOf('band.couldFall', { level: floor, most: NARROW }))
  if (high > low) {
    const code = floor < low ? 'band.couldBe' : 'band.atLeast'
    steps.push(reasonOf(code, { lower: low, upper: high, raising: raising.map(raisesWords) }))
  }
  const usualCeiling = proportionality.ceilings.find((row) => row.band === low)?.usualCeiling ?? null
  if (usualCeiling !== null) {
    steps.push(reasonOf('band.ceiling', { level: low, most: usualCeiling }))
  }
  const attempted = facts?.one('attempted')
  if (attempted?.state === 'known' && attempted.value === true) {
    steps.push(reasonOf('band.attempt', {}))
  }
  const pattern = facts?.one('actsBySameActorIn24Months')
  if (pattern?.state === 'known' && typeof pattern.value === 'number' && pattern.value >= PATTERN) {
    steps.push(reasonOf('band.pattern', { count: pattern.value }))
  }
  return {
    band: low,
    ...(floor < low ? { couldFallTo: floor } : {}),
    ...(high > low ? { couldBe: { band: high, if: raising } } : {}),
    usualCeiling,
    confidence: confidenceOf(profile, effect.from.length < 2),
    steps: steps.map(reasonInEnglish),
    stepWords: steps,
  }
}

/** The steps in their order; those taken are said in words. */
function climb(
  effect: Pair,
  reach: Pair,
  course: Pair,
  side: (range: Range) => number,
  steps: ReasonWords[],
): Level {
  let band = side(effect)
  const [only, other] = effect.from
  steps.push(
    only === undefined || other !== undefined
      ? reasonOf('band.effectHigher', { level: band })
      : reasonOf('band.effectAlone', { level: band, dimension: asWords(only) }),
  )
  if (side(reach) >= WIDE) {
    band = Math.min(5, band + 1)
    steps.push(reasonOf('band.reachUp', { level: side(reach), least: WIDE }))
  } else if (reach.from.length === 0) steps.push(reasonOf('band.reachUnknown', {}))
  if (side(course) >= WIDE && band === 2) {
    band += 1
    steps.push(reasonOf('band.courseUp', { level: side(course), least: WIDE }))
  } else if (course.from.length === 0) steps.push(reasonOf('band.courseUnknown', {}))
  if (reach.upper <= NARROW && band >= 3) {
    band -= 1
    steps.push(reasonOf('band.reachDown', { level: reach.upper, most: NARROW }))
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

function raisesWords({ dimensions, above }: Raising[number]): ReasonWords {
  return reasonOf('band.raises', { dimensions: dimensions.map(asWords), level: above })
}

/** The English sentences call dimensions by their ids. */
function asWords(id: Dimension): { readonly id: Dimension; readonly label: string } {
  return { id, label: id }
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
