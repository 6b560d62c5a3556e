/** GET /api/cases/:entity/history: what was put on record and when, and what differs between two dates. */
import { CASE_VOCABULARY, compareDossiers, turningPoints } from '@demarche/core'
import { type HistoryAnswer, historyQuerySchema } from '@demarche/api'
import { recordEvents } from '../../dossier/case-history.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { entityParamsSchema, type Verb } from '../verb.ts'

export const showHistory: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/cases/:entity/history',
    schema: { params: entityParamsSchema, querystring: historyQuerySchema },
    handler: async (request): Promise<HistoryAnswer> => {
      const { dossiers, doctrine, store } = office()
      const reader = readerOf(sessionOf(request))
      const { entity } = request.params
      const { from, to } = request.query
      const ledger = store.as(reader)
      const erased = await ledger.erasures(entity)
      // of a case of which nothing else is left, its tombstones are there to be read
      const statements =
        erased.length > 0 ? await ledger.statements(entity) : await dossiers.statements(reader, entity)
      return {
        events: recordEvents(statements, erased),
        turningPoints: turningPoints(statements, doctrine),
        changes:
          from === undefined || to === undefined || statements.length === 0
            ? []
            : compareDossiers(
                await dossiers.dossier(reader, entity, { asOf: from }),
                await dossiers.dossier(reader, entity, { asOf: to }),
                CASE_VOCABULARY,
              ),
      }
    },
  })
}
