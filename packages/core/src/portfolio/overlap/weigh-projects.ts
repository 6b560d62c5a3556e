/**
 * Weighs two projects without words: which outcome, how close. What `compare-projects.ts` explains and the index ranks by.
 *
 * The rule of the field: at least one shared partner country, at least one shared theme, and 150 days side by side;
 * phases and parts of one another raise no alert. Rules: docs/rules/overlap.md, OVL-02 to OVL-11.
 */
import type { OverlapOutcome } from './comparison.ts'
import { comparePeriods, isBrief, type PeriodAnswer } from './period.ts'
import type { ProjectProfile } from './profile.ts'
import { type Relation, type RelationAnswer, haveCommon, relationBetween } from './relation.ts'

/** From this likelihood on two texts are taken to share a theme. A round figure (docs/decisions/0011-overlap.md). */
export const SHARED_THEME = 0.4
/** Likelihoods where a record is silent, for the order among candidates alone. */
const UNKNOWN_PLACE = 0.4
const LOOSE_PLACE = 0.5
const UNKNOWN_PERIOD = 0.6

/** `loose`: shared by the name of a region so wide that it settles nothing. */
type PlaceState = 'shared' | 'loose' | 'apart' | 'unknown'
type ThemeState = 'shared' | 'different' | 'unclear'

export interface Weighed extends Decision {
  readonly ofRelation: RelationAnswer
  readonly place: PlaceState
  readonly period: PeriodAnswer
  readonly theme: ThemeState
  readonly themeLikelihood: number
  readonly score: number
}

export function weighProfiles(a: ProjectProfile, b: ProjectProfile, sharedTheme = SHARED_THEME): Weighed {
  const ofRelation = relationBetween(a, b)
  const { relation } = ofRelation
  const place = placeState(a, b)
  const period = comparePeriods(a.period, b.period)
  const themeLikelihood = likelihoodOfSharedTheme(a, b)
  const theme: ThemeState =
    themeLikelihood >= sharedTheme ? 'shared' : a.themes.clear && b.themes.clear ? 'different' : 'unclear'
  const decision = decide(relation, place, period.state, theme, isBrief(a.period) || isBrief(b.period))
  const score = scoreOf(decision.leaning, place, period.state, themeLikelihood, relation)
  return { ...decision, ofRelation, place, period, theme, themeLikelihood, score }
}

function placeState(a: ProjectProfile, b: ProjectProfile): PlaceState {
  if (a.places.countries.length === 0 || b.places.countries.length === 0) return 'unknown'
  if (!haveCommon(a.places.countries, b.places.countries)) return 'apart'
  return a.places.loose || b.places.loose ? 'loose' : 'shared'
}

/** Each theme that both may work on raises it, as independent signs do. */
function likelihoodOfSharedTheme(a: ProjectProfile, b: ProjectProfile): number {
  let doubt = 1
  for (const [theme, { likelihood }] of a.themes.signs)
    doubt *= 1 - likelihood * (b.themes.signs.get(theme)?.likelihood ?? 0)
  return 1 - doubt
}

interface Decision {
  readonly outcome: OverlapOutcome
  readonly leaning: Exclude<OverlapOutcome, 'cannot-tell'>
}

/** Rules OVL-02 and OVL-07 to OVL-11, in this order. */
function decide(
  relation: Relation,
  place: PlaceState,
  period: PeriodAnswer['state'],
  theme: ThemeState,
  someBrief: boolean,
): Decision {
  if (relation?.kind === 'successor') return sure('successor')
  if (relation?.kind === 'part-of') return sure('synergy')
  if (place === 'apart' || period === 'apart') return sure('unrelated')
  if (relation?.kind === 'same')
    return place === 'shared' && period !== 'unknown' ? sure('duplicate') : open('duplicate')
  const together = period === 'enough'
  if (theme === 'different') {
    if (place !== 'shared' || period === 'brief') return sure('unrelated')
    return together ? sure('synergy') : open('synergy')
  }
  if (period === 'brief') {
    if (theme !== 'shared') return sure('unrelated')
    return place === 'shared' && someBrief ? sure('synergy') : sure('unrelated')
  }
  if (theme === 'shared' && place === 'shared' && together) return sure('duplicate')
  return open(theme === 'shared' ? 'duplicate' : place === 'shared' && together ? 'synergy' : 'unrelated')
}

const sure = (outcome: Decision['leaning']): Decision => ({ outcome, leaning: outcome })
const open = (leaning: Decision['leaning']): Decision => ({ outcome: 'cannot-tell', leaning })

/** Round weights, for an order alone: what leans to a duplicate comes before what leans to a synergy. */
function scoreOf(
  leaning: Decision['leaning'],
  place: PlaceState,
  period: PeriodAnswer['state'],
  themeLikelihood: number,
  relation: Relation,
): number {
  if (leaning === 'unrelated') return 0
  if (leaning === 'successor') return 0.9
  const here = { shared: 1, loose: LOOSE_PLACE, unknown: UNKNOWN_PLACE, apart: 0 }[place]
  const now = { enough: 1, unsure: UNKNOWN_PERIOD, unknown: UNKNOWN_PERIOD, brief: 0.3, apart: 0 }[period]
  if (relation?.kind === 'same') return Math.max(0.5, here * now)
  return leaning === 'duplicate' ? here * now * themeLikelihood : 0.3 * here * now + 0.1 * themeLikelihood
}
