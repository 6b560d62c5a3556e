/** GET /api/procedures: the procedures that the reader may see, of one case when it is named. */
import { type ProcedureListAnswer, procedureListQuerySchema } from '@demarche/api'
import { readerOf } from '../../office.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const listProcedures: Verb = (app, { office }) => {
  app.get(
    '/api/procedures',
    { schema: { querystring: procedureListQuerySchema } },
    async (request): Promise<ProcedureListAnswer> => {
      const { procedures, clock } = office()
      const at = request.query.at === undefined ? clock() : new Date(request.query.at)
      return {
        at: at.toISOString(),
        procedures: await procedures.list(readerOf(sessionOf(request)), at, request.query.case),
      }
    },
  )
}
