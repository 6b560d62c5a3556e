/** GET /api/cases/:entity/dossier: everything the desk says about one case, on a date. */
import { type DossierAnswer, dossierQuerySchema } from '@demarche/api'
import { readerOf } from '../../office.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { entityParamsSchema, type Verb } from '../verb.ts'

export const showDossier: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/cases/:entity/dossier',
    schema: { params: entityParamsSchema, querystring: dossierQuerySchema },
    handler: async (request): Promise<DossierAnswer> =>
      office().dossiers.dossier(readerOf(sessionOf(request)), request.params.entity, request.query),
  })
}
