/**
 * All that is derived from the ledger for lists and search, kept in step with it: cases and records of the portfolio.
 *
 * A projection can always be thrown away and made anew. Next door: `../cases/record-parts.ts`,
 * `../portfolio/keep-record-parts.ts`.
 */
import type { Statement } from '@demarche/core'
import { sql } from 'kysely'
import { rebuildParts, recordParts } from '../cases/record-parts.ts'
import { refreshParts } from '../cases/refresh-parts.ts'
import { type Session, takeWriterLock } from '../engine/session.ts'
import { forgetRecordParts, recordRecordParts } from '../portfolio/keep-record-parts.ts'
import { ELSEWHERE, hasFacets } from '../portfolio/record-part.ts'
import { readStatements, recordedRows } from './read-statements.ts'

const CHUNK = 2000

/** Brings everything in step that these statements touch; to be called after they are recorded. */
export async function project(session: Session, added: readonly Statement[]): Promise<void> {
  await recordParts(session, added)
  await recordRecordParts(session, added)
}

/** Makes everything about these entities anew from the ledger; as the keeper. */
export async function projectAnew(session: Session, entities: readonly string[]): Promise<void> {
  await rebuildParts(session, entities)
  await forgetRecordParts(session, entities)
  const rows = await recordedRows(session)
    .where('entity', '=', sql<string>`any(${entities})`)
    .execute()
  await recordRecordParts(session, readStatements(rows))
}

/** Makes everything about one entity under some labels anew, when a statement moved from one to another; as who moved it. */
export async function projectUnder(
  session: Session,
  entity: string,
  kind: string,
  markingKeys: readonly string[],
): Promise<void> {
  await refreshParts(session, entity, kind, markingKeys)
  if (!hasFacets(kind)) return
  await forgetRecordParts(session, [entity], markingKeys)
  const rows = await recordedRows(session)
    .where('entity', '=', entity)
    .where('marking_key', '=', sql<string>`any(${markingKeys})`)
    .execute()
  await recordRecordParts(session, readStatements(rows))
}

/**
 * Whether the records of the portfolio have their rows. A step of the layout takes them away, and whoever was cut off before they
 * were made anew has none.
 */
export async function isProjected(session: Session): Promise<boolean> {
  const { rows } = await sql<{ projected: boolean }>`
    select exists (select from demarche.record_parts) or not exists (
      select from demarche.statements where not erased and kind <> all(${ELSEWHERE})) as projected`.execute(
    session,
  )
  return rows[0]?.projected ?? false
}

/** Makes everything anew; returns how many entities there are. */
export async function projectAll(session: Session): Promise<number> {
  await takeWriterLock(session)
  for (const table of ['case_parts', 'record_parts', 'record_facets'])
    await sql`delete from ${sql.table(`demarche.${table}`)}`.execute(session)
  const { rows } = await sql<{ entity: string }>`
    select distinct entity from demarche.statements where not erased order by entity`.execute(session)
  for (let start = 0; start < rows.length; start += CHUNK) {
    await projectAnew(
      session,
      rows.slice(start, start + CHUNK).map(({ entity }) => entity),
    )
  }
  return rows.length
}
