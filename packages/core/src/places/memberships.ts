/**
 * Who belonged to what on a day.
 *
 * Takes the groups of doctrine, an id or code and a calendar day; gives one answer for each country, `unknown` where the
 * dates are too coarse to tell. A region with parts has the countries of its parts.
 *
 * Rests on: docs/rules/places.md, PLC-06 to PLC-08. Next door: `kernel/held-on.ts` for days and coarse dates.
 */
import { heldOn } from '../kernel/held-on.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { CountryGroup, MembershipKind, MembershipTerm } from '../kernel/country-group.ts'

/** One country in one group on the day asked for. */
export interface Membership {
  readonly country: string
  /** id of the group that says so: the group asked for, or one of its parts */
  readonly group: string
  readonly kind: MembershipKind
  /** `unknown` where the day lies within a date that is known to the month or year only */
  readonly held: 'true' | 'unknown'
  readonly term: MembershipTerm
}

/** Those who belong: observers watch and do not. */
const BELONGING: readonly MembershipKind[] = ['member', 'participant', 'suspended', 'country']

/** The group with that id. */
export function findGroup(groups: readonly CountryGroup[], id: string): CountryGroup | undefined {
  return groups.find((group) => group.id === id)
}

/**
 * The members of a group on a day, in the order of the codes; each country once.
 * @param kinds which standings count; members, participating States and suspended members when not said
 */
export function membersOf(
  groups: readonly CountryGroup[],
  id: string,
  day: CalendarDate,
  kinds: readonly MembershipKind[] = BELONGING,
): readonly Membership[] {
  const found = new Map<string, Membership>()
  for (const group of withParts(groups, id)) {
    for (const membership of standingsIn(group, day)) {
      if (!kinds.includes(membership.kind)) continue
      const before = found.get(membership.country)
      if (!before || (before.held === 'unknown' && membership.held === 'true'))
        found.set(membership.country, membership)
    }
  }
  return [...found.values()].toSorted((a, b) => (a.country < b.country ? -1 : 1))
}

/** The groups to which a country belongs on a day, observers included, in the order of the groups; each group once. */
export function groupsOf(
  groups: readonly CountryGroup[],
  country: string,
  day: CalendarDate,
): readonly { readonly group: CountryGroup; readonly membership: Membership }[] {
  return groups.flatMap((group) => {
    const membership = membersOf(groups, group.id, day, [...BELONGING, 'observer']).find(
      (one) => one.country === country,
    )
    return membership ? [{ group, membership }] : []
  })
}

/** True when the country is certainly in the group on that day. */
export function isMemberOf(
  groups: readonly CountryGroup[],
  id: string,
  country: string,
  day: CalendarDate,
): boolean {
  return membersOf(groups, id, day).some((one) => one.country === country && one.held === 'true')
}

/** The groups whose members on that day are all members of the other group too, the group itself left out. */
export function groupsWithin(
  groups: readonly CountryGroup[],
  id: string,
  day: CalendarDate,
): readonly CountryGroup[] {
  const outer = new Set(membersOf(groups, id, day).map(({ country }) => country))
  return groups.filter((group) => {
    if (group.id === id) return false
    const inner = membersOf(groups, group.id, day)
    return inner.length > 0 && inner.every(({ country }) => outer.has(country))
  })
}

/** The group and its parts, each once; a circle of parts, which doctrine refuses, ends. */
function withParts(groups: readonly CountryGroup[], id: string): readonly CountryGroup[] {
  const found = new Map<string, CountryGroup>()
  const visit = (one: string) => {
    const group = findGroup(groups, one)
    if (!group || found.has(one)) return
    found.set(one, group)
    for (const part of group.parts ?? []) visit(part)
  }
  visit(id)
  return [...found.values()]
}

function standingsIn(group: CountryGroup, day: CalendarDate): readonly Membership[] {
  return group.terms.flatMap((term) => {
    const held = heldOn({ validFrom: term.since, validTo: term.until }, day)
    if (held === 'false') return []
    return term.countries.map((country): Membership => ({
      country,
      group: group.id,
      kind: term.kind,
      held,
      term,
    }))
  })
}
