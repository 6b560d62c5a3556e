/**
 * Which files go: with an erasure the data key is destroyed, and a file whose statement never came on record is nobody's.
 *
 * Asked when the ledger is opened, after each erasure, and when attaching one failed. A file and its statement come
 * together (`attach-file.ts`), in a transaction of one process or another: a file that was there before the statements were
 * asked for has its statement among them, or has none.
 *
 * Rules: docs/rules/evidence.md, EVI-08 and EVI-10. Next door: `../ledger/erase.ts`.
 */
import { MARKING_KIND } from '@demarche/core'
import { sql } from 'kysely'
import type { Database } from '../engine/open-database.ts'
import { asKeeper } from '../engine/session.ts'
import type { SealedFiles } from './sealed-file.ts'

/**
 * Takes away the files that erased statements attached, or whose items were erased whole, and those of no statement.
 * @returns how many
 */
export async function clearFiles(database: Database, files: SealedFiles): Promise<number> {
  // the order matters: files first, then what is on record
  const kept = await files.list()
  if (kept.length === 0) return 0
  const [standing, items] = await asKeeper(database, async (session) => {
    const known = await sql<{ id: string }>`
      select id from demarche.statements where not erased and id = any(${kept.map(({ statement }) => statement)})`.execute(
      session,
    )
    // of an item of which something was erased and nothing is left
    const without = await sql<{ entity: string }>`
      select entity from demarche.statements where kind <> ${MARKING_KIND}
        and entity = any(${[...new Set(kept.map(({ item }) => item))]})
      group by entity having bool_and(erased)`.execute(session)
    return [new Set(known.rows.map(({ id }) => id)), new Set(without.rows.map(({ entity }) => entity))]
  })
  const doomed = kept.filter(({ statement, item }) => !standing.has(statement) || items.has(item))
  for (const { statement } of doomed) await files.remove(statement)
  return doomed.length
}
