/**
 * Makes the parts of one case under some labels anew, when a statement moved from one label to another.
 *
 * Runs as the reader who moved it, who sees all that stands under both. Next door: `record-parts.ts`.
 */
import { sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { readStatements, recordedRows } from '../ledger/read-statements.ts'
import { recordParts } from './record-parts.ts'

export async function refreshParts(
  session: Session,
  entity: string,
  kind: string,
  markingKeys: readonly string[],
): Promise<void> {
  if (kind !== 'case') return
  const under = sql<string>`any(${markingKeys})`
  await session
    .withSchema('demarche')
    .deleteFrom('case_parts')
    .where('entity', '=', entity)
    .where('marking_key', '=', under)
    .execute()
  const rows = await recordedRows(session)
    .where('entity', '=', entity)
    .where('marking_key', '=', under)
    .execute()
  await recordParts(session, readStatements(rows))
}
