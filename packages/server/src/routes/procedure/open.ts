/** POST /api/cases/:entity/procedures: opens one measure of a case on its own track. */
import { type OpenProcedureAnswer, openProcedureSchema } from '@demarche/api'
import { openProcedure } from '../../procedure/open-procedure.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { entityParamsSchema, type Verb } from '../verb.ts'

export const openProcedureRoute: Verb = (app, { office }) => {
  app.post(
    '/api/cases/:entity/procedures',
    { schema: { params: entityParamsSchema, body: openProcedureSchema } },
    async (request, reply): Promise<OpenProcedureAnswer> => {
      const statement = await openProcedure(office(), sessionOf(request), request.params.entity, request.body)
      request.actedOn = statement.entity
      reply.code(201)
      return { entity: statement.entity, statement }
    },
  )
}
