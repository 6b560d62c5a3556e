/**
 * A real store that can be emptied again, for tests that look at many worlds: opening one for each would take seconds.
 *
 * The ledger itself never forgets, and the everyday login could not make it: here its owner switches the triggers off that
 * forbid it. There is no journal, as on a server. The audit log is kept.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '@demarche/store'
import { sql } from 'kysely'
import { openChangeFeed } from '../../../store/src/engine/change-feed.ts'
import { type Database, embeddedDatabase } from '../../../store/src/engine/open-database.ts'
import { migrate } from '../../../store/src/schema/migrations.ts'
import { makeStore } from '../../../store/src/store.ts'

export interface StoreToEmpty {
  readonly store: Store
  /** its owner's way in, beside all readers: row security does not bind it */
  readonly database: Database
  empty(): Promise<void>
}

/** Opens one in a temporary folder, which goes when the store is closed. */
export async function openStoreToEmpty(clock: () => Date): Promise<StoreToEmpty> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-worlds-'))
  const database = embeddedDatabase(join(folder, 'database'))
  await migrate(database)
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema = 'demarche' and table_type = 'BASE TABLE' and table_name not like 'audit%'
      and table_name not like '%migration%'`.execute(database)
  const tables = rows.map(({ name }) => name).join(', ')
  return {
    database,
    store: makeStore({
      database,
      journal: null,
      auditFile: null,
      feed: openChangeFeed(null),
      engine: 'pglite',
      clock,
      release: async () => {
        await database.destroy()
        rmSync(folder, { recursive: true, force: true })
      },
    }),
    async empty() {
      await database.transaction().execute(async (session) => {
        await sql`select set_config('session_replication_role', 'replica', true)`.execute(session)
        await sql`truncate ${sql.raw(tables)}`.execute(session)
      })
    },
  }
}
