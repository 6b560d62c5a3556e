/** POST /api/cases: opens a case with its first statement. The name is required; the address is made from it. */
import { type NewCaseAnswer, newCaseSchema } from '@demarche/api'
import { CASE_VOCABULARY, dayInBrussels } from '@demarche/core'
import { readerOf } from '../../session/session.ts'
import { checkSignature } from '../../record/check-signature.ts'
import { openEntity } from '../../record/open-entity.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const openCaseRoute: Verb = (app, { office }) => {
  app.post(
    '/api/cases',
    { schema: { body: newCaseSchema } },
    async (request, reply): Promise<NewCaseAnswer> => {
      const { doctrine, clock } = office()
      const statement = await openEntity(
        office(),
        readerOf(sessionOf(request)),
        CASE_VOCABULARY,
        request.body,
        // of a new case nothing has been answered that could be signed
        () => checkSignature(doctrine, request.body, [], dayInBrussels(clock().toISOString())),
      )
      request.actedOn = statement.entity
      reply.code(201)
      return { entity: statement.entity, statement }
    },
  )
}
