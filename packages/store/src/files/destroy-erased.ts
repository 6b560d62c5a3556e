/**
 * What erasure means for files: with the statement that attached one, or with all that was said of its item, its data key goes.
 *
 * Asked after each erasure, and when the ledger is opened, for an erasure that was cut off in between. A file whose
 * statement is not on record at all is left: it may be waiting for it.
 *
 * Rule: docs/rules/evidence.md, EVI-08. Next door: `../ledger/erase.ts`.
 */
import { MARKING_KIND } from '@demarche/core'
import { sql } from 'kysely'
import type { Database } from '../engine/open-database.ts'
import { asKeeper } from '../engine/session.ts'
import type { SealedFiles } from './sealed-file.ts'

/** Destroys the keys of files that erased statements attached, or whose items were erased whole; returns how many. */
export async function destroyErased(database: Database, files: SealedFiles): Promise<number> {
  const kept = await files.list()
  if (kept.length === 0) return 0
  const [erased, items] = await asKeeper(database, async (session) => {
    const gone = await sql<{ id: string }>`
      select id from demarche.statements where erased and id = any(${kept.map(({ statement }) => statement)})`.execute(
      session,
    )
    // of an item of which something was erased and nothing is left
    const without = await sql<{ entity: string }>`
      select entity from demarche.statements where kind <> ${MARKING_KIND}
        and entity = any(${[...new Set(kept.map(({ item }) => item))]})
      group by entity having bool_and(erased)`.execute(session)
    return [new Set(gone.rows.map(({ id }) => id)), new Set(without.rows.map(({ entity }) => entity))]
  })
  const doomed = kept.filter(({ statement, item }) => erased.has(statement) || items.has(item))
  for (const { statement } of doomed) await files.remove(statement)
  return doomed.length
}
