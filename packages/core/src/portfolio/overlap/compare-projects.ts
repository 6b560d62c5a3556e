/**
 * Compares two projects: duplicate, synergy, successor, unrelated, or cannot tell; with reasons and what would settle it.
 *
 * The rule of the field: at least one shared partner country, at least one shared theme, and 150 days side by side;
 * phases and parts of one another raise no alert. Rules: docs/rules/overlap.md.
 */
import type {
  OverlapOutcome,
  OverlapReason,
  ProjectComparison,
  SettlingField,
  ThemeEvidence,
} from './comparison.ts'
import { comparePeriods, ENOUGH_DAYS, longestDays, type PeriodAnswer } from './period.ts'
import { type OverlapContext, overlapContext, profileOf, type ProjectProfile } from './profile.ts'
import type { ProjectFacts } from './project-facts.ts'
import { intersection, type Relation, relationBetween } from './relation.ts'

/** From this likelihood on two texts are taken to share a theme. Round, near the best of the labelled pairs (docs/decisions/0010). */
export const SHARED_THEME = 0.4
/** A text says something of a theme from here on. */
const SPOKEN_OF = 0.3
/** Terms shown to a reader, the longest words first. */
const MOST_TERMS = 8
/** Likelihoods where a record is silent, for the order among candidates alone. */
const UNKNOWN_PLACE = 0.4
const LOOSE_PLACE = 0.5
const UNKNOWN_PERIOD = 0.6

type PlaceState = 'shared' | 'loose' | 'apart' | 'unknown'
type ThemeState = 'shared' | 'different' | 'unclear'

/** Compares two projects; `a` and `b` may change places, and with them only the sides of the answer. */
export function compareProjects(
  a: ProjectFacts,
  b: ProjectFacts,
  context: OverlapContext = overlapContext(),
): ProjectComparison {
  return compareProfiles(profileOf(a, context), profileOf(b, context))
}

/** The same of two profiles, which many comparisons share. @see compareProjects */
export function compareProfiles(
  a: ProjectProfile,
  b: ProjectProfile,
  sharedTheme = SHARED_THEME,
): ProjectComparison {
  const { relation, reasons: ofRelation } = relationBetween(a, b)
  const places = comparePlaces(a, b)
  const period = comparePeriods(a.period, b.period)
  const themes = compareThemes(a, b, sharedTheme)
  const { outcome, leaning } = decide(
    relation,
    places.state,
    period.state,
    themes.state,
    themes.likelihood >= sharedTheme,
    brief(a, b),
  )
  return {
    a: a.facts.id,
    b: b.facts.id,
    outcome,
    leaning,
    score: scoreOf(leaning, places.state, period.state, themes.likelihood, relation),
    themeLikelihood: themes.likelihood,
    reasons: [
      ...ofRelation,
      ...places.reasons,
      ...themes.reasons,
      ...periodReasons(a, b, period),
      ...organisationReasons(a, b),
      ...sharedTerms(a, b),
    ],
    wouldSettle:
      outcome === 'cannot tell' || outcome === 'duplicate'
        ? settling(a, b, places.state, period, themes.state)
        : [],
  }
}

interface Decision {
  readonly outcome: OverlapOutcome
  readonly leaning: Exclude<OverlapOutcome, 'cannot tell'>
}

/** Rules OVL-02 and OVL-07 to OVL-11, in this order. */
function decide(
  relation: Relation,
  place: PlaceState,
  period: PeriodAnswer['state'],
  theme: ThemeState,
  themeLikely: boolean,
  someBrief: boolean,
): Decision {
  if (relation?.kind === 'successor') return sure('successor')
  if (relation?.kind === 'part-of') return sure('synergy')
  if (place === 'apart' || period === 'apart') return sure('unrelated')
  if (relation?.kind === 'same')
    return place === 'shared' && period !== 'unknown' ? sure('duplicate') : open('duplicate')
  const together = period === 'enough'
  if (theme === 'different') return place === 'shared' && together ? sure('synergy') : sure('unrelated')
  if (period === 'brief') {
    if (theme !== 'shared') return sure('unrelated')
    return place === 'shared' && someBrief ? sure('synergy') : sure('unrelated')
  }
  if (theme === 'shared' && place === 'shared' && together) return sure('duplicate')
  return open(themeLikely ? 'duplicate' : place === 'shared' && together ? 'synergy' : 'unrelated')
}

const sure = (outcome: Decision['leaning']): Decision => ({ outcome, leaning: outcome })
const open = (leaning: Decision['leaning']): Decision => ({ outcome: 'cannot tell', leaning })

function comparePlaces(
  a: ProjectProfile,
  b: ProjectProfile,
): { readonly state: PlaceState; readonly reasons: readonly OverlapReason[] } {
  const silent = [a, b].filter(({ places }) => places.countries.length === 0)
  if (silent.length > 0) {
    return {
      state: 'unknown',
      reasons: [{ code: 'countries-unknown', of: silent.map(({ facts }) => facts.id) }],
    }
  }
  const countries = intersection(a.places.countries, b.places.countries)
  const fromNames = [a, b].flatMap(({ facts, places }) =>
    places.basis === 'stated' ? [] : [{ of: facts.id, names: places.names }],
  )
  if (countries.length === 0) return { state: 'apart', reasons: [{ code: 'no-shared-country', fromNames }] }
  const loose = a.places.loose || b.places.loose
  return { state: loose ? 'loose' : 'shared', reasons: [{ code: 'shared-countries', countries, fromNames }] }
}

function compareThemes(
  a: ProjectProfile,
  b: ProjectProfile,
  sharedTheme: number,
): { readonly state: ThemeState; readonly likelihood: number; readonly reasons: readonly OverlapReason[] } {
  let doubt = 1
  const shared: ThemeEvidence[] = []
  for (const [theme, here] of a.themes.signs) {
    const there = b.themes.signs.get(theme)
    if (!there) continue
    const strength = here.likelihood * there.likelihood
    doubt *= 1 - strength
    shared.push({
      theme,
      strength,
      a: here.words,
      b: there.words,
      basis: { a: a.themes.basis, b: b.themes.basis },
    })
  }
  const likelihood = 1 - doubt
  const unclear = [a, b].filter((side) => clearThemes(side).length === 0)
  if (likelihood >= sharedTheme) {
    const themes = shared.toSorted(
      (one, other) => other.strength - one.strength || (one.theme < other.theme ? -1 : 1),
    )
    return { state: 'shared', likelihood, reasons: [{ code: 'shared-themes', themes }] }
  }
  if (unclear.length > 0)
    return {
      state: 'unclear',
      likelihood,
      reasons: [{ code: 'themes-unclear', of: unclear.map(({ facts }) => facts.id) }],
    }
  return {
    state: 'different',
    likelihood,
    reasons: [{ code: 'different-themes', a: clearThemes(a), b: clearThemes(b) }],
  }
}

/** What the project says that it works on, the likeliest first. */
function clearThemes({ themes }: ProjectProfile): readonly string[] {
  return [...themes.signs]
    .filter(([, { likelihood }]) => likelihood >= SPOKEN_OF)
    .toSorted(([one, { likelihood: p }], [other, { likelihood: q }]) => q - p || (one < other ? -1 : 1))
    .map(([theme]) => theme)
}

function brief(a: ProjectProfile, b: ProjectProfile): boolean {
  return [a, b].some(({ period }) => isBrief(longestDays(period)))
}

function isBrief(days: number | null): days is number {
  return days !== null && days < ENOUGH_DAYS
}

function periodReasons(a: ProjectProfile, b: ProjectProfile, period: PeriodAnswer): readonly OverlapReason[] {
  const events = [a, b].flatMap(({ facts, period: own }): OverlapReason[] => {
    const days = longestDays(own)
    return isBrief(days) ? [{ code: 'brief', of: facts.id, days }] : []
  })
  switch (period.state) {
    case 'unknown':
      return [
        {
          code: 'dates-unknown',
          of: [a, b].filter((side) => side.period.startEarliest === null).map(({ facts }) => facts.id),
        },
        ...events,
      ]
    case 'apart':
      return [{ code: 'periods-apart', gapDays: period.gapDays }, ...events]
    default: {
      const { least, most, openEnded } = period
      const running = [...(openEnded.a ? [a] : []), ...(openEnded.b ? [b] : [])].map(({ facts }) => facts.id)
      return [{ code: 'periods-overlap', days: { least, most }, openEnded: running }, ...events]
    }
  }
}

function organisationReasons(a: ProjectProfile, b: ProjectProfile): readonly OverlapReason[] {
  const donors = a.facts.donors.filter((_, index) => b.donors.includes(a.donors[index] ?? ''))
  const implementers = a.facts.implementers.filter((_, index) =>
    b.implementers.includes(a.implementers[index] ?? ''),
  )
  return [
    ...(donors.length > 0 ? [{ code: 'same-donors', donors } as const] : []),
    ...(implementers.length > 0 ? [{ code: 'same-implementers', implementers } as const] : []),
  ]
}

function sharedTerms(a: ProjectProfile, b: ProjectProfile): readonly OverlapReason[] {
  const terms = intersection(a.stems, b.stems)
    .map((stem) => a.wordOfStem.get(stem) ?? stem)
    .toSorted((one, other) => other.length - one.length || (one < other ? -1 : 1))
    .slice(0, MOST_TERMS)
  return terms.length > 0 ? [{ code: 'shared-terms', terms }] : []
}

function settling(
  a: ProjectProfile,
  b: ProjectProfile,
  place: PlaceState,
  period: PeriodAnswer,
  theme: ThemeState,
): readonly SettlingField[] {
  return [a, b].flatMap((side): SettlingField[] => {
    const { facts, places, themes } = side
    const fields: SettlingField[] = []
    if (place === 'unknown' && places.countries.length === 0)
      fields.push({ of: facts.id, field: 'countries', why: 'missing' })
    else if (place !== 'apart' && places.basis === 'text' && places.countries.length > 0)
      fields.push({ of: facts.id, field: 'countries', why: 'inferred' })
    if (facts.start === null) fields.push({ of: facts.id, field: 'start', why: 'missing' })
    if (facts.end === null) fields.push({ of: facts.id, field: 'end', why: 'missing' })
    if (period.state === 'unsure') {
      if (facts.start !== null && facts.start.length < 10)
        fields.push({ of: facts.id, field: 'start', why: 'imprecise' })
      if (facts.end !== null && facts.end.length < 10)
        fields.push({ of: facts.id, field: 'end', why: 'imprecise' })
    }
    if (theme === 'unclear' && clearThemes(side).length === 0)
      fields.push({ of: facts.id, field: 'objective', why: 'missing' })
    else if (themes.basis === 'text' && theme === 'shared')
      fields.push({ of: facts.id, field: 'themes', why: 'inferred' })
    return fields
  })
}

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
