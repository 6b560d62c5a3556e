/** GET /api/partners/:code: everything on record that the reader may see about a State or an organisation. */
import { type PartnerAnswer, partnerQuerySchema, placeCodeSchema } from '@demarche/api'
import { z } from 'zod'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const showPartner: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/partners/:code',
    schema: { params: z.strictObject({ code: placeCodeSchema }), querystring: partnerQuerySchema },
    handler: async (request): Promise<PartnerAnswer> =>
      office().portfolio.partner(readerOf(sessionOf(request)), request.params.code, request.query.asOf),
  })
}
