/**
 * Reading the audit log for an auditor: filtered pages, newest first, and the whole of an interval, oldest first.
 *
 * The store filters by all but party and routine, and gives the newest first. Here pages are put together until enough fits, and
 * an interval is walked in windows of positions, so that no export holds more than one window in memory.
 *
 * Next door: `../routes/audit/*`; the database gives rows to auditors alone (LED-17).
 */
import type { AuditEntry, AuditPage, AuditQuery, LedgerReader } from '@demarche/store'
import { isRoutine } from './verb-names.ts'

export type LogEntry = AuditPage['entries'][number]
export type LogFilter = Omit<AuditQuery, 'before' | 'limit'> & {
  readonly party?: string | undefined
  readonly routine?: 'hidden' | undefined
}

type Log = Pick<LedgerReader, 'audit'>

const WINDOW = 500
/** Windows that one page may look through before it answers with what it found, and where to go on. */
const MOST_WINDOWS = 20
/** Several processes write one log, and their clocks differ by less than this. */
const CLOCKS_DIFFER_MS = 60_000

/** A page, newest first; it may be short and still have a next one. */
export async function readPage(
  log: Log,
  { party, routine, ...filter }: LogFilter,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<AuditPage> {
  if (party === undefined && routine === undefined) return log.audit({ ...filter, before, limit })
  const entries: LogEntry[] = []
  let next = before ?? null
  for (let window = 0; window < MOST_WINDOWS; window += 1) {
    const page = await log.audit({ ...filter, before: next ?? undefined, limit: WINDOW })
    for (const entry of page.entries) {
      if (!fits(entry, { party, routine })) continue
      entries.push(entry)
      if (entries.length === limit) {
        const isLast = entry.seq === page.entries.at(-1)?.seq && page.next === null
        return { entries, next: isLast ? null : entry.seq }
      }
    }
    next = page.next
    if (next === null) return { entries, next }
  }
  return { entries, next }
}

/** Everything that fits, oldest first. What is noted after the walk began is not in it. */
export async function* readAll(log: Log, filter: LogFilter): AsyncGenerator<LogEntry> {
  const { from, to } = filter
  const end = await lastBefore(log, to)
  const start =
    from === undefined
      ? 0
      : await lastBefore(log, new Date(Date.parse(from) - CLOCKS_DIFFER_MS).toISOString())
  for (let low = start; low < end; low += WINDOW) {
    const high = Math.min(low + WINDOW, end)
    const { entries } = await log.audit({ before: high + 1, limit: high - low })
    for (const entry of entries.toReversed()) if (fits(entry, filter)) yield entry
  }
}

async function lastBefore(log: Log, to: string | undefined): Promise<number> {
  const { entries } = await log.audit({ to, limit: 1 })
  return entries[0]?.seq ?? 0
}

function fits(
  entry: AuditEntry,
  { from, to, person, party, verb, target, outcome, routine }: LogFilter,
): boolean {
  return (
    !(routine === 'hidden' && isRoutine(entry)) &&
    (from === undefined || entry.at >= from) &&
    (to === undefined || entry.at < to) &&
    (person === undefined || entry.person === person) &&
    (party === undefined || entry.party === party) &&
    (verb === undefined || entry.verb === verb) &&
    (target === undefined || entry.target === target) &&
    (outcome === undefined || entry.outcome === outcome)
  )
}
