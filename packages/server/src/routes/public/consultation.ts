/** GET /api/public/consultations/:entity: a consultation as anybody may read it. Open where the public page is on. */
import { type PublicConsultationAnswer, publicQuerySchema } from '@demarche/api'
import { consultationParamsSchema } from '../consultation/show.ts'
import type { Verb } from '../verb.ts'
import { PUBLIC_READING, refuseUnlessOn } from './public-route.ts'

export const showPublicConsultation: Verb = (app, desk) => {
  app.route({
    method: 'GET',
    url: '/api/public/consultations/:entity',
    schema: { params: consultationParamsSchema, querystring: publicQuerySchema },
    config: PUBLIC_READING,
    handler: async (request): Promise<PublicConsultationAnswer> => {
      refuseUnlessOn(desk, request)
      return desk.office().publicPage.consultation(request.params.entity, request.query.language)
    },
  })
}
