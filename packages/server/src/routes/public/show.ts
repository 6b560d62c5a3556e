/** GET /api/public: what this desk shows to anybody. Open where the public page is on (STK-01). */
import { type PublicAnswer, publicQuerySchema } from '@demarche/api'
import type { Verb } from '../verb.ts'
import { PUBLIC_READING, onlyWhileOn } from './public-route.ts'

export const showPublicPage: Verb = (app, desk) => {
  app.route({
    method: 'GET',
    url: '/api/public',
    schema: { querystring: publicQuerySchema },
    config: PUBLIC_READING,
    onRequest: onlyWhileOn(desk),
    handler: async (request): Promise<PublicAnswer> => {
      const party = desk.parties().find(({ code }) => code === desk.party) ?? desk.party
      return desk.office().publicPage.overview(party, request.query.language)
    },
  })
}
