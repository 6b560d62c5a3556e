/**
 * The cookie that carries a session, and what a session looks like to its own browser.
 *
 * No script can read the cookie, no other site can make the browser send it, and over TLS it travels encrypted alone.
 * Next door: `session-guard.ts` reads it.
 */
import type { SessionAnswer } from '@demarche/api'
import type { FastifyReply } from 'fastify'
import type { Opened } from '../accounts/session-desk.ts'
import { isOverTls, sessionCookieOf } from './session-guard.ts'
import type { Session } from './session.ts'

/** Gives the browser its session, which replaces an earlier one. */
export function giveSession(
  reply: FastifyReply,
  { token, session }: Opened,
  publicUrl: string | undefined,
): SessionAnswer {
  reply.setCookie(sessionCookieOf(publicUrl), token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: isOverTls(publicUrl),
    path: '/',
    expires: new Date(session.expiresAt),
  })
  reply.request.signedIn = session
  return presentSession(session)
}

/** Hands on cookies that the library needs in the next step. */
export function giveStepCookies(reply: FastifyReply, cookies: readonly string[]): void {
  if (cookies.length > 0) reply.header('set-cookie', [...cookies])
}

/** What the desk in the browser is told of its session. */
export function presentSession(session: Session): SessionAnswer {
  const { person, name, party, role, roles, ceiling, needsSecondFactor } = session
  return { person, name, party, role, roles, ceiling, needsSecondFactor }
}
