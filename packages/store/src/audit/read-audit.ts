/**
 * Reading the audit log, newest first, page by page; and proving it. The database gives rows to auditors alone.
 *
 * Rule: docs/rules/ledger.md, LED-17. Next door: `audit-log.ts` writes it.
 */
import { sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { nextSeal } from '../ledger/seal.ts'
import { type AuditEntry, auditEntrySchema, NO_AUDIT } from './audit-entry.ts'
import { auditAfter } from './audit-rows.ts'

export interface AuditQuery {
  /** instants, the first included and the last not */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly person?: string | undefined
  readonly verb?: string | undefined
  readonly target?: string | undefined
  readonly outcome?: AuditEntry['outcome'] | undefined
  /** only entries before this position, for the next page */
  readonly before?: number | undefined
  /** 1 to 500; 100 when absent */
  readonly limit?: number | undefined
}

export interface AuditPage {
  /** newest first */
  readonly entries: readonly (AuditEntry & { readonly seq: number })[]
  /** the `before` of the next page; null at the end */
  readonly next: number | null
}

/** The page that the query asks for; empty for whoever is no auditor. */
export async function readAuditPage(session: Session, query: AuditQuery): Promise<AuditPage> {
  const limit = Math.min(Math.max(query.limit ?? 100, 1), 500)
  let rows = session.withSchema('demarche').selectFrom('audit_entries').select(['seq', 'entry'])
  for (const name of ['person', 'verb', 'target', 'outcome'] as const) {
    const value = query[name]
    if (value !== undefined) rows = rows.where(name, '=', value)
  }
  if (query.from !== undefined) rows = rows.where('at', '>=', query.from)
  if (query.to !== undefined) rows = rows.where('at', '<', query.to)
  if (query.before !== undefined) rows = rows.where('seq', '<', query.before)
  const found = await rows
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute()
  const page = found.slice(0, limit)
  return {
    entries: page.map(({ seq, entry }) => ({ seq, ...auditEntrySchema.parse(JSON.parse(entry)) })),
    next: found.length > limit ? (page.at(-1)?.seq ?? null) : null,
  }
}

const PAGE = 5000

/** Walks the chain up to a position; gives the place of the first entry that does not follow, or null. */
export async function firstBrokenEntry(
  ask: <T>(act: (session: Session) => Promise<T>) => Promise<T>,
  end: number,
): Promise<number | null> {
  let { seq, seal } = NO_AUDIT
  while (seq < end) {
    const after = seq
    const page = await ask((session) => auditAfter(session, after, Math.min(PAGE, end - after)))
    if (page.length === 0) return seq + 1
    for (const next of page) {
      if (next.seq !== seq + 1 || next.seal !== nextSeal(seal, next.entry)) return seq + 1
      ;({ seq, seal } = next)
    }
  }
  const { rows } = await ask((session) =>
    sql<{ seq: number }>`
      select seq from demarche.audit_entries where seq <= ${end} and (entry::json->>'at' <> at
        or entry::json->>'person' <> person or entry::json->>'verb' <> verb or entry::json->>'outcome' <> outcome
        or entry::json->>'target' is distinct from target) order by seq limit 1`.execute(session),
  )
  return rows[0]?.seq ?? null
}
