/** GET /api/cases/:entity/documents/:outline: a paper of the case, before any procedure, as DOCX, PDF, ODT or Markdown. */
import { CASE_OUTLINES, optionsPaperQuerySchema } from '@demarche/api'
import { dayInBrussels, PUBLIC, slugOfEntity } from '@demarche/core'
import { z } from 'zod'
import { paperThread } from '../../dossier/paper-thread.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { sendPaper } from '../send-paper.ts'
import { entityParamsSchema, type Verb } from '../verb.ts'

const documentParamsSchema = entityParamsSchema.extend({ outline: z.enum(CASE_OUTLINES) })

export const downloadCaseDocument: Verb = (app, { office, party }) => {
  app.get(
    '/api/cases/:entity/documents/:outline',
    {
      schema: { params: documentParamsSchema, querystring: optionsPaperQuerySchema },
      config: { heavy: 'papers' },
    },
    async (request, reply) => {
      const { dossiers, previews, doctrine, clock } = office()
      const session = sessionOf(request)
      const reader = readerOf(session)
      const { entity, outline } = request.params
      const { format, as, language, ...when } = request.query
      const dossier =
        as === undefined
          ? await dossiers.dossier(reader, entity, when)
          : await previews.dossier(dossiers, reader, previews.of(as, party), entity, when)
      const paper = await paperThread.write({
        dossier,
        doctrine,
        format,
        producedOn: dayInBrussels(clock().toISOString()),
        as,
        language,
        circulated: {
          name: `${outline.replace('doc-', '')}-${slugOfEntity(entity)}`,
          // it carries what it contains: no procedure stands behind it
          document: { outline, marking: PUBLIC, party: session.party, procedure: { acts: [] } },
        },
      })
      return sendPaper(reply, paper)
    },
  )
}
