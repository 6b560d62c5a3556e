/** GET /api/evidence/:item/rests: what rests on an item of evidence, and what falls if it goes. */
import { evidenceItemSchema, evidenceQuerySchema, type EvidenceRestsAnswer } from '@demarche/api'
import { z } from 'zod'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const itemParamsSchema = z.strictObject({ item: evidenceItemSchema })

export const showWhatRests: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/evidence/:item/rests',
    schema: { params: itemParamsSchema, querystring: evidenceQuerySchema },
    config: { heavy: 'dossiers' },
    handler: async (request): Promise<EvidenceRestsAnswer> =>
      office().evidence.rests(readerOf(sessionOf(request)), request.params.item, request.query.asOf),
  })
}
