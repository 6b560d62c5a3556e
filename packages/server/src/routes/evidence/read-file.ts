/** GET /api/evidence/:item/files/:statement: the bytes of one file of an item. Each reading is in the audit log. */
import { statementIdSchema } from '@demarche/core'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { itemParamsSchema } from './rests.ts'

const fileParamsSchema = itemParamsSchema.extend({ statement: statementIdSchema })

export const readFileOfEvidence: Verb = (app, { office }) => {
  app.get(
    '/api/evidence/:item/files/:statement',
    { schema: { params: fileParamsSchema }, config: { heavy: 'files of evidence' } },
    async (request, reply) => {
      const { item, statement } = request.params
      request.auditDetail = `file of statement ${statement}`
      const { filename, bytes } = await office().files.read(readerOf(sessionOf(request)), item, statement)
      // whatever it is, no browser shows it: it is taken away to be looked at elsewhere
      return reply
        .type('application/octet-stream')
        .header(
          'content-disposition',
          `attachment; filename="evidence"; filename*=UTF-8''${encodeURIComponent(filename)}`,
        )
        .header('cache-control', 'no-store')
        .send(bytes)
    },
  )
}
