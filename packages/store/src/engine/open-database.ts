/**
 * Opens the database that the ledger lives in: embedded in a folder, or a PostgreSQL server.
 *
 * Next door: `session.ts` is the only way to run a query, `../schema/migrations.ts` lays out the tables.
 */
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from '../schema/tables.ts'
import { openEmbeddedDatabase } from './embedded-database.ts'
import { nameRepeated } from './repeated-statements.ts'
import { sendTogether } from './send-together.ts'

export type Engine = 'pglite' | 'postgres'
export type Database = Kysely<Tables>

// counts fit a JavaScript number; the driver would give text
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** The embedded database of that folder, in a thread of its own. */
export function embeddedDatabase(directory: string): Database {
  return new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: () => openEmbeddedDatabase(directory) }) })
}

/**
 * The database at that address, `postgres://user:password@host/name`.
 * @param connections at most; who asks while all are taken waits
 */
export function serverDatabase(url: string, connections = 8): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'demarche',
    pipeline: true,
  })
  // an idle connection that breaks is replaced by the pool; the next query reports what is wrong
  pool.on('error', () => undefined)
  const nameOf = nameRepeated()
  pool.on('connect', (client) => sendTogether(client, nameOf))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
