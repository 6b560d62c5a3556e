/** GET /api/statements/:id: one statement, if the reader may see it; of an erased one what is left. */
import { type StatementAnswer } from '@demarche/api'
import { z } from 'zod'
import { notOnRecord } from '../../not-on-record.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

const paramsSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits'),
})

export const showStatement: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/statements/:id',
    schema: { params: paramsSchema },
    handler: async (request): Promise<StatementAnswer> => {
      const ledger = office().store.as(readerOf(sessionOf(request)))
      const { id } = request.params
      const statement = (await ledger.statement(id)) ?? (await ledger.erased(id))
      if (!statement) {
        throw notOnRecord(request.params.id)
      }
      return statement
    },
  })
}
