/** POST /api/portfolio/overlaps/check: what a plan that is on no record would overlap with. Records nothing. */
import { type OverlapCheckAnswer, overlapCheckSchema } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const checkPlan: Verb = (app, { office }) => {
  app.route({
    method: 'POST',
    url: '/api/portfolio/overlaps/check',
    schema: { body: overlapCheckSchema },
    config: { heavy: 'comparisons of projects' },
    handler: async (request): Promise<OverlapCheckAnswer> =>
      office().overlaps.check(readerOf(sessionOf(request)), request.body),
  })
}
