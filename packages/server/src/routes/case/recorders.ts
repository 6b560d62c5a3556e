/** GET /api/cases/:entity/recorders: who put on record what the reader sees of a case, by name, where the reader may know. */
import type { RecordersAnswer } from '@demarche/api'
import { namesKnownTo, recordersOf } from '../../access/who-recorded.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { entityParamsSchema, type Verb } from '../verb.ts'

export const showRecorders: Verb = (app, { office, accounts }) => {
  app.route({
    method: 'GET',
    url: '/api/cases/:entity/recorders',
    schema: { params: entityParamsSchema },
    handler: async (request): Promise<RecordersAnswer> => {
      const reader = readerOf(sessionOf(request))
      const statements = await office().dossiers.statements(reader, request.params.entity)
      return { names: recordersOf(statements, await namesKnownTo(reader, accounts.people)) }
    },
  })
}
