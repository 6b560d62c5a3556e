/** GET /api/partners/:code/brief: a draft brief for the next round with a partner, as DOCX, PDF, ODT or Markdown. */
import { partnerBriefQuerySchema, placeCodeSchema } from '@demarche/api'
import { dayInBrussels } from '@demarche/core'
import { z } from 'zod'
import { askedAs } from '../../access/preview.ts'
import { paperThread } from '../../dossier/paper-thread.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { sendPaper } from '../send-paper.ts'
import type { Verb } from '../verb.ts'

export const downloadPartnerBrief: Verb = (app, { office, party }) => {
  app.get(
    '/api/partners/:code/brief',
    {
      schema: { params: z.strictObject({ code: placeCodeSchema }), querystring: partnerBriefQuerySchema },
      config: { heavy: 'papers' },
    },
    async (request, reply) => {
      const { doctrine, clock } = office()
      const { format, language, asOf, as } = request.query
      const reader = readerOf(sessionOf(request))
      const brief = await askedAs(office(), party, as, ({ portfolio }) =>
        portfolio.brief(reader, request.params.code, language, asOf),
      )
      const producedOn = dayInBrussels(clock().toISOString())
      const paper = await paperThread.write({
        brief: { ...brief, producedOn, doctrineVersion: doctrine.version },
        format,
        as,
      })
      return sendPaper(reply, paper)
    },
  )
}
