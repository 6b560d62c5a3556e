/**
 * Why a comparison comes out as it does, in codes with the values they rest on; and which fields would settle it.
 *
 * Rules: docs/rules/overlap.md, OVL-12.
 */
import type { OverlapReason, SettlingField, ThemeEvidence } from './comparison.ts'
import { isBrief, longestDays, type PeriodAnswer } from './period.ts'
import { organisationKey, type ProjectProfile, wordOf } from './profile.ts'
import { intersection } from './relation.ts'
import { SPOKEN_OF } from './read-themes.ts'
import type { Weighed } from './weigh-projects.ts'

/** Terms shown to a reader, the longest words first. */
const MOST_TERMS = 8

export function reasonsFor(a: ProjectProfile, b: ProjectProfile, weighed: Weighed): readonly OverlapReason[] {
  return [
    ...weighed.ofRelation.reasons,
    placeReason(a, b, weighed),
    themeReason(a, b, weighed),
    ...periodReasons(a, b, weighed.period),
    ...organisationReasons(a, b),
    ...sharedTerms(a, b),
  ]
}

function idsOf(profiles: readonly ProjectProfile[]): readonly string[] {
  return profiles.map(({ facts }) => facts.id)
}

function placeReason(a: ProjectProfile, b: ProjectProfile, { place }: Weighed): OverlapReason {
  if (place === 'unknown')
    return {
      code: 'countries-unknown',
      of: idsOf([a, b].filter(({ places }) => places.countries.length === 0)),
    }
  const fromNames = [a, b].flatMap(({ facts, places }) =>
    places.basis === 'stated' ? [] : [{ of: facts.id, names: places.names }],
  )
  if (place === 'apart') return { code: 'no-shared-country', fromNames }
  return {
    code: 'shared-countries',
    countries: intersection(a.places.countries, b.places.countries),
    fromNames,
  }
}

function themeReason(a: ProjectProfile, b: ProjectProfile, { theme }: Weighed): OverlapReason {
  switch (theme) {
    case 'shared':
      return { code: 'shared-themes', themes: sharedThemes(a, b) }
    case 'unclear':
      return { code: 'themes-unclear', of: idsOf([a, b].filter(({ themes }) => !themes.clear)) }
    case 'different':
      return { code: 'different-themes', a: clearThemes(a), b: clearThemes(b) }
  }
}

/** The strongest first. */
function sharedThemes(a: ProjectProfile, b: ProjectProfile): readonly ThemeEvidence[] {
  return [...a.themes.signs]
    .flatMap(([theme, here]) => {
      const there = b.themes.signs.get(theme)
      if (!there) return []
      const basis = { a: a.themes.basis, b: b.themes.basis }
      return [{ theme, strength: here.likelihood * there.likelihood, a: here.words, b: there.words, basis }]
    })
    .toSorted((one, other) => other.strength - one.strength || (one.theme < other.theme ? -1 : 1))
}

/** What the project says that it works on, the likeliest first. */
function clearThemes({ themes }: ProjectProfile): readonly string[] {
  return [...themes.signs]
    .filter(([, { likelihood }]) => likelihood >= SPOKEN_OF)
    .toSorted(([one, { likelihood: p }], [other, { likelihood: q }]) => q - p || (one < other ? -1 : 1))
    .map(([theme]) => theme)
}

function periodReasons(a: ProjectProfile, b: ProjectProfile, period: PeriodAnswer): readonly OverlapReason[] {
  const events = [a, b].flatMap(({ facts, period: own }): OverlapReason[] => {
    const days = longestDays(own)
    return days !== null && isBrief(own) ? [{ code: 'brief', of: facts.id, days }] : []
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
  const donors = a.facts.donors.filter((name) => b.donors.includes(organisationKey(name)))
  const implementers = a.facts.implementers.filter((name) => b.implementers.includes(organisationKey(name)))
  return [
    ...(donors.length > 0 ? [{ code: 'same-donors', donors } as const] : []),
    ...(implementers.length > 0 ? [{ code: 'same-implementers', implementers } as const] : []),
  ]
}

function sharedTerms(a: ProjectProfile, b: ProjectProfile): readonly OverlapReason[] {
  const terms = intersection(a.stems, b.stems)
    .map((stem) => wordOf(a, stem))
    .toSorted((one, other) => other.length - one.length || (one < other ? -1 : 1))
    .slice(0, MOST_TERMS)
  return terms.length > 0 ? [{ code: 'shared-terms', terms }] : []
}

/** What is missing or only inferred of what the outcome rests on; nothing where it could not change. */
export function settlingFields(
  a: ProjectProfile,
  b: ProjectProfile,
  weighed: Weighed,
): readonly SettlingField[] {
  if (weighed.outcome !== 'cannot-tell' && weighed.outcome !== 'duplicate') return []
  return [a, b].flatMap((side) => [
    ...placeFields(side, weighed),
    ...dateFields(side, weighed),
    ...themeFields(side, weighed),
  ])
}

function placeFields({ facts, places }: ProjectProfile, { place }: Weighed): readonly SettlingField[] {
  if (places.countries.length === 0) return [{ of: facts.id, field: 'countries', why: 'missing' }]
  return places.basis === 'text' && place !== 'apart'
    ? [{ of: facts.id, field: 'countries', why: 'inferred' }]
    : []
}

const DAY_PRECISION = 10

function dateFields({ facts }: ProjectProfile, { period }: Weighed): readonly SettlingField[] {
  return (['start', 'end'] as const).flatMap((field): readonly SettlingField[] => {
    const date = facts[field]
    if (date === null) return [{ of: facts.id, field, why: 'missing' }]
    return period.state === 'unsure' && date.length < DAY_PRECISION
      ? [{ of: facts.id, field, why: 'imprecise' }]
      : []
  })
}

function themeFields({ facts, themes }: ProjectProfile, { theme }: Weighed): readonly SettlingField[] {
  if (themes.basis === 'stated') return []
  if (theme === 'unclear') return themes.clear ? [] : [{ of: facts.id, field: 'objective', why: 'missing' }]
  return [{ of: facts.id, field: 'themes', why: 'inferred' }]
}
