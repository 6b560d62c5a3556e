/** GET /api/cases/:entity/procedures-elsewhere: the procedures of other desks that archives brought, to be read. */
import { proceduresElsewhereQuerySchema, type ProceduresElsewhereAnswer } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { entityParamsSchema, type Verb } from '../verb.ts'

export const listProceduresElsewhere: Verb = (app, { office }) => {
  app.get(
    '/api/cases/:entity/procedures-elsewhere',
    { schema: { params: entityParamsSchema, querystring: proceduresElsewhereQuerySchema } },
    async (request): Promise<ProceduresElsewhereAnswer> => {
      const { at } = request.query
      const until = at === undefined ? undefined : new Date(at)
      const reader = readerOf(sessionOf(request))
      return { procedures: await office().elsewhere.list(reader, request.params.entity, until) }
    },
  )
}
