/** POST /api/session: exchanges the token of a one-time link for a session, in a cookie that no script can read. */
import { type SessionAnswer, signInSchema } from '@demarche/api'
import { giveSession } from '../../session/session-cookie.ts'
import { callerOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { SIGN_IN_LIMIT } from './sign-in-limit.ts'

export const signIn: Verb = (app, { accounts, publicUrl }) => {
  app.post(
    '/api/session',
    { schema: { body: signInSchema }, config: { open: true, rateLimit: SIGN_IN_LIMIT } },
    async (request, reply): Promise<SessionAnswer> =>
      giveSession(reply, await accounts.signIn.withLink(request.body.token, callerOf(request)), publicUrl),
  )
}
