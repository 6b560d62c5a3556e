/** GET /api/public/consultations/:entity/submissions: what was published of the answers, page by page. Open where the public page is on. */
import { type PublicSubmissionsAnswer, publicSubmissionsQuerySchema } from '@demarche/api'
import { readPlace } from '../../stakeholders/find-submissions.ts'
import { consultationParamsSchema } from '../consultation/show.ts'
import type { Verb } from '../verb.ts'
import { PUBLIC_READING, onlyWhileOn } from './public-route.ts'

export const listPublicSubmissions: Verb = (app, desk) => {
  app.route({
    method: 'GET',
    url: '/api/public/consultations/:entity/submissions',
    schema: { params: consultationParamsSchema, querystring: publicSubmissionsQuerySchema },
    config: PUBLIC_READING,
    onRequest: onlyWhileOn(desk),
    handler: async (request): Promise<PublicSubmissionsAnswer> =>
      desk.office().publicPage.submissions(request.params.entity, readPlace(request.query.after)),
  })
}
