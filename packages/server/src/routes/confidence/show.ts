/** GET /api/confidence: the sets of measures, and what is on record of whom under each. */
import { type ConfidenceAnswer, confidenceQuerySchema } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const showConfidence: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/confidence',
    schema: { querystring: confidenceQuerySchema },
    handler: async (request): Promise<ConfidenceAnswer> =>
      office().confidence.overview(readerOf(sessionOf(request)), request.query.asOf),
  })
}
