/** GET /api/session: who is signed in, and in which role. */
import type { SessionAnswer } from '@demarche/api'
import { presentSession } from '../../session/session-cookie.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const showSession: Verb = (app) => {
  app.route({
    method: 'GET',
    url: '/api/session',
    config: { ownAccount: true },
    handler: async (request): Promise<SessionAnswer> => presentSession(sessionOf(request)),
  })
}
