/** GET /api/portfolio/records/:entity: one record with its statements and everything that points at it. */
import { type RecordAnswer, recordEntitySchema, recordQuerySchema } from '@demarche/api'
import { z } from 'zod'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const recordParamsSchema = z.strictObject({ entity: recordEntitySchema })

export const showRecord: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/portfolio/records/:entity',
    schema: { params: recordParamsSchema, querystring: recordQuerySchema },
    handler: async (request): Promise<RecordAnswer> =>
      office().portfolio.record(readerOf(sessionOf(request)), request.params.entity, request.query),
  })
}
