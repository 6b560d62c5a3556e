/** POST /api/erasures: proposes to erase the content of one statement; somebody else confirms. */
import { type ErasureProposal, proposeErasureSchema } from '@demarche/api'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { proposeErasure } from './erasure-desk.ts'

export const proposeErasureRoute: Verb = (app, { office }) => {
  app.post(
    '/api/erasures',
    { schema: { body: proposeErasureSchema } },
    async (request, reply): Promise<ErasureProposal> => {
      // noted also when it is refused: which statement somebody wanted gone
      request.actedOn = request.body.statement
      const proposal = await proposeErasure(office(), sessionOf(request), request.body)
      reply.code(201)
      return proposal
    },
  )
}
