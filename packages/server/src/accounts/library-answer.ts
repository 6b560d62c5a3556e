/**
 * What the library answers, as far as the desk needs it: the session it opened, and cookies for the steps in between.
 *
 * Next door: `sign-in.ts`, `second-factor.ts`, `single-sign-on.ts`.
 */
import type { Caller } from '../session/session.ts'
import { ADDRESS_HEADER, type AuthLibrary } from './auth-library.ts'

/** The headers of a call in the name of that browser; `cookies` are what it sent. */
export function headersOf(caller: Caller, cookies: string | undefined): Headers {
  return new Headers({
    [ADDRESS_HEADER]: caller.address,
    'user-agent': caller.browser,
    ...(cookies !== undefined && { cookie: cookies }),
  })
}

/** The token of the session that an answer of the library opens, or null. */
export function sessionOpenedBy(headers: Headers, { authCookies }: AuthLibrary): string | null {
  const start = `${authCookies.sessionToken.name}=`
  for (const cookie of headers.getSetCookie()) {
    if (!cookie.startsWith(start)) continue
    const value = decodeURIComponent(cookie.slice(start.length).split(';')[0] ?? '')
    const token = value.slice(0, value.lastIndexOf('.'))
    if (token !== '') return token
  }
  return null
}

/** The cookies of an answer that the browser must keep between two steps: all but that of the session. */
export function stepCookiesOf(headers: Headers, { authCookies }: AuthLibrary): readonly string[] {
  const ours = [authCookies.sessionToken, authCookies.sessionData, authCookies.dontRememberToken]
  return headers.getSetCookie().filter((cookie) => !ours.some(({ name }) => cookie.startsWith(`${name}=`)))
}
