/** GET /api/portfolio/changes: records with what was recorded, corrected and withdrawn since a day. */
import { type ChangesAnswer, changesQuerySchema } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const listChanges: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/portfolio/changes',
    schema: { querystring: changesQuerySchema },
    handler: async (request): Promise<ChangesAnswer> =>
      office().changes.list(readerOf(sessionOf(request)), request.query),
  })
}
