/** GET /api/cases/:entity/dossier: everything the desk says about one case, on a date. */
import { dossierQuerySchema } from '@demarche/api'
import { writeDossiers } from '../../dossier/write-dossier.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { entityParamsSchema, type Verb } from '../verb.ts'
import { dossierAsked } from './dossier-asked.ts'

export const showDossier: Verb = (app, { office, party }) => {
  const write = writeDossiers()
  app.route({
    method: 'GET',
    url: '/api/cases/:entity/dossier',
    schema: { params: entityParamsSchema, querystring: dossierQuerySchema },
    config: { heavy: 'dossiers' },
    handler: async (request, reply) => {
      const reader = readerOf(sessionOf(request))
      const answer = await dossierAsked(office(), party, reader, request.params.entity, request.query)
      return reply.type('application/json; charset=utf-8').send(write(answer))
    },
  })
}
