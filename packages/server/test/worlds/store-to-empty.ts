/**
 * A real store in memory that can be emptied again, for tests that look at many worlds: opening one for each would take
 * seconds.
 *
 * The ledger itself never forgets, and the everyday login could not make it: here its owner switches the triggers off that
 * forbid it. There is no journal, as on a server. The audit log is kept.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '@demarche/store'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { openChangeFeed } from '../../../store/src/engine/change-feed.ts'
import type { Database } from '../../../store/src/engine/open-database.ts'
import { startEngine } from '../../../store/src/engine/start-engine.ts'
import { fileTable } from '../../../store/src/files/file-table.ts'
import type { Tables } from '../../../store/src/schema/tables.ts'
import { makeStore } from '../../../store/src/store.ts'
import { copyPrepared } from '../prepared-records.ts'

export interface StoreToEmpty {
  readonly store: Store
  /** its owner's way in, beside all readers: row security does not bind it */
  readonly database: Database
  empty(): Promise<void>
}

/** deleted rows leave their room taken; so often the tables are made anew, which takes longer */
const EMPTIED_PER_TRUNCATION = 25

let template: Promise<File | Blob> | undefined

const over = (pglite: Awaited<ReturnType<typeof startEngine>>): Database =>
  new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })

/** A ledger as a desk has it that was started once, to be copied: its records are there, and go when it is emptied. */
async function startedLedger(): Promise<File | Blob> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-worlds-'))
  try {
    await copyPrepared(folder, 'all')
    const engine = await startEngine({ dataDir: join(folder, 'database') })
    const copy = await engine.dumpDataDir('none')
    await engine.close()
    return copy
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Opens one, in this thread: a question to a thread of its own would take longer than its answer. */
export async function openStoreToEmpty(clock: () => Date): Promise<StoreToEmpty> {
  template ??= startedLedger()
  const database = over(await startEngine({ loadDataDir: await template }))
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema = 'demarche' and table_type = 'BASE TABLE' and table_name not like 'audit%'
      and table_name not like '%migration%'`.execute(database)
  const names = rows.map(({ name }) => name)
  let emptied = 0
  return {
    database,
    store: makeStore({
      database,
      files: fileTable(database),
      journal: null,
      auditFile: null,
      feed: openChangeFeed(null),
      engine: 'pglite',
      clock,
      release: () => database.destroy(),
    }),
    async empty() {
      await database.transaction().execute(async (session) => {
        await sql`select set_config('session_replication_role', 'replica', true)`.execute(session)
        if (emptied % EMPTIED_PER_TRUNCATION === 0)
          await sql`truncate ${sql.raw(names.join(', '))}`.execute(session)
        else for (const name of names) await sql`delete from ${sql.raw(name)}`.execute(session)
        emptied += 1
      })
    },
  }
}
