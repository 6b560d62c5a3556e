/**
 * Organisations, groupings and regions: their countries are countries, their parts stand in the pack, nobody has two
 * standings at once, and one name means one group.
 *
 * Rests on: docs/rules/doctrine.md, DOC-50 to DOC-54. Next door: `check-parties.ts`.
 */
import {
  addDays,
  type CountryGroup,
  earliestDay,
  isCountryCode,
  isMemberState,
  LANGUAGES,
  latestDay,
  membersOf,
  type MembershipTerm,
  nameKey,
  STATES_THAT_WERE_MEMBERS,
} from '@demarche/core'
import type { Fault } from './pack-file.ts'
import type { PackEntries, Sited } from './read-entries.ts'

/** The group whose members are the Member States by which the desk counts. */
const UNION = 'org-eu'

export function checkPlaces({ countryGroups, unread }: PackEntries): Fault[] {
  const known = new Set([...countryGroups.map(({ entry }) => entry.id), ...unread.places])
  return [
    ...countryGroups.flatMap((sited) => [...checkTerms(sited), ...checkParts(sited, known, countryGroups)]),
    ...checkNames(countryGroups),
    ...countryGroups.filter(({ entry }) => entry.id === UNION).flatMap(checkUnion),
  ]
}

function checkTerms({ entry, path }: Sited<CountryGroup>): Fault[] {
  const faults: Fault[] = []
  for (const [index, { countries, since, until }] of entry.terms.entries()) {
    for (const [nth, code] of countries.entries()) {
      if (isCountryCode(code) || code === 'EU') continue
      const message = `"${code}" is the code of no country (ISO 3166-1 alpha-2, XK for Kosovo).`
      faults.push({ path, place: ['terms', index, 'countries', nth], rule: 'DOC-50', message })
    }
    if (since !== undefined && until !== undefined && latestDay(until) < earliestDay(since)) {
      const message = `ends in ${until}, before it begins in ${since}.`
      faults.push({ path, place: ['terms', index, 'until'], rule: 'DOC-52', message })
    }
    for (const [nth, code] of countries.entries()) {
      const before = entry.terms
        .slice(0, index)
        .find((term) => term.countries.includes(code) && overlaps(term, { since, until }))
      const twice = countries.indexOf(code) < nth
      if (!before && !twice) continue
      const message = `"${code}" has another standing at the same time; end the one before the other begins.`
      faults.push({ path, place: ['terms', index, 'countries', nth], rule: 'DOC-52', message })
    }
  }
  return faults
}

/** Certain overlap only: two dates that are coarse may touch. */
function overlaps(
  a: Pick<MembershipTerm, 'since' | 'until'>,
  b: {
    readonly since: MembershipTerm['since'] | undefined
    readonly until: MembershipTerm['until'] | undefined
  },
): boolean {
  const start = (one: typeof b) => (one.since === undefined ? '0' : latestDay(one.since))
  const end = (one: typeof b) => (one.until === undefined ? '9' : earliestDay(one.until))
  const [left, right] = [{ since: a.since, until: a.until }, b]
  return start(left) <= end(right) && start(right) <= end(left)
}

function checkParts(
  { entry, path }: Sited<CountryGroup>,
  known: ReadonlySet<string>,
  all: readonly Sited<CountryGroup>[],
): Fault[] {
  const partsOf = new Map(all.map((one) => [one.entry.id, one.entry.parts ?? []]))
  const leadsTo = (from: string, goal: string, seen: ReadonlySet<string>): boolean =>
    from === goal ||
    (!seen.has(from) &&
      (partsOf.get(from) ?? []).some((part) => leadsTo(part, goal, new Set([...seen, from]))))
  return (entry.parts ?? []).flatMap((part, index): Fault[] => {
    const place = ['parts', index]
    if (!known.has(part))
      return [{ path, place, rule: 'DOC-51', message: `the pack has no group "${part}".` }]
    if (!leadsTo(part, entry.id, new Set())) return []
    const message = `"${part}" has "${entry.id}" among its own parts; a region cannot lie within itself.`
    return [{ path, place, rule: 'DOC-51', message }]
  })
}

function checkNames(all: readonly Sited<CountryGroup>[]): Fault[] {
  const owners = new Map<string, string>()
  return all.flatMap(({ entry, path }) => {
    const named: (readonly [name: string, place: Fault['place']])[] = [
      ...LANGUAGES.map((language) => [entry.names[language], ['names', language]] as const),
      ...LANGUAGES.flatMap((language) =>
        entry.short ? [[entry.short[language], ['short', language]] as const] : [],
      ),
      ...(entry.aliases ?? []).map((alias, index) => [alias, ['aliases', index]] as const),
    ]
    return named.flatMap(([name, place]): Fault[] => {
      const owner = owners.get(nameKey(name)) ?? entry.id
      owners.set(nameKey(name), owner)
      if (owner === entry.id) return []
      return [
        {
          path,
          place,
          rule: 'DOC-53',
          message: `"${name}" is a name of "${owner}" too; a name means one group.`,
        },
      ]
    })
  })
}

function checkUnion({ entry, path }: Sited<CountryGroup>): Fault[] {
  const days = entry.terms.flatMap(({ since, until }) => [
    ...(since === undefined ? [] : [addDays(earliestDay(since), -1), latestDay(since)]),
    ...(until === undefined ? [] : [earliestDay(until), addDays(latestDay(until), 1)]),
  ])
  return [...new Set(days)].toSorted().flatMap((day): Fault[] => {
    const said = membersOf([entry], entry.id, day).map(({ country }) => country)
    const counted = STATES_THAT_WERE_MEMBERS.filter((code) => isMemberState(code, day))
    const differing = [...said, ...counted].filter((code) => said.includes(code) !== counted.includes(code))
    if (differing.length === 0) return []
    const message = `on ${day} the desk counts other Member States: ${differing.toSorted().join(', ')}.`
    return [{ path, place: ['terms'], rule: 'DOC-54', message }]
  })
}
