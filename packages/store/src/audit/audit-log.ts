/**
 * The audit log: who did, saw or was refused what. It only grows, in a hash chain of its own; auditors alone read it.
 *
 * Takes entries one by one and writes them in groups, so that nobody waits for it. On the embedded store they go to
 * `audit.ndjson` first, which is synced; the database follows, at the latest at the next start. On a server several
 * processes write one chain. An entry names no content: a verb and the id of what it was about.
 *
 * Rule: docs/rules/ledger.md, LED-17. Next door: `audit-file.ts`, `read-audit.ts`.
 */
import { canonicalJson } from '@demarche/core'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../engine/open-database.ts'
import { asKeeper, type Session } from '../engine/session.ts'
import { NO_SEAL, nextSeal } from '../ledger/seal.ts'
import type { AuditFile } from './audit-file.ts'

const text = z.string().min(1).max(300)

export const auditEntrySchema = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
  /** pseudonym of whoever acted; `-` where nobody had signed in */
  person: text,
  party: text,
  role: text,
  /** as in docs/actions, e.g. `case.dossier` */
  verb: text,
  /** id of what it was about */
  target: text.optional(),
  outcome: z.enum(['done', 'refused', 'read']),
  /** the rule that refused it */
  rule: text.optional(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

/** An entry in its place in the chain: `seal` is the SHA-256 of the seal before and the canonical entry. */
export interface SealedEntry {
  readonly seq: number
  readonly entry: string
  readonly seal: string
}

export interface AuditLog {
  /** Takes an entry; resolves when it is safe. Nobody need wait. @throws ZodError when it is none */
  note(entry: AuditEntry): Promise<void>
  /** Writes what was taken so far. */
  flush(): Promise<void>
}

/** Entries that come within this time are written together. */
const GATHER_MS = 40
const CHUNK = 2000

export function openAuditLog(database: Database, file: AuditFile | null): AuditLog {
  let waiting: { entry: string; resolve: () => void; reject: (error: unknown) => void }[] = []
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

async function record(database: Database, file: AuditFile | null, entries: readonly string[]): Promise<void> {
  if (file) {
    const sealed = sealEntries(file.head, entries)
    await file.write(sealed)
    await asKeeper(database, (session) => insertAudit(session, sealed))
    return
  }
  await asKeeper(database, async (session) => {
    await sql`select pg_advisory_xact_lock(1147494259)`.execute(session)
    await insertAudit(session, sealEntries(await auditHead(session), entries))
  })
}

export type AuditHead = Pick<SealedEntry, 'seq' | 'seal'>
export const NO_AUDIT: AuditHead = { seq: 0, seal: NO_SEAL }

/** The entries in their places behind the head. */
export function sealEntries(head: AuditHead, entries: readonly string[]): SealedEntry[] {
  let { seq, seal } = head
  return entries.map((entry) => {
    seq += 1
    seal = nextSeal(seal, entry)
    return { seq, entry, seal }
  })
}

/** How far the log in the database reaches. */
export async function auditHead(session: Session): Promise<AuditHead> {
  const row = await session
    .withSchema('demarche')
    .selectFrom('audit_entries')
    .select(['seq', 'seal'])
    .orderBy('seq', 'desc')
    .limit(1)
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
    await session.withSchema('demarche').insertInto('audit_entries').values(rows).execute()
  }
}
