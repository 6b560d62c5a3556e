/** GET /api/portfolio/goals/export: the picture by goals as CSV, record by record. */
import { goalsExportQuerySchema } from '@demarche/api'
import { writeGoals } from '../../portfolio/export-goals.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { sendFile } from '../send-file.ts'
import type { Verb } from '../verb.ts'

export const exportGoals: Verb = (app, { office }) => {
  app.get(
    '/api/portfolio/goals/export',
    { schema: { querystring: goalsExportQuerySchema }, config: { heavy: 'papers' } },
    async (request, reply) => {
      const { goals, portfolio } = office()
      const { language, ...wanted } = request.query
      const found = await goals.all(readerOf(sessionOf(request)), wanted)
      return sendFile(reply, writeGoals(found, portfolio.kindsIn(language), language))
    },
  )
}
