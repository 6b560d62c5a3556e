/** POST /api/session/code: the second step after a password, by the code of an app or a backup code. */
import { codeSignInSchema, type SessionAnswer } from '@demarche/api'
import { giveSession, giveStepCookies } from '../../session/session-cookie.ts'
import { callerOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { SIGN_IN_LIMIT } from './sign-in-limit.ts'

export const confirmCode: Verb = (app, { accounts, publicUrl }) => {
  app.post(
    '/api/session/code',
    { schema: { body: codeSignInSchema }, config: { open: true, rateLimit: SIGN_IN_LIMIT } },
    async (request, reply): Promise<SessionAnswer> => {
      const { code, kind } = request.body
      const { opened, cookies } = await accounts.signIn.withCode(
        code,
        kind,
        callerOf(request),
        request.headers.cookie,
      )
      giveStepCookies(reply, cookies)
      return giveSession(reply, opened, publicUrl)
    },
  )
}
