/**
 * Files of evidence in a table of the server, which alone the keeper of the ledger reads.
 *
 * Next door: `sealed-file.ts` says what is kept, `file-folder.ts` keeps the same beside an embedded store.
 */
import { sql } from 'kysely'
import type { Database } from '../engine/open-database.ts'
import { asKeeper, asKeeperWithin, type Session } from '../engine/session.ts'
import type { SealedFileTable } from '../schema/tables.ts'
import type { FileKey, SealedFiles } from './sealed-file.ts'

const KEY = ['statement', 'item', 'key_id', 'wrapped_key', 'at'] as const

export function fileTable(database: Database): SealedFiles {
  return {
    put: ({ statement, item, keyId, wrappedKey, at, sealed }, within) => {
      const insert = async (session: Session): Promise<void> => {
        const row = { item, key_id: keyId, wrapped_key: wrappedKey, at, sealed: Buffer.from(sealed) }
        await session
          .withSchema('demarche')
          .insertInto('sealed_files')
          .values({ statement, ...row })
          .onConflict((conflict) => conflict.column('statement').doUpdateSet(row))
          .execute()
      }
      return within ? asKeeperWithin(within, insert) : asKeeper(database, insert)
    },
    list: () =>
      asKeeper(database, async (session) =>
        (
          await session
            .withSchema('demarche')
            .selectFrom('sealed_files')
            .select(KEY)
            .orderBy('statement')
            .execute()
        ).map(keyOf),
      ),
    keysOf: (statements) =>
      asKeeper(database, async (session) =>
        (
          await session
            .withSchema('demarche')
            .selectFrom('sealed_files')
            .select(KEY)
            .where('statement', '=', sql<string>`any(${[...statements]})`)
            .execute()
        ).map(keyOf),
      ),
    hasAny: () =>
      asKeeper(database, async (session) => {
        const files = session.withSchema('demarche').selectFrom('sealed_files')
        return (await files.select('statement').limit(1).executeTakeFirst()) !== undefined
      }),
    get: (statement) =>
      asKeeper(database, async (session) => {
        const row = await session
          .withSchema('demarche')
          .selectFrom('sealed_files')
          .select([...KEY, 'sealed'])
          .where('statement', '=', statement)
          .executeTakeFirst()
        return row ? { ...keyOf(row), sealed: row.sealed } : null
      }),
    rewrap: (statement, keyId, wrappedKey, within) => {
      const update = async (session: Session): Promise<void> => {
        await session
          .withSchema('demarche')
          .updateTable('sealed_files')
          .set({ key_id: keyId, wrapped_key: wrappedKey })
          .where('statement', '=', statement)
          .execute()
      }
      return within ? asKeeperWithin(within, update) : asKeeper(database, update)
    },
    remove: (statement) =>
      asKeeper(database, async (session) => {
        await session
          .withSchema('demarche')
          .deleteFrom('sealed_files')
          .where('statement', '=', statement)
          .execute()
      }),
    // the server takes back what was cut off
    clearRemains: () => Promise.resolve(),
  }
}

function keyOf(row: Omit<SealedFileTable, 'sealed'>): FileKey {
  return {
    statement: row.statement,
    item: row.item,
    keyId: row.key_id,
    wrappedKey: row.wrapped_key,
    at: row.at,
  }
}
