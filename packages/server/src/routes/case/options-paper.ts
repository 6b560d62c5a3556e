/** GET /api/cases/:entity/options-paper: the options paper as DOCX, PDF, ODT or Markdown. */
import { optionsPaperQuerySchema } from '@demarche/api'
import { dayInBrussels } from '@demarche/core'
import { paperThread } from '../../dossier/paper-thread.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { sendFile } from '../send-file.ts'
import { entityParamsSchema, type Verb } from '../verb.ts'
import { dossierAsked } from './dossier-asked.ts'

export const downloadOptionsPaper: Verb = (app, { office, party }) => {
  app.get(
    '/api/cases/:entity/options-paper',
    {
      schema: { params: entityParamsSchema, querystring: optionsPaperQuerySchema },
      config: { heavy: 'papers' },
    },
    async (request, reply) => {
      const { doctrine, clock } = office()
      const { format, language, ...asked } = request.query
      const { as } = asked
      const reader = readerOf(sessionOf(request))
      const dossier = await dossierAsked(office(), party, reader, request.params.entity, asked)
      const producedOn = dayInBrussels(clock().toISOString())
      const paper = await paperThread.write({ dossier, doctrine, format, producedOn, as, language })
      return sendFile(reply, paper)
    },
  )
}
