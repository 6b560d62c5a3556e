/**
 * Sign-in through an OpenID Connect provider: sends people there, and takes in whom it vouches for.
 *
 * Only persons who were invited come in: by the subject that the provider knows them under, or the first time by an
 * e-mail address that the provider has verified. The provider brings its own second factor.
 *
 * Rests on: OpenID Connect Core 1.0; RFC 7636 (PKCE); RFC 9207 (issuer in the answer). Next door: `auth-library.ts`.
 */
import { DemarcheError, faultOf, refusalOf } from '@demarche/api'
import { inWords } from '@demarche/core'
import type { Caller } from '../session/session.ts'
import { type AuthLibrary, PROVIDER, refusalCodeOf } from './auth-library.ts'
import type { EventLog } from './event-log.ts'
import { headersOf, sessionOpenedBy, stepCookiesOf } from './library-answer.ts'
import type { OneTimeLinks } from './one-time-links.ts'
import type { Opened, SessionDesk } from './session-desk.ts'

export interface SingleSignOnDesk {
  /** Where the browser must go, and the cookies it must bring back. */
  begin(
    caller: Caller,
    cookies: string | undefined,
  ): Promise<{ readonly address: string; readonly cookies: readonly string[] }>
  /** Takes the answer of the provider; `opened` is null when it vouches for nobody who was invited. */
  finish(
    query: Readonly<Record<string, string>>,
    caller: Caller,
    cookies: string | undefined,
  ): Promise<{ readonly opened: Opened | null; readonly cookies: readonly string[] }>
}

export function openSingleSignOn(
  library: AuthLibrary,
  sessions: SessionDesk,
  links: OneTimeLinks,
  events: EventLog,
): SingleSignOnDesk {
  return {
    async begin(caller, cookies) {
      try {
        const { headers, response } = await library.api.signInSocial({
          body: {
            provider: PROVIDER,
            callbackURL: '/',
            errorCallbackURL: '/sign-in?refused=single-sign-on',
            disableRedirect: true,
          },
          headers: headersOf(caller, cookies),
          returnHeaders: true,
        })
        if (response.url === undefined) throw new Error('the library gave no address of the provider')
        return { address: response.url, cookies: stepCookiesOf(headers, library) }
      } catch (error) {
        if (refusalCodeOf(error) === null) throw error
        throw refusalOf('not-ready', faultOf('/', inWords('provider-silent')))
      }
    },
    async finish(query, caller, cookies) {
      const answer = await library.api.callbackOAuth({
        params: { id: PROVIDER },
        query,
        method: 'GET',
        headers: headersOf(caller, cookies),
        asResponse: true,
      })
      const steps = stepCookiesOf(answer.headers, library)
      const token = sessionOpenedBy(answer.headers, library)
      if (token === null) {
        await events.record('sign-in-refused', { detail: 'single-sign-on' })
        return { opened: null, cookies: steps }
      }
      try {
        const opened = await sessions.adopt(token, caller, 'single-sign-on')
        await links.withdraw(opened.session.person)
        return { opened, cookies: steps }
      } catch (error) {
        if (!(error instanceof DemarcheError)) throw error
        return { opened: null, cookies: steps }
      }
    },
  }
}
