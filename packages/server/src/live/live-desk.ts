/**
 * Live updates: tells each open connection what to ask again when something changed that its reader may see.
 *
 * The ledger's news name what was recorded whoever may see it. Of them only entities are passed on that this reader sees
 * differently than before. Connections are looked at on a fixed beat, so that what is hidden does not move when something is
 * told.
 *
 * Rests on: LED-18, NOT-14. Next door: `what-changed.ts` compares, `presence-desk.ts`, `../routes/live/connect.ts`.
 */
import { faultOf, type LiveChange, type LiveKey, refusalOf } from '@demarche/api'
import { inWords } from '@demarche/core'
import type { Store } from '@demarche/store'
import type { SessionDesk } from '../accounts/session-desk.ts'
import { readerOf, type Session } from '../session/session.ts'
import { type Seen, whatChanged } from './what-changed.ts'

/** Where the lines of a connection go. */
export interface LiveLine {
  send(event: 'ready' | 'change' | 'beat', data: LiveChange | null): void
  end(): void
}

export interface LiveDesk {
  /** Opens a connection; gives how to close it. @throws DemarcheError too-many-requests */
  connect(token: string, session: Session, line: LiveLine): Promise<() => void>
  /** Tells these sessions to ask again who else has the entity open. */
  presenceChanged(sessions: Iterable<string>, entity: string): void
  close(): void
}

export interface LiveOptions {
  readonly store: () => Store
  readonly sessions: Pick<SessionDesk, 'find'>
  readonly clock: () => Date
  /** milliseconds between two looks; at most one event in each */
  readonly tickMs?: number
  /** milliseconds between two signs of life, at which the session is asked for as well */
  readonly beatMs?: number
}

/** More tabs than anybody works in; tabs of one browser share a connection where they can. */
const MOST_OF_SESSION = 8
/** the clocks of two server processes differ by less */
const SKEW = 2000

interface Connection {
  readonly token: string
  readonly line: LiveLine
  session: Session
  /** null until it is known */
  version: string | null
  readonly seen: Seen
  readonly news: Set<string>
  readonly presence: Set<string>
  beat: NodeJS.Timeout | undefined
}

export function openLiveDesk({
  store,
  sessions,
  clock,
  tickMs = 300,
  beatMs = 15_000,
}: LiveOptions): LiveDesk {
  const connections = new Set<Connection>()
  let stopListening: (() => void) | undefined
  let tick: NodeJS.Timeout | undefined
  let looking = false

  const end = (connection: Connection): void => {
    clearInterval(connection.beat)
    if (!connections.delete(connection)) return
    connection.line.end()
    if (connections.size > 0) return
    stopListening?.()
    stopListening = undefined
    clearTimeout(tick)
    tick = undefined
  }
  const plan = (): void => {
    if (tick !== undefined || looking) return
    // on a fixed beat: when somebody is told depends on their own changes alone
    tick = setTimeout(() => void lookAtAll(), tickMs - (performance.now() % tickMs))
  }
  const lookAtAll = async (): Promise<void> => {
    tick = undefined
    looking = true
    const waiting = [...connections].filter(({ news, presence }) => news.size + presence.size > 0)
    const next = async (): Promise<void> => {
      for (let one = waiting.pop(); one; one = waiting.pop()) await look(one).catch(() => one && end(one))
    }
    await Promise.all([next(), next(), next(), next()])
    looking = false
    if ([...connections].some(({ news, presence }) => news.size + presence.size > 0)) plan()
  }
  const look = async (connection: Connection): Promise<void> => {
    const news = [...connection.news]
    const presence = [...connection.presence]
    connection.news.clear()
    connection.presence.clear()
    const ledger = store().as(readerOf(connection.session))
    const changed: LiveKey[] = []
    for (const entity of presence) {
      // it may have been closed to this reader while it was open on their screen
      if ((await ledger.statements(entity)).length > 0) changed.push({ presence: entity })
    }
    if (news.length > 0) {
      const version = await ledger.version()
      const isOther = version !== connection.version
      connection.version = version
      if (!news.includes('*')) changed.push(...(await whatChanged(ledger, connection.seen, version, news)))
      else if (isOther) changed.push('everything')
    }
    if (changed.length === 0 || (await sessionMoved(connection))) return
    if (connections.has(connection)) connection.line.send('change', { changed })
  }
  /** True when the connection has ended, or reads as somebody else now, who was told to ask for everything. */
  const sessionMoved = async (connection: Connection): Promise<boolean> => {
    const now = await sessions.find(connection.token)
    if (!now || now.needsSecondFactor) {
      end(connection)
      return true
    }
    const before = JSON.stringify(readerOf(connection.session))
    connection.session = now
    if (JSON.stringify(readerOf(now)) === before) return false
    connection.seen.entities.clear()
    connection.version = await store().as(readerOf(now)).version()
    connection.seen.firstVersion = connection.version
    if (connections.has(connection)) connection.line.send('change', { changed: ['everything'] })
    return true
  }

  return {
    async connect(token, session, line) {
      if ([...connections].filter((one) => one.session.id === session.id).length >= MOST_OF_SESSION) {
        throw refusalOf(
          'too-many-requests',
          faultOf('/', inWords('too-many-windows', { most: MOST_OF_SESSION }), 'NOT-14'),
        )
      }
      const connection: Connection = {
        token,
        line,
        session,
        version: null,
        seen: {
          since: new Date(clock().getTime() - SKEW).toISOString(),
          firstVersion: '',
          entities: new Map(),
        },
        news: new Set(),
        presence: new Set(),
        beat: undefined,
      }
      connections.add(connection)
      stopListening ??= store().onRecorded(({ entity }) => {
        for (const one of connections) one.news.add(entity)
        plan()
      })
      try {
        connection.version = await store().as(readerOf(session)).version()
        connection.seen.firstVersion = connection.version
      } catch (error) {
        connections.delete(connection)
        throw error
      }
      if (!connections.has(connection)) return () => undefined
      line.send('ready', null)
      connection.beat = setInterval(() => {
        sessionMoved(connection).then(
          (moved) => moved || line.send('beat', null),
          () => end(connection),
        )
      }, beatMs)
      return () => end(connection)
    },
    presenceChanged(ids, entity) {
      const told = new Set(ids)
      for (const one of connections) if (told.has(one.session.id)) one.presence.add(entity)
      plan()
    },
    close() {
      for (const connection of connections) end(connection)
    },
  }
}
