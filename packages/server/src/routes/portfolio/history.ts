/** GET /api/portfolio/records/:entity/history: what was put on record about it and when, newest first. */
import type { HistoryAnswer } from '@demarche/api'
import { recordEvents } from '../../dossier/case-history.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { recordParamsSchema } from './show.ts'

export const showRecordHistory: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/portfolio/records/:entity/history',
    schema: { params: recordParamsSchema },
    handler: async (request): Promise<Pick<HistoryAnswer, 'events'>> => {
      const { portfolio, store } = office()
      const reader = readerOf(sessionOf(request))
      const { entity } = request.params
      const erased = await store.as(reader).erasures(entity)
      // of a record of which nothing else is left, its tombstones are there to be read
      const statements =
        erased.length > 0
          ? await store.as(reader).statements(entity)
          : await portfolio.statements(reader, entity)
      return { events: recordEvents(statements, erased) }
    },
  })
}
