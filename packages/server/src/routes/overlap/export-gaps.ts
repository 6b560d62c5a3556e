/** GET /api/portfolio/gaps/export: the gap map as CSV. */
import { gapsExportQuerySchema } from '@demarche/api'
import { PROJECT_KIND, propertyOf } from '@demarche/core'
import { writeGaps } from '../../portfolio/export-gaps.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { sendFile } from '../send-file.ts'
import type { Verb } from '../verb.ts'

export const exportGaps: Verb = (app, { office }) => {
  app.get(
    '/api/portfolio/gaps/export',
    { schema: { querystring: gapsExportQuerySchema }, config: { heavy: 'papers' } },
    async (request, reply) => {
      const { overlaps, portfolio } = office()
      const { language, ...wanted } = request.query
      const gaps = await overlaps.gaps(readerOf(sessionOf(request)), wanted)
      const project = portfolio.kindsIn(language).find(({ id }) => id === PROJECT_KIND)
      const themes = (project && propertyOf(project, 'themes')?.values) ?? {}
      const asked = Object.entries(themes).filter(
        ([one]) => wanted.theme === undefined || one === wanted.theme,
      )
      return sendFile(reply, writeGaps(gaps, Object.fromEntries(asked), language))
    },
  )
}
