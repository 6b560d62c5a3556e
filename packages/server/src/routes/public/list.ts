/** GET /api/public/records: the records of a kind that anybody may read, searched and paged. Open where the public page is on. */
import { type PublicListAnswer, publicListQuerySchema } from '@demarche/api'
import type { Verb } from '../verb.ts'
import { PUBLIC_READING, onlyWhileOn } from './public-route.ts'

export const listPublicRecords: Verb = (app, desk) => {
  app.route({
    method: 'GET',
    url: '/api/public/records',
    schema: { querystring: publicListQuerySchema },
    config: PUBLIC_READING,
    onRequest: onlyWhileOn(desk),
    handler: async (request): Promise<PublicListAnswer> => {
      return desk.office().publicPage.list(request.query)
    },
  })
}
