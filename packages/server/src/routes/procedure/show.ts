/** GET /api/procedures/:entity: where a measure stands, what may be done next and by whom, its text and its positions. */
import { type ProcedureAnswer, procedureQuerySchema } from '@demarche/api'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { procedureParamsSchema } from './procedure-params.ts'

export const showProcedure: Verb = (app, { office }) => {
  app.get(
    '/api/procedures/:entity',
    { schema: { params: procedureParamsSchema, querystring: procedureQuerySchema } },
    async (request): Promise<ProcedureAnswer> => {
      const { procedures, clock } = office()
      const { at } = request.query
      return procedures.show(
        sessionOf(request),
        request.params.entity,
        at === undefined ? clock() : new Date(at),
        at === undefined,
      )
    },
  )
}
