/** GET /api/consultations/:entity/synthesis/file: the synthesis and what came of it as DOCX, PDF, ODT or Markdown. */
import { synthesisFileQuerySchema } from '@demarche/api'
import { askedAs } from '../../access/preview.ts'
import { paperThread } from '../../dossier/paper-thread.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { synthesisPaper } from '../../stakeholders/synthesis-paper.ts'
import { sendPaper } from '../send-paper.ts'
import type { Verb } from '../verb.ts'
import { consultationParamsSchema } from './show.ts'

export const downloadSynthesis: Verb = (app, { office, party }) => {
  app.get(
    '/api/consultations/:entity/synthesis/file',
    {
      schema: { params: consultationParamsSchema, querystring: synthesisFileQuerySchema },
      config: { heavy: 'papers' },
    },
    async (request, reply) => {
      const { doctrine, clock } = office()
      const { format, language, as } = request.query
      const reader = readerOf(sessionOf(request))
      const synthesis = await askedAs(office(), party, as, (desks) =>
        synthesisPaper({ ...desks, doctrine, clock }, reader, request.params.entity, language),
      )
      return sendPaper(reply, await paperThread.write({ synthesis, format, as }))
    },
  )
}
