/** POST /api/erasures/:erasure/confirmation erases; DELETE /api/erasures/:erasure takes the proposal back. */
import type { ErasureConfirmed } from '@demarche/api'
import { z } from 'zod'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { confirmErasure, withdrawErasure } from './erasure-desk.ts'

const paramsSchema = z.strictObject({
  erasure: z
    .string()
    .regex(/^erasure:[a-z0-9]{12}$/, 'expected erasure: and 12 lower-case letters or digits'),
})

export const endErasure: Verb = (app, { office }) => {
  app.route({
    method: 'POST',
    url: '/api/erasures/:erasure/confirmation',
    schema: { params: paramsSchema },
    handler: async (request): Promise<ErasureConfirmed> => {
      const confirmed = await confirmErasure(office(), sessionOf(request), request.params.erasure)
      request.actedOn = confirmed.statement
      return confirmed
    },
  })
  app.delete('/api/erasures/:erasure', { schema: { params: paramsSchema } }, async (request, reply) => {
    request.actedOn = await withdrawErasure(office(), sessionOf(request), request.params.erasure)
    return reply.code(204).send()
  })
}
