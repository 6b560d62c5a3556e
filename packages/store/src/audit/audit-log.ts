/**
 * The audit log: who did, saw or was refused what. It only grows, in a hash chain of its own; auditors alone read it.
 *
 * Takes entries one by one and writes them in groups, so that nobody waits for it. On the embedded store they go to
 * `audit.ndjson` first, which is synced; the database follows, at the latest at the next start. On a server several
 * processes write one chain. An entry names no content: a verb and the id of what it was about.
 *
 * Rule: docs/rules/ledger.md, LED-17. Next door: `audit-entry.ts`, `audit-file.ts`, `audit-rows.ts`; `read-audit.ts` reads it.
 */
import { canonicalJson } from '@demarche/core'
import { sql } from 'kysely'
import type { Database } from '../engine/open-database.ts'
import { asKeeper } from '../engine/session.ts'
import { type AuditEntry, auditEntrySchema, type SealedEntry, sealEntries } from './audit-entry.ts'
import type { AuditFile } from './audit-file.ts'
import { auditHead, insertAudit } from './audit-rows.ts'

export interface AuditLog {
  /** Takes an entry; resolves when it is safe. Nobody need wait. @throws ZodError when it is none */
  note(entry: AuditEntry): Promise<void>
  /** Writes what was taken so far. */
  flush(): Promise<void>
}

/** Entries that come within this time are written together. */
const GATHER_MS = 40

export function openAuditLog(database: Database, file: AuditFile | null): AuditLog {
  let waiting: { entry: string; resolve: () => void; reject: (error: unknown) => void }[] = []
  const pending: SealedEntry[] = []
  let turn: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  const write = async (): Promise<void> => {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    try {
      await record(
        database,
        file,
        group.map(({ entry }) => entry),
        pending,
      )
      for (const { resolve } of group) resolve()
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    turn = turn.then(write)
    return turn
  }
  return {
    note(given) {
      const entry = canonicalJson(auditEntrySchema.parse(given))
      const noted = new Promise<void>((resolve, reject) => {
        waiting.push({ entry, resolve, reject })
      })
      // whoever does not wait must not end the process
      noted.catch(() => undefined)
      timer ??= setTimeout(() => void flush(), GATHER_MS)
      return noted
    },
    flush,
  }
}

/** @param pending what the file has and the database refused before: without it the chain there would have a hole */
async function record(
  database: Database,
  file: AuditFile | null,
  entries: readonly string[],
  pending: SealedEntry[],
): Promise<void> {
  if (file) {
    const sealed = sealEntries(file.head, entries)
    await file.write(sealed)
    pending.push(...sealed)
    await asKeeper(database, (session) => insertAudit(session, pending))
    pending.length = 0
    return
  }
  await asKeeper(database, async (session) => {
    await sql`select pg_advisory_xact_lock(1147494259)`.execute(session)
    await insertAudit(session, sealEntries(await auditHead(session), entries))
  })
}
