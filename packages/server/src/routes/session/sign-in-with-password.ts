/** POST /api/session/password: signs in with e-mail address and password; a code may have to follow. */
import { passwordSignInSchema, type PasswordSignInAnswer } from '@demarche/api'
import { giveSession, giveStepCookies } from '../../session/session-cookie.ts'
import { callerOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { SIGN_IN_LIMIT } from './sign-in-limit.ts'

export const signInWithPassword: Verb = (app, { accounts, publicUrl }) => {
  app.post(
    '/api/session/password',
    { schema: { body: passwordSignInSchema }, config: { open: true, rateLimit: SIGN_IN_LIMIT } },
    async (request, reply): Promise<PasswordSignInAnswer> => {
      const { email, password } = request.body
      const { opened, cookies } = await accounts.signIn.withPassword(
        email,
        password,
        callerOf(request),
        request.headers.cookie,
      )
      giveStepCookies(reply, cookies)
      return { session: opened && giveSession(reply, opened, publicUrl) }
    },
  )
}
