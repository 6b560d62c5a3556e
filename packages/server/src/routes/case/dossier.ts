/** GET /api/cases/:entity/dossier: everything the desk says about one case, on a date. */
import { type DossierAnswer, dossierQuerySchema } from '@demarche/api'
import { writeDossiers } from '../../dossier/write-dossier.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { entityParamsSchema, type Verb } from '../verb.ts'

export const showDossier: Verb = (app, { office, party }) => {
  const write = writeDossiers()
  app.route({
    method: 'GET',
    url: '/api/cases/:entity/dossier',
    schema: { params: entityParamsSchema, querystring: dossierQuerySchema },
    config: { heavy: 'dossiers' },
    handler: async (request, reply) => {
      const { dossiers, previews } = office()
      const reader = readerOf(sessionOf(request))
      const { as, ...when } = request.query
      const { entity } = request.params
      const answer: DossierAnswer =
        as === undefined
          ? await dossiers.dossier(reader, entity, when)
          : await previews.dossier(dossiers, reader, previews.of(as, party), entity, when)
      return reply.type('application/json; charset=utf-8').send(write(answer))
    },
  })
}
