/** GET /api/statements/:id: one statement, if the reader may see it. */
import { DemarcheError, type StatementAnswer } from '@demarche/api'
import { z } from 'zod'
import { readerOf } from '../../office.ts'
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
      const statement = await office()
        .store.as(readerOf(sessionOf(request)))
        .statement(request.params.id)
      if (!statement) {
        throw new DemarcheError(
          'not-found',
          `No statement ${request.params.id} that you may see is on record here.`,
        )
      }
      return statement
    },
  })
}
