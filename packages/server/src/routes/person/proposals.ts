/**
 * POST /api/people/proposals/:proposal/confirmation gives what another administrator proposed;
 * DELETE /api/people/proposals/:proposal takes a proposal back. For administrators.
 */
import type { AccessOutcome } from '@demarche/api'
import { z } from 'zod'
import { administratorOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { answerOutcome } from './answer-outcome.ts'

const paramsSchema = z.strictObject({ proposal: z.uuid() })

export const endAccessProposal: Verb = (app, { accounts }) => {
  const options = { schema: { params: paramsSchema } }
  app.post(
    '/api/people/proposals/:proposal/confirmation',
    options,
    async (request, reply): Promise<AccessOutcome> => {
      const { person } = administratorOf(request)
      return answerOutcome(request, reply, await accounts.access.confirm(person, request.params.proposal))
    },
  )
  app.delete('/api/people/proposals/:proposal', options, async (request, reply) => {
    const { person } = administratorOf(request)
    const { about, detail } = await accounts.access.withdraw(person, request.params.proposal)
    request.actedOn = about
    request.auditDetail = detail
    return reply.code(204).send()
  })
}
