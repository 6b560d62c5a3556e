/**
 * The audit log in the database: how far it reaches, its rows in their places.
 *
 * Rule: docs/rules/ledger.md, LED-17. Next door: `audit-file.ts` is the record of it on the embedded store.
 */
import { sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { type AuditHead, auditEntrySchema, NO_AUDIT, type SealedEntry } from './audit-entry.ts'

const CHUNK = 2000

/** How far the log in the database reaches. */
export async function auditHead(session: Session): Promise<AuditHead> {
  const row = await session
    .withSchema('demarche')
    .selectFrom('audit_entries')
    .select(['seq', 'seal'])
    .orderBy('seq', 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst()
  return row ?? NO_AUDIT
}

/** Adds entries in their places. */
export async function insertAudit(session: Session, sealed: readonly SealedEntry[]): Promise<void> {
  for (let start = 0; start < sealed.length; start += CHUNK) {
    const rows = sealed.slice(start, start + CHUNK).map(({ seq, entry, seal }) => {
      const { at, person, verb, target, outcome } = auditEntrySchema.parse(JSON.parse(entry))
      return { seq, at, person, verb, target: target ?? null, outcome, entry, seal }
    })
    // one text of SQL, however many there are: it is prepared once
    await sql`
      insert into demarche.audit_entries (seq, at, person, verb, target, outcome, entry, seal)
      select seq, at, person, verb, target, outcome, entry, seal
      from json_populate_recordset(null::demarche.audit_entries, ${JSON.stringify(rows)}::json)`.execute(
      session,
    )
  }
}

/** Entries behind a position, oldest first; as the keeper. */
export async function auditAfter(session: Session, seq: number, limit: number): Promise<SealedEntry[]> {
  return session
    .withSchema('demarche')
    .selectFrom('audit_entries')
    .select(['seq', 'entry', 'seal'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute()
}
