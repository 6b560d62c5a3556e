/** GET /api/cases/:entity/documents/:outline: a paper of the case, before any procedure, as DOCX, PDF, ODT or Markdown. */
import { CASE_OUTLINES, optionsPaperQuerySchema } from '@demarche/api'
import { dayInBrussels, PUBLIC, slugOfEntity } from '@demarche/core'
import { z } from 'zod'
import { paperThread } from '../../dossier/paper-thread.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { sendPaper } from '../send-paper.ts'
import { entityParamsSchema, type Verb } from '../verb.ts'
import { dossierAsked } from './dossier-asked.ts'

const documentParamsSchema = entityParamsSchema.extend({ outline: z.enum(CASE_OUTLINES) })

export const downloadCaseDocument: Verb = (app, { office, party }) => {
  app.get(
    '/api/cases/:entity/documents/:outline',
    {
      schema: { params: documentParamsSchema, querystring: optionsPaperQuerySchema },
      config: { heavy: 'papers' },
    },
    async (request, reply) => {
      const { doctrine, clock } = office()
      const session = sessionOf(request)
      const { entity, outline } = request.params
      const { format, language, ...asked } = request.query
      const { as } = asked
      const dossier = await dossierAsked(office(), party, readerOf(session), entity, asked)
      const paper = await paperThread.write({
        dossier,
        doctrine,
        format,
        producedOn: dayInBrussels(clock().toISOString()),
        as,
        language,
        circulated: {
          name: `${outline.replace('doc-', '')}-${slugOfEntity(entity)}`,
          // it carries what it contains: no procedure stands behind it. Whoever it is shown to, it is the paper of its party
          document: { outline, marking: PUBLIC, party: session.party, procedure: { acts: [] } },
        },
      })
      return sendPaper(reply, paper)
    },
  )
}
