/**
 * News of what was recorded: which entities changed, for live updates.
 *
 * On a server every process hears of every act through LISTEN and NOTIFY, its own included; on the embedded store there is one
 * process. News names entities whoever may see them: it must be filtered for each reader before it is forwarded, by asking
 * what that reader sees of the entity before and after (LED-18).
 *
 * Rests on: PostgreSQL documentation, NOTIFY (a payload is shorter than 8000 bytes).
 */
import { sql } from 'kysely'
import { z } from 'zod'
import { makeEar } from './ear.ts'
import { type OtherProcesses, otherProcessesBy } from './other-processes.ts'
import type { Session } from './session.ts'

export interface Change {
  /** `*` when anything may have changed, e.g. after the connection was lost */
  readonly entity: string
  readonly kind: string
}
export type ChangeListener = (change: Change) => void

const CHANNEL = 'demarche_recorded'
const ANYTHING: Change = { entity: '*', kind: '*' }
const changesSchema = z.array(z.tuple([z.string(), z.string()]))
/** an entity has at most some 150 characters and a kind few, so this many fit a payload */
const BATCH = 25
/** after so many it is simpler to look at everything again */
const MANY = 5000

export interface ChangeFeed {
  /** Has changes announced when the transaction commits; on the embedded store does nothing. */
  announce(session: Session, changes: Iterable<Change>): Promise<void>
  /** Tells of changes that were committed; on a server does nothing, for the server tells. */
  committed(changes: Iterable<Change>): void
  /** Calls the listener for every change from now on; gives how to stop. */
  listen(listener: ChangeListener): () => void
  /** words to the other processes, on the same connection; null on the embedded store */
  readonly others: OtherProcesses | null
  close(): Promise<void>
}

/** Each entity once. */
export function distinct(changes: Iterable<Change>): Change[] {
  const byKey = new Map<string, Change>()
  for (const { entity, kind } of changes) byKey.set(`${entity} ${kind}`, { entity, kind })
  return byKey.size > MANY ? [ANYTHING] : [...byKey.values()]
}

/** The feed of one process. @param url the server's address, or null for the embedded store */
export function openChangeFeed(url: string | null): ChangeFeed {
  const listeners = new Set<ChangeListener>()
  const tell = (changes: Iterable<Change>): void => {
    for (const change of changes) for (const listener of listeners) listener(change)
  }
  const ear = url === null ? null : makeEar(url)
  ear?.hear({
    channel: CHANNEL,
    heard: (payload) => tell(readNews(payload)),
    // what happened meanwhile was not heard
    opened: (again) => again && tell([ANYTHING]),
  })
  return {
    async announce(session, changes) {
      if (!ear) return
      const all = distinct(changes).map(({ entity, kind }) => [entity, kind])
      for (let start = 0; start < all.length; start += BATCH) {
        const payload = JSON.stringify(all.slice(start, start + BATCH))
        await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(session)
      }
    },
    committed(changes) {
      if (!ear) tell(distinct(changes))
    },
    listen(listener) {
      listeners.add(listener)
      ear?.open()
      return () => listeners.delete(listener)
    },
    others: ear && otherProcessesBy(ear),
    close: async () => ear?.close(),
  }
}

/** Any login of that database can notify: what cannot be read means that anything may have changed. */
function readNews(payload: string): readonly Change[] {
  try {
    const read = changesSchema.safeParse(JSON.parse(payload))
    return read.success ? read.data.map(([entity, kind]) => ({ entity, kind })) : [ANYTHING]
  } catch {
    return [ANYTHING]
  }
}
