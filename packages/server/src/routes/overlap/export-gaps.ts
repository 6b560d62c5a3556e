/** GET /api/portfolio/gaps/export: the gap map as CSV. */
import { gapsQuerySchema } from '@demarche/api'
import { PROJECT_KIND, propertyOf } from '@demarche/core'
import { writeGaps } from '../../portfolio/export-gaps.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { sendFile } from '../send-file.ts'
import type { Verb } from '../verb.ts'

export const exportGaps: Verb = (app, { office }) => {
  app.get(
    '/api/portfolio/gaps/export',
    { schema: { querystring: gapsQuerySchema }, config: { heavy: 'papers' } },
    async (request, reply) => {
      const { overlaps, portfolio } = office()
      const { theme } = request.query
      const gaps = await overlaps.gaps(readerOf(sessionOf(request)), request.query)
      const themes = propertyOf(portfolio.kind(PROJECT_KIND), 'themes')?.values ?? {}
      const asked = Object.entries(themes).filter(([one]) => theme === undefined || one === theme)
      const file = writeGaps(gaps, Object.fromEntries(asked))
      return sendFile(reply, file)
    },
  )
}
