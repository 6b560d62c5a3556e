/** GET /api/portfolio/goals/records: the records behind a figure of the picture by goals, with why each counts. */
import { type GoalRecordsAnswer, goalRecordsQuerySchema } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const listGoalRecords: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/portfolio/goals/records',
    schema: { querystring: goalRecordsQuerySchema },
    config: { heavy: 'comparisons of projects' },
    handler: async (request): Promise<GoalRecordsAnswer> =>
      office().goals.records(readerOf(sessionOf(request)), request.query),
  })
}
