/**
 * Who reads: the roles in which people act at a desk, and the highest marking that one of them may see.
 *
 * A role says what a person is there to do; the party says for whom, and the ceiling how far. The store decides row by row
 * from these alone. `Role` of `doctrine.ts` is something else: a body that takes part in the process.
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

/** The highest marking that somebody may see. */
export interface Ceiling {
  readonly maxDistribution: Distribution
  readonly maxTlp: TlpLabel
}
