/** POST /api/cases/:entity/statements: adds, corrects (supersedes) or withdraws (retracts). */
import { type AppendAnswer, statementInputSchema } from '@demarche/api'
import { CASE_VOCABULARY, dayInBrussels } from '@demarche/core'
import { readerOf } from '../../session/session.ts'
import { addStatement } from '../../record/add-statement.ts'
import { checkSignature } from '../../record/check-signature.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { entityParamsSchema, type Verb } from '../verb.ts'

export const addStatementRoute: Verb = (app, { office }) => {
  app.post(
    '/api/cases/:entity/statements',
    { schema: { params: entityParamsSchema, body: statementInputSchema } },
    async (request, reply): Promise<AppendAnswer> => {
      const { doctrine, clock } = office()
      const statement = await addStatement(
        office(),
        readerOf(sessionOf(request)),
        CASE_VOCABULARY,
        request.params.entity,
        request.body,
        (onRecord) => checkSignature(doctrine, request.body, onRecord, dayInBrussels(clock().toISOString())),
      )
      request.auditDetail = `statement ${statement.id}`
      reply.code(201)
      return { statement, references: [...(statement.supersedes ?? []), ...(statement.retracts ?? [])] }
    },
  )
}
