/** GET /api/cases: the cases that the reader may see, searched, filtered, sorted and paged by the store. */
import { type CaseListAnswer, caseListQuerySchema } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const listCases: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/cases',
    schema: { querystring: caseListQuerySchema },
    handler: async (request): Promise<CaseListAnswer> =>
      office()
        .store.as(readerOf(sessionOf(request)))
        .listCases(request.query),
  })
}
