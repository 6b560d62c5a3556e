/** GET /api/portfolio/not-met: which partners have not been met for how long, and on what. */
import { type NotMetAnswer, notMetQuerySchema } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const listNotMet: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/portfolio/not-met',
    schema: { querystring: notMetQuerySchema },
    handler: async (request): Promise<NotMetAnswer> =>
      office().coming.notMet(readerOf(sessionOf(request)), request.query),
  })
}
