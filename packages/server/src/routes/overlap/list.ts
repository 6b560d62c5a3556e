/** GET /api/portfolio/overlaps: the pairs of projects worth a look, with reasons and with what people said of them. */
import { type OverlapsAnswer, overlapsQuerySchema } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const listOverlaps: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/portfolio/overlaps',
    schema: { querystring: overlapsQuerySchema },
    config: { heavy: 'comparisons of projects' },
    handler: async (request): Promise<OverlapsAnswer> =>
      office().overlaps.list(readerOf(sessionOf(request)), request.query),
  })
}
