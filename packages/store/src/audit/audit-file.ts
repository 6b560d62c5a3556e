/**
 * The file of the audit log on the embedded store: one entry a line with its seal, synced before it counts.
 *
 * A last line that was cut off in mid-write is dropped; a line whose seal does not follow stops the start.
 *
 * Rule: docs/rules/ledger.md, LED-17. Next door: `audit-log.ts`.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Database } from '../engine/open-database.ts'
import { asKeeper } from '../engine/session.ts'
import { linesOf, JournalDamagedError } from '../journal/read-journal.ts'
import { nextSeal } from '../ledger/seal.ts'
import { type AuditHead, NO_AUDIT, type SealedEntry } from './audit-entry.ts'
import { auditAfter, auditHead, insertAudit } from './audit-rows.ts'

export interface AuditFile {
  readonly head: AuditHead
  /** Writes and syncs entries that follow the head. */
  write(sealed: readonly SealedEntry[]): Promise<void>
  /** Every entry from the first. @throws JournalDamagedError */
  entries(): AsyncGenerator<SealedEntry>
  close(): Promise<void>
}

const PAGE = 5000

const lineSchema = z.strictObject({ audit: z.string(), seal: z.string() })

export function formatAudit({ entry, seal }: SealedEntry): string {
  return `${JSON.stringify({ audit: entry, seal })}\n`
}

/** The entry in a line and its seal, or null when the line is none. */
export function parseAudit(line: string): Pick<SealedEntry, 'entry' | 'seal'> | null {
  try {
    const { audit, seal } = lineSchema.parse(JSON.parse(line))
    return { entry: audit, seal }
  } catch {
    return null
  }
}

/** Opens `audit.ndjson` in that folder, creating it if need be. @throws JournalDamagedError naming file and line */
export async function openAuditFile(directory: string): Promise<AuditFile> {
  const path = join(directory, 'audit.ndjson')
  const file = await open(path, 'a+', 0o600)
  try {
    await dropTornLine(file)
    let head = NO_AUDIT
    let { size: end } = await file.stat()
    for await (const { seq, seal } of readAudit(path)) head = { seq, seal }
    return {
      get head() {
        return head
      },
      async write(sealed) {
        const last = sealed.at(-1)
        if (!last) return
        const bytes = Buffer.from(sealed.map(formatAudit).join(''))
        try {
          await file.appendFile(bytes)
          await file.datasync()
        } catch (error) {
          // half a line, say on a full disk, would spoil the next one
          await file.truncate(end)
          throw error
        }
        end += bytes.length
        head = { seq: last.seq, seal: last.seal }
      },
      entries: () => readAudit(path),
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function dropTornLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat()
  const window = Math.min(size, 64 * 1024)
  const tail = Buffer.alloc(window)
  await file.read(tail, 0, window, size - window)
  await file.truncate(size - window + tail.lastIndexOf(10) + 1)
}

async function* readAudit(path: string): AsyncGenerator<SealedEntry> {
  let { seq, seal } = NO_AUDIT
  for await (const line of linesOf(path)) {
    seq += 1
    const read = parseAudit(line)
    if (!read || read.seal !== nextSeal(seal, read.entry)) {
      throw new JournalDamagedError(`${path}:${seq}`, 'the line does not follow from the one before')
    }
    ;({ seal } = read)
    yield { seq, ...read }
  }
}

/** Adds to the database what the file has beyond it; false when the two disagree and the database must be made anew. */
export async function catchUpAudit(database: Database, file: AuditFile): Promise<boolean> {
  const head = await asKeeper(database, auditHead)
  if (head.seq > file.head.seq) {
    // the file lost its end, say to a copy that was too old: the database gives it back
    const known = await asKeeper(database, (session) => auditAfter(session, file.head.seq - 1, 1))
    if (file.head.seq > 0 && known[0]?.seal !== file.head.seal) return false
    for (let { seq } = file.head; seq < head.seq; { seq } = file.head) {
      await file.write(await asKeeper(database, (session) => auditAfter(session, seq, PAGE)))
    }
    return true
  }
  if (head.seq === file.head.seq) return head.seal === file.head.seal
  const missing: SealedEntry[] = []
  for await (const sealed of file.entries()) {
    if (sealed.seq === head.seq && sealed.seal !== head.seal) return false
    if (sealed.seq > head.seq) missing.push(sealed)
  }
  await asKeeper(database, (session) => insertAudit(session, missing))
  return true
}
