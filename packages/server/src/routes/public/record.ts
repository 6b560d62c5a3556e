/** GET /api/public/records/:entity: one record as anybody may read it. Open where the public page is on. */
import { publicQuerySchema, type PublicRecordAnswer } from '@demarche/api'
import { recordParamsSchema } from '../portfolio/show.ts'
import type { Verb } from '../verb.ts'
import { PUBLIC_READING, onlyWhileOn } from './public-route.ts'

export const showPublicRecord: Verb = (app, desk) => {
  app.route({
    method: 'GET',
    url: '/api/public/records/:entity',
    schema: { params: recordParamsSchema, querystring: publicQuerySchema },
    config: PUBLIC_READING,
    onRequest: onlyWhileOn(desk),
    handler: async (request): Promise<PublicRecordAnswer> => {
      return desk.office().publicPage.record(request.params.entity, request.query.language)
    },
  })
}
