/** GET /api/portfolio/gaps: country by theme for a year: where projects are, and where none is known. */
import { type GapsAnswer, gapsQuerySchema } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const showGaps: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/portfolio/gaps',
    schema: { querystring: gapsQuerySchema },
    config: { heavy: 'comparisons of projects' },
    handler: async (request): Promise<GapsAnswer> =>
      office().overlaps.gaps(readerOf(sessionOf(request)), request.query),
  })
}
