/**
 * What the overlap engine is told of a project of capacity building.
 *
 * Rule: docs/rules/overlap.md, OVL-01. Empty lists and null say "not known", never "none".
 */
import type { PartialDate } from '../../kernel/partial-date.ts'

/** How far a project reaches, as its source says: whether the list of countries is one, and why not. */
export const PROJECT_SCOPES = ['country-list', 'region-unlisted', 'global', 'global-with-focus'] as const
export type ProjectScope = (typeof PROJECT_SCOPES)[number]

/** A region or an organisation on record, and whom it stands for. */
export interface NamedRegion {
  /** as groups are called on record, e.g. `western-balkans` */
  readonly name: string
  readonly countries: readonly string[]
}

export interface ProjectFacts {
  readonly id: string
  readonly name: string
  /** what it is for, in a sentence or more, in whatever language its source speaks; may be empty */
  readonly objective: string
  readonly donors: readonly string[]
  readonly implementers: readonly string[]
  /** partner countries, ISO 3166-1 alpha-2 and XK; empty when no source lists them */
  readonly countries: readonly string[]
  /** regions that count beside the countries, or in place of a list of them, with the countries that they stand for */
  readonly regions?: readonly NamedRegion[] | undefined
  /** null: not known */
  readonly scope: ProjectScope | null
  readonly start: PartialDate | null
  /** null: not read, or open */
  readonly end: PartialDate | null
  /** ids of themes as a source or a person gave them; empty when nobody did */
  readonly themes: readonly string[]
  /** the id of the project whose work this one takes over, where a source says so */
  readonly successorOf?: string | undefined
  /** the id of the project inside which this one runs, where a source says so */
  readonly partOf?: string | undefined
}
