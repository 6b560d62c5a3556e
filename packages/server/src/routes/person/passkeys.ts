/** The passkeys of the own account: listed, added, removed one by one. */
import {
  addPasskeySchema,
  freshProofSchema,
  type PasskeyCreation,
  type PasskeyListAnswer,
  type SessionAnswer,
} from '@demarche/api'
import { z } from 'zod'
import { giveSession } from '../../session/session-cookie.ts'
import { callerOf, sessionOf } from '../../session/session-guard.ts'
import { SIGN_IN_LIMIT } from '../session/sign-in-limit.ts'
import type { Verb } from '../verb.ts'

const config = { ownAccount: true, rateLimit: SIGN_IN_LIMIT }
const oneSchema = z.strictObject({ passkey: z.string().min(1).max(60) })

export const ownPasskeys: Verb = (app, { accounts, publicUrl }) => {
  const { passkeys } = accounts
  app.route({
    method: 'GET',
    url: '/api/account/passkeys',
    config: { ownAccount: true },
    handler: async (request): Promise<PasskeyListAnswer> => ({
      passkeys: await passkeys.list(sessionOf(request).person),
    }),
  })
  app.route({
    method: 'POST',
    url: '/api/account/passkeys',
    schema: { body: freshProofSchema },
    config,
    handler: async (request): Promise<PasskeyCreation> =>
      passkeys.begin(sessionOf(request), request.body.password),
  })
  app.post(
    '/api/account/passkeys/confirm',
    { schema: { body: addPasskeySchema }, config },
    async (request, reply): Promise<SessionAnswer> =>
      giveSession(reply, await passkeys.add(sessionOf(request), request.body, callerOf(request)), publicUrl),
  )
  app.post(
    '/api/account/passkeys/:passkey/removal',
    { schema: { params: oneSchema, body: freshProofSchema }, config },
    async (request, reply): Promise<SessionAnswer> => {
      const { password } = request.body
      const { passkey } = request.params
      const opened = await passkeys.remove(sessionOf(request), passkey, password, callerOf(request))
      return giveSession(reply, opened, publicUrl)
    },
  )
}
