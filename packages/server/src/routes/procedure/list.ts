/** GET /api/procedures: the procedures that the reader may see, of one case when it is named. */
import { type ProcedureInList, type ProcedureListAnswer, procedureListQuerySchema } from '@demarche/api'
import type { ProcedureOnRecord } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const listProcedures: Verb = (app, { office }) => {
  app.get(
    '/api/procedures',
    { schema: { querystring: procedureListQuerySchema } },
    async (request): Promise<ProcedureListAnswer> => {
      const { procedures, clock } = office()
      const at = request.query.at === undefined ? clock() : new Date(request.query.at)
      const found = await procedures.list(readerOf(sessionOf(request)), at, request.query.case)
      return { at: at.toISOString(), procedures: found.map(inList) }
    },
  )
}

function inList({ procedure, ...one }: ProcedureOnRecord): ProcedureInList {
  const { acts: _acts, stated: _stated, positions: _positions, ignored: _ignored, ...shown } = procedure
  return { ...one, procedure: shown }
}
