/**
 * Who put statements on record, by name: as far as the reader may know people.
 *
 * The ledger has pseudonyms, the accounts have names. Nothing is asked about other people than those whom the reader may
 * know, so that the answer is the same whether or not others have an account here.
 *
 * Rule: docs/rules/access.md, ACS-13. Next door: `who-may-see.ts`.
 */
import type { Reader, Statement } from '@demarche/core'
import type { Accounts } from '../accounts/accounts.ts'

/** Pseudonym to name: everybody of the reader's party, closed accounts too; for an auditor, of every party (RCD-04). */
export async function namesKnownTo(
  reader: Pick<Reader, 'party' | 'role'>,
  people: Pick<Accounts['people'], 'names'>,
): Promise<ReadonlyMap<string, string>> {
  const known = (await people.names()).filter(
    ({ party }) => reader.role === 'auditor' || party === reader.party,
  )
  return new Map(known.map(({ id, name }) => [id, name]))
}

/** Of these names, those of the people who put these statements on record; by pseudonym, in the order of statements. */
export function recordersOf(
  statements: readonly Pick<Statement, 'recordedBy'>[],
  names: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    statements.flatMap(({ recordedBy }) => {
      const name = recordedBy === undefined ? undefined : names.get(recordedBy)
      return recordedBy === undefined || name === undefined ? [] : [[recordedBy, name] as const]
    }),
  )
}
