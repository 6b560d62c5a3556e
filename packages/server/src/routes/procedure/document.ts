/** GET /api/procedures/:entity/documents/:outline: a document of the procedure as DOCX, PDF, ODT or Markdown. */
import { CIRCULATED_OUTLINES, circulatedDocumentQuerySchema, faultOf, refusalOf } from '@demarche/api'
import { dayInBrussels, whyNoVersion } from '@demarche/core'
import { z } from 'zod'
import { paperThread } from '../../dossier/paper-thread.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { sendPaper } from '../send-paper.ts'
import type { Verb } from '../verb.ts'
import { procedureParamsSchema } from './procedure-params.ts'

const documentParamsSchema = procedureParamsSchema.extend({ outline: z.enum(CIRCULATED_OUTLINES) })

/** Papers that have a place for items of evidence. */
const SPEAKS_OF_EVIDENCE: ReadonlySet<string> = new Set([
  'doc-listing-proposal',
  'doc-evidence-package',
  'doc-relex-questions',
])
/** Goes through every entry of the register. */
const REVIEWS_REGISTER = 'doc-prolongation-note'

export const downloadProcedureDocument: Verb = (app, { office, party }) => {
  app.get(
    '/api/procedures/:entity/documents/:outline',
    {
      schema: { params: documentParamsSchema, querystring: circulatedDocumentQuerySchema },
      config: { heavy: 'papers' },
    },
    async (request, reply) => {
      const { previews, doctrine, clock, evidenceForPapers, register } = office()
      const session = sessionOf(request)
      const { entity, outline } = request.params
      const { format, version, as, language } = request.query
      const view = as === undefined ? office() : previews.of(as, party)
      const { dossiers, procedures } = view
      const at = clock()
      const { procedure, marking, text } = await procedures.show(session, entity, at, false)
      const missing = version === undefined ? null : whyNoVersion(text, version)
      if (missing) throw refusalOf('value-refused', faultOf('/version', missing, 'TXT-18'))
      const { acts, vote, adoption } = procedure
      const reader = readerOf(session)
      const evidence = SPEAKS_OF_EVIDENCE.has(outline)
        ? await evidenceForPapers.ofCase(reader, procedure.case, view, language)
        : undefined
      const paper = await paperThread.write({
        dossier: await dossiers.dossier(reader, procedure.case, {}),
        doctrine,
        format,
        producedOn: dayInBrussels(at.toISOString()),
        as,
        language,
        circulated: {
          name: `${outline.replace('doc-', '')}-${entity.replace('procedure:', '')}`,
          document: {
            outline,
            marking,
            party: session.party,
            ...(version === undefined ? {} : { version }),
            ...(evidence ? { evidence } : {}),
            ...(outline === REVIEWS_REGISTER ? { register: register() } : {}),
            procedure: {
              acts,
              ...(vote ? { decisionRule: vote.rule } : {}),
              ...(adoption ? { adopted: { at: adoption.at, how: adoption.how } } : {}),
            },
          },
        },
      })
      return sendPaper(reply, paper)
    },
  )
}
