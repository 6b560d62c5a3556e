/** GET /api/portfolio/goals: the picture by goals: how much there is in each layer, and what of it is late, lonely or doubled. */
import { type GoalsAnswer, goalsQuerySchema } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const showGoals: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/portfolio/goals',
    schema: { querystring: goalsQuerySchema },
    config: { heavy: 'comparisons of projects' },
    handler: async (request): Promise<GoalsAnswer> =>
      office().goals.show(readerOf(sessionOf(request)), request.query),
  })
}
