/** POST /api/procedures/:entity/acts: does one thing in a procedure; which verbs there are stands in docs/actions. */
import { type RecordActAnswer, recordActSchema } from '@demarche/api'
import { recordAct } from '../../procedure/record-act.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { procedureParamsSchema } from './procedure-params.ts'

export const actInProcedure: Verb = (app, { office }) => {
  app.post(
    '/api/procedures/:entity/acts',
    { schema: { params: procedureParamsSchema, body: recordActSchema } },
    async (request, reply): Promise<RecordActAnswer> => {
      const { act, follows } = request.body
      const statement = await recordAct(office(), sessionOf(request), request.params.entity, act, follows)
      reply.code(201)
      return { statement }
    },
  )
}
