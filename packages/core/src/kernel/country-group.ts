/**
 * Organisations, groupings and regions: who belongs to them, since when, in what standing, and who says so.
 *
 * Rests on: docs/rules/places.md, PLC-06 to PLC-09. Next door: `memberships.ts` answers for a day; `expand-region.ts`
 * turns the name of a region into countries.
 */
import type { Citation, DoctrineEntry } from './doctrine-entry.ts'
import type { PartialDate } from './partial-date.ts'
import type { Language } from './language.ts'

/** `organisation`: has members by treaty or decision; `grouping`: meets without one; `region`: a word for countries. */
export const GROUP_KINDS = ['organisation', 'grouping', 'region'] as const
export type GroupKind = (typeof GROUP_KINDS)[number]

/** `suspended` is a member all the same, without the right to take part. `country` belongs to a region. */
export const MEMBERSHIP_KINDS = ['member', 'participant', 'suspended', 'observer', 'country'] as const
export type MembershipKind = (typeof MEMBERSHIP_KINDS)[number]

/** One standing of some countries over one time. */
export interface MembershipTerm {
  readonly kind: MembershipKind
  /** alpha-2 codes; `EU` where the Union itself belongs */
  readonly countries: readonly string[]
  /** first day, as precise as it is known */
  readonly since?: PartialDate
  /** last day, as precise as it is known */
  readonly until?: PartialDate
  /** where this stands, if not in the source of the group */
  readonly source?: Citation
  readonly verified: boolean
  readonly notes?: readonly string[]
}

/** An organisation, a grouping or a region. */
export interface CountryGroup extends DoctrineEntry {
  readonly kind: GroupKind
  /** the full name in each language of the desk */
  readonly names: Readonly<Record<Language, string>>
  /** the short form in common use, e.g. `OSCE`, where it differs from the name */
  readonly short?: Readonly<Record<Language, string>>
  /** other words for the group that imports may use */
  readonly aliases?: readonly string[]
  /** ids of groups whose countries all belong to this one too */
  readonly parts?: readonly string[]
  readonly terms: readonly MembershipTerm[]
  /** nobody keeps an agreed list of its countries: what follows from it is a reading */
  readonly noAgreedList?: boolean
}

/** The name of a group in a language. */
export function groupName(group: Pick<CountryGroup, 'names'>, language: Language): string {
  return group.names[language]
}

/** The same of all, by id. */
export function groupNames(
  groups: readonly Pick<CountryGroup, 'id' | 'names'>[],
  language: Language,
): ReadonlyMap<string, string> {
  return new Map(groups.map((group) => [group.id, groupName(group, language)]))
}
