/**
 * Sessions: opened, found again by their token, listed, ended, and the role in which they act.
 *
 * The browser holds a random token; only its SHA-256 is kept, so reading the accounts signs nobody in. A session that the
 * library opens gets a token of ours before anybody sees it.
 *
 * Rests on: docs/rules/accounts.md, ACC-05 to ACC-09, ACC-15, ACC-17. Next door: `../session/session-guard.ts`.
 */
import { createHash } from 'node:crypto'
import { inWords, type ReaderRole } from '@demarche/core'
import { faultOf, refusalOf } from '@demarche/api'
import { makeSignature } from 'better-auth/crypto'
import type { Caller, Session, WayIn } from '../session/session.ts'
import { ceilingOf, type PersonRow, rolesOf, type SessionRow } from './account-tables.ts'
import type { AuthLibrary } from './auth-library.ts'
import type { EventLog } from './event-log.ts'

const WAYS: readonly WayIn[] = ['link', 'password', 'passkey', 'single-sign-on']
/** More browsers than one person has; the oldest session gives way. */
const MOST_SESSIONS = 50
/** Milliseconds: not every request is written down. */
const NOTED_AFTER = 60_000

export interface Opened {
  /** for the cookie of the browser, and nowhere else */
  readonly token: string
  readonly session: Session
}

/** One line of the list of sessions. */
export interface ListedSession {
  readonly id: string
  readonly startedAt: string
  readonly expiresAt: string
  readonly role: ReaderRole
  readonly way: WayIn
  readonly address: string
  readonly browser: string
}

export interface SessionDesk {
  /** Opens a session for that person. @throws DemarcheError sign-in-refused for a closed account */
  open(person: string, caller: Caller, way: WayIn, role?: ReaderRole): Promise<Opened>
  /** Takes over a session that the library has just opened; `before` is the session it replaces. */
  adopt(libraryToken: string, caller: Caller, way: WayIn, before?: Session): Promise<Opened>
  /**
   * The session of a token, or null when there is none, it has expired or was idle too long, or its person may not act here any more.
   * @param isActive true: its person does something, and the time of idling begins anew
   */
  find(token: string, isActive?: boolean): Promise<Session | null>
  /** The sessions of these names by which somebody may act now; of any other name nothing. */
  named(ids: readonly string[]): Promise<readonly Session[]>
  /** Lets the session act in another role of its person. @throws DemarcheError not-allowed */
  actAs(session: Session, role: ReaderRole): Promise<Session>
  list(person: string): Promise<readonly ListedSession[]>
  /** Ends one session of that person; false when there is none. */
  end(person: string, session: string): Promise<boolean>
  /** Ends all sessions of that person. */
  endAll(person: string): Promise<void>
  /** Ends all sessions of that session's person but itself. */
  endOthers(session: Session): Promise<void>
  /** @throws DemarcheError not-signed-in, when it has ended meanwhile */
  openedAt(session: Session): Promise<Date>
  /** Gives the session a new token and ends all others of its person; it runs out when it would have. */
  rotate(session: Session, caller: Caller, way?: WayIn): Promise<Opened>
  /** What the library needs to act for that session. */
  headersFor(session: Session): Promise<Headers>
}

export interface SessionDeskOptions {
  readonly library: AuthLibrary
  readonly events: EventLog
  readonly randomToken: () => string
  readonly clock: () => Date
  readonly idleMinutes: number
  /** true: who signs in with a password must have a second factor */
  readonly secondFactorRequired: boolean
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export function openSessionDesk(options: SessionDeskOptions): SessionDesk {
  const { library, events, randomToken, clock, idleMinutes, secondFactorRequired } = options
  const { adapter, internalAdapter } = library

  const asSession = (row: SessionRow, person: PersonRow): Session | null => {
    const roles = rolesOf(person)
    const role = roles.find((one) => one === row.role) ?? roles[0]
    if (role === undefined || person.closedAt || row.expiresAt <= clock()) return null
    const way = wayOf(row)
    return {
      id: row.id,
      person: person.id,
      name: person.name,
      party: person.party,
      role,
      roles,
      ceiling: ceilingOf(person),
      way,
      needsSecondFactor: secondFactorRequired && way === 'password' && !person.twoFactorEnabled,
      expiresAt: row.expiresAt.toISOString(),
    }
  }
  /**
   * Nobody did anything for too long. Whoever came in by the link of the start and has no other way in stays: each way back is a
   * start of the server (ACC-15).
   */
  const isIdle = async (row: SessionRow): Promise<boolean> =>
    idleFor(row) > idleMinutes * 60_000 &&
    !(wayOf(row) === 'link' && !(await library.find.hasWayIn(row.userId)))
  const idleFor = ({ activeAt, createdAt }: SessionRow): number =>
    clock().getTime() - (activeAt ?? createdAt).getTime()
  const rowsOf = (person: string): Promise<SessionRow[]> =>
    adapter.findMany<SessionRow>({
      model: 'session',
      where: [{ field: 'userId', value: person }],
      sortBy: { field: 'createdAt', direction: 'desc' },
      limit: 500,
    })
  const rowOf = async ({ id }: Session): Promise<SessionRow> => {
    const row = await adapter.findOne<SessionRow>({ model: 'session', where: [{ field: 'id', value: id }] })
    if (!row) throw refusalOf('not-signed-in', faultOf('/', inWords('session-ended')))
    return row
  }
  /** A password alone where its person has a passkey for the second factor: it must not come near the passkeys (ACC-17). */
  const lacksPasskey = async ({ needsSecondFactor, person }: Session): Promise<boolean> =>
    needsSecondFactor && (await library.find.passkeys(person)).length > 0
  const keep = async (row: SessionRow, token: string): Promise<Opened> => {
    const person = await library.find.person(row.userId)
    const session = person && asSession(row, person)
    if (!session) {
      await internalAdapter.deleteSession(row.token)
      throw refusalOf('sign-in-refused', faultOf('/', inWords('account-closed')))
    }
    if (await lacksPasskey(session)) {
      await internalAdapter.deleteSession(row.token)
      throw refusalOf('second-factor-needed', faultOf('/', inWords('factor-is-passkey'), 'ACC-17'))
    }
    for (const old of (await rowsOf(row.userId)).slice(MOST_SESSIONS)) {
      await internalAdapter.deleteSession(old.token)
    }
    return { token, session }
  }

  return {
    async open(person, { address, browser }, way, role) {
      const token = randomToken()
      const said = {
        token: hashOf(token),
        ipAddress: address,
        userAgent: browser,
        way,
        activeAt: clock(),
        ...(role && { role }),
      }
      const row: SessionRow = await internalAdapter.createSession(person, false, said, true)
      const opened = await keep(row, token)
      await events.record('signed-in', { person, detail: way })
      return opened
    },
    async adopt(libraryToken, { address, browser }, way, before) {
      const token = randomToken()
      const said = {
        token: hashOf(token),
        ipAddress: address,
        userAgent: browser,
        way,
        activeAt: clock(),
        ...(before && { role: before.role }),
      }
      const row: SessionRow | null = await internalAdapter.updateSession(libraryToken, said)
      if (!row) throw refusalOf('not-signed-in', faultOf('/', inWords('session-ended')))
      const opened = await keep(row, token)
      if (!before) await events.record('signed-in', { person: row.userId, detail: way })
      return opened
    },
    async find(token, isActive = false) {
      const row = await library.find.session(hashOf(token))
      const session = row?.user ? asSession(row, row.user) : null
      if (!row || !session) return null
      if ((await lacksPasskey(session)) || (await isIdle(row))) {
        await internalAdapter.deleteSession(row.token)
        return null
      }
      if (isActive && idleFor(row) >= NOTED_AFTER) await library.noteActivity(row.id, clock())
      return session
    },
    async named(ids) {
      const sessions: Session[] = []
      for (const row of ids.length > 0 ? await library.find.sessionsNamed(ids) : []) {
        const session = row.user ? asSession(row, row.user) : null
        if (session && !session.needsSecondFactor && !(await isIdle(row))) sessions.push(session)
      }
      return sessions
    },
    async actAs(session, role) {
      if (!session.roles.includes(role)) {
        throw refusalOf('not-allowed', faultOf('/role', inWords('role-not-held', { role }), 'ACC-05'))
      }
      await adapter.update({
        model: 'session',
        where: [{ field: 'id', value: session.id }],
        update: { role },
      })
      await events.record('acted-as', { person: session.person, detail: role })
      return { ...session, role }
    },
    async list(person) {
      const row = await library.find.person(person)
      const roles = row ? rolesOf(row) : []
      const open: SessionRow[] = []
      for (const one of await rowsOf(person)) if (!(await isIdle(one))) open.push(one)
      return open.flatMap((one): ListedSession[] => {
        const role = roles.find((held) => held === one.role) ?? roles[0]
        if (role === undefined || one.expiresAt <= clock()) return []
        return [
          {
            id: one.id,
            startedAt: one.createdAt.toISOString(),
            expiresAt: one.expiresAt.toISOString(),
            role,
            way: wayOf(one),
            address: one.ipAddress ?? '',
            browser: one.userAgent ?? '',
          },
        ]
      })
    },
    async end(person, session) {
      const row = (await rowsOf(person)).find(({ id }) => id === session)
      if (!row) return false
      await internalAdapter.deleteSession(row.token)
      return true
    },
    async endOthers({ id, person }) {
      for (const row of await rowsOf(person))
        if (row.id !== id) await internalAdapter.deleteSession(row.token)
    },
    endAll: (person) => internalAdapter.deleteUserSessions(person),
    openedAt: async (session) => (await rowOf(session)).createdAt,
    async rotate(session, caller, way = session.way) {
      const opened = await this.adopt((await rowOf(session)).token, caller, way, session)
      await this.endOthers(opened.session)
      return opened
    },
    async headersFor(session) {
      const row = await rowOf(session)
      const value = `${row.token}.${await makeSignature(row.token, library.secret)}`
      return new Headers({ cookie: `${library.authCookies.sessionToken.name}=${encodeURIComponent(value)}` })
    },
  }
}

function wayOf(row: SessionRow): WayIn {
  return WAYS.find((way) => way === row.way) ?? 'link'
}
