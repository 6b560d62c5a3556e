/**
 * Tells the planner of the embedded engine how much there is of what, and the indexes of the records of the portfolio which rows
 * stand for all readers: the engine has no process of its own that does so. Without figures it reads whole tables where an index
 * would do, and without the other it goes from the index to each row.
 *
 * A PostgreSQL server does this by itself. Next door: `../store.ts` counts what is added.
 */
import { sql } from 'kysely'
import type { Database } from './open-database.ts'

/** So many new statements may change which way is the shortest. */
const MANY = 1000
const TABLES = ['statements', 'labels', 'case_parts'] as const
/** read from their indexes alone */
const INDEXED = ['record_parts', 'record_facets'] as const

export interface Statistics {
  /** To be told of every addition, after it is committed. */
  added(statements: number): Promise<void>
}

/** Counts additions and gathers figures anew after many; also at once where none were gathered yet. */
export async function keepStatistics(database: Database): Promise<Statistics> {
  const { rows } = await sql<{ never: boolean }>`
    select bool_or(reltuples < 0) as never from pg_class
    where oid in ('demarche.statements'::regclass, 'demarche.record_facets'::regclass)`.execute(database)
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
  for (const table of INDEXED) await sql`vacuum (analyze) ${sql.table(`demarche.${table}`)}`.execute(database)
}
