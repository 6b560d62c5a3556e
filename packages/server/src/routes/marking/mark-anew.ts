/** POST /api/statements/:id/marking: marks a statement anew, with a reason. */
import { type RemarkAnswer, remarkSchema } from '@demarche/api'
import { markAnew } from '../../access/mark-anew.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { statementParamsSchema } from './statement-params.ts'

export const markStatementAnew: Verb = (app, { office }) => {
  app.post(
    '/api/statements/:id/marking',
    { schema: { params: statementParamsSchema, body: remarkSchema } },
    async (request, reply): Promise<RemarkAnswer> => {
      reply.code(201)
      return markAnew(office(), readerOf(sessionOf(request)), request.params.id, request.body)
    },
  )
}
