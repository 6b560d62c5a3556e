/** Signing in with a passkey: what to sign, and what was signed, which opens a session. */
import { type PasskeyRequest, passkeySignInSchema, type SessionAnswer } from '@demarche/api'
import { giveSession } from '../../session/session-cookie.ts'
import { callerOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { SIGN_IN_LIMIT } from './sign-in-limit.ts'

const config = { open: true, rateLimit: SIGN_IN_LIMIT }

export const signInWithPasskey: Verb = (app, { accounts, publicUrl }) => {
  app.post('/api/session/passkey', { config }, async (): Promise<PasskeyRequest> =>
    accounts.passkeySignIn.begin(),
  )
  app.post(
    '/api/session/passkey/confirm',
    { schema: { body: passkeySignInSchema }, config },
    async (request, reply): Promise<SessionAnswer> =>
      giveSession(reply, await accounts.passkeySignIn.finish(request.body, callerOf(request)), publicUrl),
  )
}
