/**
 * Who reads: the roles in which people act at a desk, and the highest marking that one of them may see.
 *
 * A role says what a person is there to do; the party says for whom, and the ceiling how far. The store decides row by row
 * from these alone. `Role` of `doctrine.ts` is something else: a body that takes part in procedures.
 *
 * Rests on: docs/rules/accounts.md (ACC-03). Next door: `marking.ts`, `party.ts`.
 */
import type { Distribution, TlpLabel } from './marking.ts'

/** What people do at a desk, from the report to the record. */
export const READER_ROLES = [
  'analyst',
  'desk-officer',
  'delegate',
  'chair',
  'legal-adviser',
  'auditor',
  'administrator',
] as const
export type ReaderRole = (typeof READER_ROLES)[number]

/** Roles that put statements on record; an auditor looks on, an administrator sees no content at all. */
const RECORDING: readonly Reader['role'][] = [
  'analyst',
  'desk-officer',
  'delegate',
  'chair',
  'legal-adviser',
  'system',
]

/** The highest marking that somebody may see. */
export interface Ceiling {
  readonly maxDistribution: Distribution
  readonly maxTlp: TlpLabel
}

/** On whose behalf statements are read and put on record. */
export interface Reader extends Ceiling {
  /** the party whose releasability counts, e.g. `EU` or `EE`; `public` is everybody */
  readonly party: string
  /** whom need-to-know lists name: the pseudonym `person:<16 hex>` of whoever is signed in */
  readonly person: string
  /** `system` is the program itself, at work for a party */
  readonly role: ReaderRole | 'system'
}

/** People of a party to whom something is shown, whoever they are: none of them stands on a need-to-know list. */
export interface Audience extends Ceiling {
  readonly party: string
}

/** True when that reader's role and party put statements on record (LED-14). */
export function mayRecord({ role, party }: Pick<Reader, 'role' | 'party'>): boolean {
  return RECORDING.includes(role) && party !== PUBLIC_PARTY
}

/** The party of those who belong to none. */
export const PUBLIC_PARTY = 'public'

/** The party of a desk of one office whose operator named none: it has no code that others know. */
export const OWN_DESK = 'desk'
