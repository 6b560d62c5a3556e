/** POST /api/portfolio/records: puts a new record on record with its first statement. The name is required. */
import { type NewRecordAnswer, newRecordSchema } from '@demarche/api'
import { vocabularyOf } from '@demarche/core'
import { openEntity } from '../../record/open-entity.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const openRecord: Verb = (app, { office }) => {
  app.post(
    '/api/portfolio/records',
    { schema: { body: newRecordSchema } },
    async (request, reply): Promise<NewRecordAnswer> => {
      const { kind, ...input } = request.body
      const vocabulary = vocabularyOf(office().portfolio.kind(kind))
      const statement = await openEntity(office(), readerOf(sessionOf(request)), vocabulary, input)
      request.actedOn = statement.entity
      reply.code(201)
      return { entity: statement.entity, statement }
    },
  )
}
