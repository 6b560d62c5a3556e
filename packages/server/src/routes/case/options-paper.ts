/** GET /api/cases/:entity/options-paper: the options paper as DOCX, PDF or Markdown. */
import { optionsPaperQuerySchema } from '@demarche/api'
import { paperThread } from '../../dossier/paper-thread.ts'
import { dayInBrussels, readerOf } from '../../office.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { entityParamsSchema, type Verb } from '../verb.ts'

export const downloadOptionsPaper: Verb = (app, { office }) => {
  app.get(
    '/api/cases/:entity/options-paper',
    { schema: { params: entityParamsSchema, querystring: optionsPaperQuerySchema } },
    async (request, reply) => {
      const { dossiers, doctrine, clock } = office()
      const { format, ...when } = request.query
      const dossier = await dossiers.dossier(readerOf(sessionOf(request)), request.params.entity, when)
      const producedOn = dayInBrussels(clock())
      const paper = await paperThread.write({ dossier, doctrine, format, producedOn })
      return reply
        .type(paper.mediaType)
        .header('content-disposition', `attachment; filename="${paper.filename}"`)
        .send(paper.bytes)
    },
  )
}
