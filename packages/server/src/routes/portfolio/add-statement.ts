/** POST /api/portfolio/records/:entity/statements: adds, corrects (supersedes) or withdraws (retracts). */
import { type AppendAnswer, statementInputSchema } from '@demarche/api'
import { kindOfEntity, vocabularyOf } from '@demarche/core'
import { addStatement } from '../../record/add-statement.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { recordParamsSchema } from './show.ts'

export const addStatementToRecord: Verb = (app, { office }) => {
  app.post(
    '/api/portfolio/records/:entity/statements',
    { schema: { params: recordParamsSchema, body: statementInputSchema } },
    async (request, reply): Promise<AppendAnswer> => {
      const { entity } = request.params
      const vocabulary = vocabularyOf(office().portfolio.kind(kindOfEntity(entity)))
      const statement = await addStatement(
        office(),
        readerOf(sessionOf(request)),
        vocabulary,
        entity,
        request.body,
      )
      request.auditDetail = `statement ${statement.id}`
      reply.code(201)
      return { statement, references: [...(statement.supersedes ?? []), ...(statement.retracts ?? [])] }
    },
  )
}
