/** GET /api/portfolio/open-points: what nobody knows, knows well, or has looked after in time, as a list of work. */
import { type OpenPointsAnswer, openPointsQuerySchema } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const listOpenPoints: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/portfolio/open-points',
    schema: { querystring: openPointsQuerySchema },
    handler: async (request): Promise<OpenPointsAnswer> =>
      office().openPoints.list(readerOf(sessionOf(request)), request.query),
  })
}
