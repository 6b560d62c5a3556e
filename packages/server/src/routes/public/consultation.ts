/** GET /api/public/consultations/:entity: a consultation as anybody may read it. Open where the public page is on. */
import { type PublicConsultationAnswer, publicQuerySchema } from '@demarche/api'
import { consultationParamsSchema } from '../consultation/show.ts'
import type { Verb } from '../verb.ts'
import { PUBLIC_READING, onlyWhileOn } from './public-route.ts'

export const showPublicConsultation: Verb = (app, desk) => {
  app.route({
    method: 'GET',
    url: '/api/public/consultations/:entity',
    schema: { params: consultationParamsSchema, querystring: publicQuerySchema },
    config: PUBLIC_READING,
    onRequest: onlyWhileOn(desk),
    handler: async (request): Promise<PublicConsultationAnswer> => {
      return desk.office().publicPage.consultation(request.params.entity, request.query.language)
    },
  })
}
