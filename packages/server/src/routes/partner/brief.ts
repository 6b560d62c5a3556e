/** GET /api/partners/:code/brief: a draft brief for the next round with a partner, as DOCX, PDF, ODT or Markdown. */
import { partnerBriefQuerySchema, placeCodeSchema } from '@demarche/api'
import { dayInBrussels } from '@demarche/core'
import { z } from 'zod'
import { paperThread } from '../../dossier/paper-thread.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { sendPaper } from '../send-paper.ts'
import type { Verb } from '../verb.ts'

export const downloadPartnerBrief: Verb = (app, { office }) => {
  app.get(
    '/api/partners/:code/brief',
    {
      schema: { params: z.strictObject({ code: placeCodeSchema }), querystring: partnerBriefQuerySchema },
      config: { heavy: 'papers' },
    },
    async (request, reply) => {
      const { portfolio, doctrine, clock } = office()
      const { format, language, asOf } = request.query
      const reader = readerOf(sessionOf(request))
      const brief = await portfolio.brief(reader, request.params.code, language, asOf)
      const producedOn = dayInBrussels(clock().toISOString())
      const paper = await paperThread.write({
        brief: { ...brief, producedOn, doctrineVersion: doctrine.version },
        format,
      })
      return sendPaper(reply, paper)
    },
  )
}
