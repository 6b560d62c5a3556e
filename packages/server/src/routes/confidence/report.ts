/** GET /api/confidence/reports: what one State can report under one set of measures, from which acts, and what is missing. */
import { type ConfidenceReportAnswer, confidenceReportQuerySchema } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const showConfidenceReport: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/confidence/reports',
    schema: { querystring: confidenceReportQuerySchema },
    handler: async (request): Promise<ConfidenceReportAnswer> =>
      office().confidence.report(readerOf(sessionOf(request)), request.query),
  })
}
