/** POST /api/session: exchanges a one-time token for a session, in a cookie that no script can read. */
import { DemarcheError, type SessionAnswer, signInSchema } from '@demarche/api'
import { SESSION_COOKIE } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

/** Guessing a 256-bit token is hopeless; the limit keeps the attempts from costing anything. */
const ATTEMPTS_PER_MINUTE = 20

export const signIn: Verb = (app, { sessions, publicUrl }) => {
  app.post(
    '/api/session',
    {
      schema: { body: signInSchema },
      config: { open: true, rateLimit: { max: ATTEMPTS_PER_MINUTE, timeWindow: 60_000 } },
    },
    async (request, reply): Promise<SessionAnswer> => {
      const signedIn = sessions.signIn(request.body.token)
      if (!signedIn) {
        throw new DemarcheError(
          'sign-in-refused',
          'This sign-in link was used before or is older than a day. Start the server again: it prints a new one.',
          [
            {
              place: '/token',
              message: 'expected the token of a link that has not been used',
              rule: 'one-time link',
            },
          ],
        )
      }
      reply.setCookie(SESSION_COOKIE, signedIn.token, {
        httpOnly: true,
        sameSite: 'strict',
        secure: publicUrl?.startsWith('https://') ?? false,
        path: '/',
        expires: new Date(signedIn.session.expiresAt),
      })
      return { party: signedIn.session.party, role: signedIn.session.role }
    },
  )
}
