/** GET /api/portfolio/coming: what begins, ends, is due or lapses in a time ahead. */
import { type ComingAnswer, comingQuerySchema } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const listComing: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/portfolio/coming',
    schema: { querystring: comingQuerySchema },
    handler: async (request): Promise<ComingAnswer> =>
      office().coming.coming(readerOf(sessionOf(request)), request.query),
  })
}
