/** GET /api/portfolio/open-points/export: the list of work on all its pages as CSV. */
import { openPointsExportQuerySchema } from '@demarche/api'
import { writeOpenPoints } from '../../portfolio/export-open-points.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { sendFile } from '../send-file.ts'
import type { Verb } from '../verb.ts'

export const exportOpenPoints: Verb = (app, { office }) => {
  app.get(
    '/api/portfolio/open-points/export',
    { schema: { querystring: openPointsExportQuerySchema }, config: { heavy: 'papers' } },
    async (request, reply) => {
      const { openPoints, portfolio } = office()
      const { language, ...wanted } = request.query
      const list = await openPoints.all(readerOf(sessionOf(request)), wanted)
      return sendFile(reply, writeOpenPoints(list, portfolio.kindsIn(language), language))
    },
  )
}
