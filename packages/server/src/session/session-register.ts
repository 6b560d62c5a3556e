/**
 * Who is signed in: one-time links, and the sessions they are exchanged for.
 *
 * A link carries a random token that works once, within a day; a session lasts for days and survives a restart. Neither
 * token is kept: the register, and the file behind it, hold only their SHA-256, so reading the file signs nobody in.
 *
 * In: a clock, a source of random tokens, and the file (readable by its owner alone); out: who asks.
 * Next door: `session-guard.ts` puts it in front of every route.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const DAY = 86_400_000
const LINK_LIFETIME = DAY
/** More browsers than one desk has; the oldest session gives way. */
const MOST_SESSIONS = 200

/** Everybody who signs in is this person, until there are accounts. */
export const DESK_OFFICER = 'desk-officer'

const sessionSchema = z.strictObject({
  hash: z.string(),
  party: z.string(),
  person: z.string(),
  role: z.string(),
  expiresAt: z.iso.datetime(),
})
const fileSchema = z.strictObject({ sessions: z.array(sessionSchema) })
type StoredSession = z.infer<typeof sessionSchema>

/** Somebody who is signed in. */
export interface Session {
  readonly party: string
  /** who is signed in; one person a desk until there are accounts */
  readonly person: string
  readonly role: string
  readonly expiresAt: string
}

export interface SessionRegister {
  /** Makes a one-time token; a later one does not replace an earlier one. */
  invite(): string
  /** Exchanges a one-time token for a session token, or null when it is unknown, used or too old. */
  signIn(token: string): { readonly token: string; readonly session: Session } | null
  /** The session of a session token, or null. */
  find(token: string): Session | null
  /** Ends the session of that token; nothing happens when there is none. */
  signOut(token: string): void
}

export interface SessionOptions {
  readonly party: string
  readonly days: number
  /** the present instant */
  readonly clock: () => Date
  /** an unguessable text, at least 128 bits, fit for an address */
  readonly randomToken: () => string
  /** where sessions outlive a restart; without it they do not */
  readonly file?: string
}

/**
 * Opens the register; sessions in the file that have expired, or that are of another party than the desk's, are
 * forgotten. A damaged file signs everybody out.
 */
export function openSessionRegister(options: SessionOptions): SessionRegister {
  const { party, days, clock, randomToken, file } = options
  const links = new Map<string, number>()
  const sessions = new Map<string, StoredSession>()
  for (const session of file === undefined ? [] : readSessions(file)) {
    if (session.party === party) sessions.set(session.hash, session)
  }

  const isLive = (session: StoredSession): boolean => Date.parse(session.expiresAt) > clock().getTime()
  const keep = (): void => {
    for (const [hash, session] of sessions) if (!isLive(session)) sessions.delete(hash)
    for (const hash of [...sessions.keys()].slice(0, -MOST_SESSIONS)) sessions.delete(hash)
    if (file !== undefined) writeSessions(file, [...sessions.values()])
  }

  return {
    invite() {
      const token = randomToken()
      links.set(hashOf(token), clock().getTime() + LINK_LIFETIME)
      return token
    },
    signIn(oneTime) {
      const hash = hashOf(oneTime)
      const until = links.get(hash)
      links.delete(hash)
      if (until === undefined || until <= clock().getTime()) return null
      const token = randomToken()
      const session: StoredSession = {
        hash: hashOf(token),
        party,
        person: DESK_OFFICER,
        role: 'desk-officer',
        expiresAt: new Date(clock().getTime() + days * DAY).toISOString(),
      }
      sessions.set(session.hash, session)
      keep()
      return { token, session }
    },
    find(token) {
      const session = sessions.get(hashOf(token))
      return session && isLive(session) ? session : null
    },
    signOut(token) {
      if (sessions.delete(hashOf(token))) keep()
    },
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function readSessions(file: string): readonly StoredSession[] {
  if (!existsSync(file)) return []
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).sessions
  } catch {
    return []
  }
}

function writeSessions(file: string, sessions: readonly StoredSession[]): void {
  mkdirSync(dirname(file), { recursive: true })
  // a new file takes the old one's place in one step: a crash leaves either, never half of one
  writeFileSync(`${file}.new`, JSON.stringify({ sessions }), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
