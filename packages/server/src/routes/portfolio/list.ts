/** GET /api/portfolio/records: the records of a kind that the reader may see, searched, filtered, sorted and paged. */
import { type RecordListAnswer, recordListQuerySchema } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const listRecords: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/portfolio/records',
    schema: { querystring: recordListQuerySchema },
    handler: async (request): Promise<RecordListAnswer> =>
      office().portfolio.list(readerOf(sessionOf(request)), request.query),
  })
}
