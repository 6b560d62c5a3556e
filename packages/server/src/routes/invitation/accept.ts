/** POST /api/invitations: accepts an invitation, which sets the password and signs in. */
import { acceptInvitationSchema, type SessionAnswer } from '@demarche/api'
import { giveSession } from '../../session/session-cookie.ts'
import { callerOf } from '../../session/session-guard.ts'
import { SIGN_IN_LIMIT } from '../session/sign-in-limit.ts'
import type { Verb } from '../verb.ts'

export const acceptInvitation: Verb = (app, { accounts, publicUrl }) => {
  app.post(
    '/api/invitations',
    { schema: { body: acceptInvitationSchema }, config: { open: true, rateLimit: SIGN_IN_LIMIT } },
    async (request, reply): Promise<SessionAnswer> => {
      const { token, password } = request.body
      const opened = await accounts.signIn.withInvitation(token, password, callerOf(request))
      return giveSession(reply, opened, publicUrl)
    },
  )
}
