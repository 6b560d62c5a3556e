/**
 * Tells the planner of the embedded engine how much there is of what: the engine has no process of its own that does so, and
 * without figures it reads whole tables where an index would do.
 *
 * A PostgreSQL server does this by itself. Next door: `../store.ts` counts what is added.
 */
import { sql } from 'kysely'
import type { Database } from './open-database.ts'

/** So many new statements may change which way is the shortest. */
const MANY = 1000
const TABLES = ['statements', 'labels', 'case_parts', 'record_parts', 'record_facets'] as const

export interface Statistics {
  /** To be told of every addition, after it is committed. */
  added(statements: number): Promise<void>
}

/** Counts additions and gathers figures anew after many; also at once where none were gathered yet. */
export async function keepStatistics(database: Database): Promise<Statistics> {
  const { rows } = await sql<{ never: boolean }>`
    select reltuples < 0 as never from pg_class where oid = 'demarche.statements'::regclass`.execute(database)
  if (rows[0]?.never) await gather(database)
  let since = 0
  return {
    async added(statements) {
      since += statements
      if (since < MANY) return
      since = 0
      await gather(database)
    },
  }
}

async function gather(database: Database): Promise<void> {
  for (const table of TABLES) await sql`analyze ${sql.table(`demarche.${table}`)}`.execute(database)
}
