/** POST /api/session/role: lets this session act in another role of its person. */
import { actAsSchema, type SessionAnswer } from '@demarche/api'
import { presentSession } from '../../session/session-cookie.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const actAs: Verb = (app, { accounts }) => {
  app.route({
    method: 'POST',
    url: '/api/session/role',
    schema: { body: actAsSchema },
    config: { ownAccount: true },
    handler: async (request): Promise<SessionAnswer> =>
      presentSession(await accounts.sessions.actAs(sessionOf(request), request.body.role)),
  })
}
