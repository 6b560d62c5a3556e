/** GET /api/session: who is signed in. */
import type { SessionAnswer } from '@demarche/api'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const showSession: Verb = (app) => {
  app.route({
    method: 'GET',
    url: '/api/session',
    handler: async (request): Promise<SessionAnswer> => {
      const { party, role } = sessionOf(request)
      return { party, role }
    },
  })
}
