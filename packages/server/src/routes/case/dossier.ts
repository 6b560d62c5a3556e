/** GET /api/cases/:entity/dossier: everything the desk says about one case, on a date. */
import { type DossierAnswer, dossierQuerySchema } from '@demarche/api'
import { readerOf } from '../../office.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { entityParamsSchema, type Verb } from '../verb.ts'

export const showDossier: Verb = (app, { office, party }) => {
  app.route({
    method: 'GET',
    url: '/api/cases/:entity/dossier',
    schema: { params: entityParamsSchema, querystring: dossierQuerySchema },
    handler: async (request): Promise<DossierAnswer> => {
      const { dossiers, previews } = office()
      const reader = readerOf(sessionOf(request))
      const { as, ...when } = request.query
      if (as === undefined) return dossiers.dossier(reader, request.params.entity, when)
      return previews.dossier(dossiers, reader, previews.of(as, party), request.params.entity, when)
    },
  })
}
