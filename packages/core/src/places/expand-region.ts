/**
 * The countries that the name of a region or an organisation stands for, with every doubt about them.
 *
 * Takes the words of a project or a dialogue ("Western Balkans", "ECOWAS", "Afrique de l'Ouest") and the day they are
 * about; never adds a country that no group names, and never drops a doubt.
 *
 * Rests on: docs/rules/places.md, PLC-08, PLC-09. Next door: `memberships.ts`.
 */
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { CountryGroup } from '../kernel/country-group.ts'
import { LANGUAGES } from '../kernel/language.ts'
import { membersOf } from './memberships.ts'
import { nameKey } from './name-key.ts'

/** Why an expansion may be wrong. */
export type RegionDoubt =
  /** no group has that name */
  | { readonly kind: 'not-known' }
  /** nobody keeps an agreed list of the countries */
  | { readonly kind: 'no-agreed-list' }
  /** nobody read in a source that these belong */
  | { readonly kind: 'not-verified'; readonly countries: readonly string[] }
  /** on that day these may have joined or left: the dates are too coarse to tell */
  | { readonly kind: 'date-unclear'; readonly countries: readonly string[] }
  /** members without the right to take part on that day */
  | { readonly kind: 'suspended'; readonly countries: readonly string[] }
  /** the words give a number of countries, and it is not the number of those found */
  | { readonly kind: 'count-differs'; readonly said: number; readonly found: number }

/** What a name stands for. `group` is absent exactly when the name is not known. */
export interface ExpandedRegion {
  readonly group?: CountryGroup
  /** alpha-2 codes in their order */
  readonly countries: readonly string[]
  readonly doubts: readonly RegionDoubt[]
}

/** The group that has the name, in any language, as short form, alias or id. */
export function resolveGroup(groups: readonly CountryGroup[], text: string): CountryGroup | undefined {
  const key = nameKey(bareName(text))
  if (key === '') return undefined
  return groups.find((group) =>
    [
      group.id,
      ...LANGUAGES.flatMap((language) => [group.names[language], group.short?.[language] ?? '']),
      ...(group.aliases ?? []),
    ].some((name) => nameKey(name) === key),
  )
}

/** @example expandRegion(groups, 'Western Balkans (six countries)', '2026-11-23').countries // ['AL', 'BA', …] */
export function expandRegion(
  groups: readonly CountryGroup[],
  text: string,
  day: CalendarDate,
): ExpandedRegion {
  const group = resolveGroup(groups, text)
  if (!group) return { countries: [], doubts: [{ kind: 'not-known' }] }
  const members = membersOf(groups, group.id, day).filter(({ country }) => country !== 'EU')
  const those = (isDoubtful: (member: (typeof members)[number]) => boolean) =>
    members.filter(isDoubtful).map(({ country }) => country)
  const unread = those(({ term }) => !term.verified)
  const unclear = those(({ held }) => held === 'unknown')
  const suspended = those(({ kind }) => kind === 'suspended')
  const said = countIn(text)
  return {
    group,
    countries: members.map(({ country }) => country),
    doubts: [
      ...(group.noAgreedList ? [{ kind: 'no-agreed-list' } as const] : []),
      ...(unread.length > 0 ? [{ kind: 'not-verified', countries: unread } as const] : []),
      ...(unclear.length > 0 ? [{ kind: 'date-unclear', countries: unclear } as const] : []),
      ...(suspended.length > 0 ? [{ kind: 'suspended', countries: suspended } as const] : []),
      ...(said !== undefined && said !== members.length
        ? [{ kind: 'count-differs', said, found: members.length } as const]
        : []),
    ],
  }
}

const COUNT = /\(?\s*(\d{1,3})\s+(?:countries|states|members|partner countries)\s*\)?/iu

function countIn(text: string): number | undefined {
  const figure = COUNT.exec(text)?.[1]
  return figure === undefined ? undefined : Number(figure)
}

function bareName(text: string): string {
  return text.replace(COUNT, ' ').replace(/\(region\)\s*$/i, ' ')
}
