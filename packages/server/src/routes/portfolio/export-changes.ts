/** GET /api/portfolio/changes/export: what changed, on all its pages, as CSV. */
import { changesExportQuerySchema } from '@demarche/api'
import { writeChanges } from '../../portfolio/export-changes.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { sendFile } from '../send-file.ts'
import type { Verb } from '../verb.ts'

export const exportChanges: Verb = (app, { office }) => {
  app.get(
    '/api/portfolio/changes/export',
    { schema: { querystring: changesExportQuerySchema }, config: { heavy: 'papers' } },
    async (request, reply) => {
      const { changes, portfolio } = office()
      const { language, ...wanted } = request.query
      const list = await changes.all(readerOf(sessionOf(request)), wanted)
      return sendFile(reply, writeChanges(list, portfolio.kindsIn(language), language))
    },
  )
}
