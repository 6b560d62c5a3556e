/** GET /api/portfolio/kinds: the kinds of record, of which forms, lists and pages are made, in the words of a language. */
import { type RecordKindsAnswer, recordKindsQuerySchema } from '@demarche/api'
import type { Verb } from '../verb.ts'

export const listRecordKinds: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/portfolio/kinds',
    schema: { querystring: recordKindsQuerySchema },
    handler: async ({ query }): Promise<RecordKindsAnswer> => ({
      kinds: office().portfolio.kindsIn(query.language),
    }),
  })
}
