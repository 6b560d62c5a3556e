/**
 * The one connection on which a server process hears the others, and on which it says what nobody keeps.
 *
 * Opened once somebody wants to hear; come back to when it is lost. What is said or heard on it is no transaction of the ledger.
 *
 * Rests on: PostgreSQL documentation, LISTEN and NOTIFY. Next door: `change-feed.ts`, `other-processes.ts`.
 */
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** What is done with a channel. */
export interface Hearing {
  readonly channel: string
  /** @param isOwn true: this process said it on this connection */
  heard(payload: string, isOwn: boolean): void
  /** It can be heard from now on. @param again true: what was said meanwhile may not have been */
  opened(again: boolean): void
}

export interface Ear {
  /** Has a channel heard; said before it is opened. */
  hear(hearing: Hearing): void
  open(): void
  readonly isOpen: boolean
  /** Said to all that listen, in under 8000 bytes; unsaid while the connection is lost. */
  say(channel: string, payload: string): void
  close(): Promise<void>
}

/** So long closing waits for words under way: a server that is half dead may never take them. */
const PARTING_MS = 2_000

/** @param url the server's address */
export function makeEar(url: string): Ear {
  const hearings: Hearing[] = []
  let client: pg.Client | null = null
  let isOpen = false
  let closed = false
  let retry: NodeJS.Timeout | undefined

  const connect = async (again: boolean): Promise<void> => {
    // words are sent in order, and none waits for the answer to the one before
    const mine = new pg.Client({ connectionString: url, application_name: 'demarche news', pipeline: true })
    client = mine
    const lost = (): void => {
      if (client !== mine) return
      client = null
      isOpen = false
      mine.end().catch(() => undefined)
      if (closed) return
      retry = setTimeout(() => void connect(true), 1000)
      retry.unref()
    }
    let own: number | undefined
    mine.on('error', lost)
    mine.on('end', lost)
    mine.on('notification', ({ channel, payload, processId }) => {
      for (const one of hearings) if (one.channel === channel) one.heard(payload ?? '', processId === own)
    })
    try {
      await mine.connect()
      own = (await mine.query<{ own: number }>('select pg_backend_pid() as own')).rows[0]?.own
      for (const { channel } of hearings) await mine.query(`listen ${channel}`)
      if (client !== mine) return
      isOpen = true
      for (const one of hearings) one.opened(again)
    } catch {
      lost()
    }
  }
  return {
    hear: (hearing) => void hearings.push(hearing),
    open(): void {
      if (!client && !closed && retry === undefined) void connect(false)
    },
    get isOpen() {
      return isOpen
    },
    say(channel, payload) {
      // whoever says it says it again: when the connection is lost, that is told by its end
      if (isOpen) client?.query('select pg_notify($1, $2)', [channel, payload]).catch(() => undefined)
    },
    async close(): Promise<void> {
      closed = true
      isOpen = false
      clearTimeout(retry)
      const last = client
      client = null
      const parted = last?.end().catch(() => undefined)
      await Promise.race([parted, pause(PARTING_MS, undefined, { ref: false })])
    },
  }
}
