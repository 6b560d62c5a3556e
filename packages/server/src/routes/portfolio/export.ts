/** GET /api/portfolio/export: the records of a kind, filtered as a list, as CSV, XLSX, JSON or IATI. */
import { recordExportQuerySchema } from '@demarche/api'
import { exportRecords } from '../../portfolio/export-records.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { sendFile } from '../send-file.ts'
import type { Verb } from '../verb.ts'

export const exportRecordsRoute: Verb = (app, { office, party, parties }) => {
  app.get(
    '/api/portfolio/export',
    { schema: { querystring: recordExportQuerySchema }, config: { heavy: 'papers' } },
    async (request, reply) => {
      const { portfolio, clock } = office()
      const { format, ...query } = request.query
      const found = await portfolio.all(readerOf(sessionOf(request)), query)
      const file = await exportRecords({ ...found, at: clock(), party, parties: parties() }, format)
      return sendFile(reply, file)
    },
  )
}
