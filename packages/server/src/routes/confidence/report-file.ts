/** GET /api/confidence/reports/file: a report filled in as DOCX, PDF, ODT, Markdown or CSV. */
import { confidenceReportFileQuerySchema } from '@demarche/api'
import { dayInBrussels } from '@demarche/core'
import { askedAs } from '../../access/preview.ts'
import { paperThread } from '../../dossier/paper-thread.ts'
import { writeConfidenceTable } from '../../dossier/write-confidence-table.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { sendFile } from '../send-file.ts'
import { sendPaper } from '../send-paper.ts'
import type { Verb } from '../verb.ts'

export const downloadConfidenceReport: Verb = (app, { office, party }) => {
  app.get(
    '/api/confidence/reports/file',
    { schema: { querystring: confidenceReportFileQuerySchema }, config: { heavy: 'papers' } },
    async (request, reply) => {
      const { doctrine, clock } = office()
      const { format, language, as, ...query } = request.query
      const reader = readerOf(sessionOf(request))
      const found = await askedAs(office(), party, as, ({ confidence }) =>
        confidence.paper(reader, query, language),
      )
      const report = {
        ...found,
        producedOn: dayInBrussels(clock().toISOString()),
        doctrineVersion: doctrine.version,
      }
      return format === 'csv'
        ? sendFile(reply, await writeConfidenceTable(report, as))
        : sendPaper(reply, await paperThread.write({ report, format, as }))
    },
  )
}
