/** POST /api/cases/:entity/statements: adds, corrects (supersedes) or withdraws (retracts). */
import { type AppendAnswer, statementInputSchema } from '@demarche/api'
import { CASE_VOCABULARY } from '@demarche/core'
import { readerOf } from '../../session/session.ts'
import { addStatement } from '../../record/add-statement.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { entityParamsSchema, type Verb } from '../verb.ts'

export const addStatementRoute: Verb = (app, { office }) => {
  app.post(
    '/api/cases/:entity/statements',
    { schema: { params: entityParamsSchema, body: statementInputSchema } },
    async (request, reply): Promise<AppendAnswer> => {
      const statement = await addStatement(
        office(),
        readerOf(sessionOf(request)),
        CASE_VOCABULARY,
        request.params.entity,
        request.body,
      )
      reply.code(201)
      return { statement, references: [...(statement.supersedes ?? []), ...(statement.retracts ?? [])] }
    },
  )
}
