/** GET /api/consultations/:entity/submissions: what was answered, list by list and page by page, as the reader sees it. */
import { type SubmissionsAnswer, submissionsQuerySchema } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { readPlace, writePlace } from '../../stakeholders/find-submissions.ts'
import type { Verb } from '../verb.ts'
import { consultationParamsSchema } from './show.ts'

export const listSubmissions: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/consultations/:entity/submissions',
    schema: { params: consultationParamsSchema, querystring: submissionsQuerySchema },
    handler: async (request): Promise<SubmissionsAnswer> => {
      const { after, ...query } = request.query
      const reader = readerOf(sessionOf(request))
      const page = await office().consultations.submissions(reader, request.params.entity, {
        ...query,
        after: readPlace(after),
      })
      return { ...page, next: writePlace(page.next) }
    },
  })
}
