/** GET /api/cases/:entity/evidence: the items of evidence that a case rests on, and the question before a listing. */
import { type CaseEvidenceAnswer, evidenceQuerySchema } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { entityParamsSchema, type Verb } from '../verb.ts'

export const showCaseEvidence: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/cases/:entity/evidence',
    schema: { params: entityParamsSchema, querystring: evidenceQuerySchema },
    config: { heavy: 'dossiers' },
    handler: async (request): Promise<CaseEvidenceAnswer> =>
      office().evidence.ofCase(readerOf(sessionOf(request)), request.params.entity, request.query.asOf),
  })
}
