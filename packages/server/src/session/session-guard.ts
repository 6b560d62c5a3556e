/**
 * Nothing without a session: every route asks who is there unless it says in so many words that it is open.
 *
 * Two checks before any verb runs: a write must come from this desk's own pages (or from a program that is no browser),
 * and a route that is not open needs a session. A route added later is guarded without being named anywhere.
 *
 * Rests on: Fetch Metadata (Sec-Fetch-Site), RFC 6454 (Origin), SameSite=Strict cookies, cookie name prefixes (RFC 6265bis).
 * Next door: `session.ts`, `../accounts/session-desk.ts`.
 */
import { faultOf, refusalOf, UNATTENDED_HEADER } from '@demarche/api'
import { inWords } from '@demarche/core'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { SessionDesk } from '../accounts/session-desk.ts'
import type { Caller, Session } from './session.ts'

const SESSION_COOKIE = 'demarche-session'

/** The name of the cookie; over TLS with the prefix under which a browser takes it from this host and over TLS alone. */
export function sessionCookieOf(publicUrl: string | undefined): string {
  return isOverTls(publicUrl) ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE
}

export function isOverTls(publicUrl: string | undefined): boolean {
  return publicUrl?.startsWith('https://') ?? false
}

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: Session | null
  }
  interface FastifyContextConfig {
    /** true: answers without a session */
    open?: boolean
    /** true: answers also to somebody who must set up a second factor first */
    ownAccount?: boolean
    /** true: stays open by itself, so that it says nothing about whether somebody is there */
    unattended?: boolean
  }
}

/** Puts both checks in front of every route of the app. */
export function guardRoutes(
  app: FastifyInstance,
  sessions: SessionDesk,
  publicUrl: string | undefined,
): void {
  const cookie = sessionCookieOf(publicUrl)
  app.decorateRequest('signedIn', null)
  app.addHook('onRequest', async (request) => {
    if (request.is404) return
    if (!isRead(request.method)) refuseForeignWrite(request, publicUrl)
    if (request.routeOptions.config.open === true) return
    const token = request.cookies[cookie]
    const session = token === undefined ? null : await sessions.find(token, isAttended(request))
    if (!session) throw refusalOf('not-signed-in', faultOf('/', inWords('sign-in-first')))
    request.signedIn = session
    if (session.needsSecondFactor && request.routeOptions.config.ownAccount !== true) {
      throw refusalOf('second-factor-needed', faultOf('/', inWords('set-up-factor'), 'ACC-09'))
    }
  })
}

/** The session of a guarded request. @throws DemarcheError not-signed-in, on a route that is open */
export function sessionOf(request: FastifyRequest): Session {
  if (!request.signedIn) throw refusalOf('not-signed-in', faultOf('/', inWords('sign-in-first')))
  return request.signedIn
}

/** The session of somebody who acts as administrator. @throws DemarcheError not-allowed */
export function administratorOf(request: FastifyRequest): Session {
  const session = sessionOf(request)
  if (session.role === 'administrator') return session
  const words = session.roles.includes('administrator')
    ? inWords('act-as-administrator', { role: session.role })
    : inWords('administrator-only')
  throw refusalOf('not-allowed', faultOf('/', words, 'ACC-05'))
}

/** Where a request comes from, as the list of sessions shows it. */
export function callerOf(request: FastifyRequest): Caller {
  return { address: request.ip, browser: (request.headers['user-agent'] ?? '').slice(0, 200) }
}

/** False when the desk in the browser asks by itself and says that nobody has touched it for a while (ACC-15). */
function isAttended({ headers, routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.unattended !== true && headers[UNATTENDED_HEADER] === undefined
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

function refuseForeignWrite(request: FastifyRequest, publicUrl: string | undefined): void {
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const ownOrigins = [
    `http://${request.host}`,
    `https://${request.host}`,
    publicUrl && new URL(publicUrl).origin,
  ]
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && !ownOrigins.includes(origin))
  if (!foreign) return
  const words = inWords('sent-from-elsewhere', { seen: origin ?? String(site) })
  throw refusalOf('malformed-request', faultOf('header Origin', words, 'same origin'))
}
