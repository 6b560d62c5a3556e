/** GET and POST /api/audit/verification: how the last proof of the records came out, and beginning one; for auditors. */
import type { VerificationAnswer } from '@demarche/api'
import { auditorOf } from '../../audit/auditor.ts'
import type { Verb } from '../verb.ts'

export const verifyRecords: Verb = (app, { office, verifications }) => {
  app.route({
    method: 'GET',
    url: '/api/audit/verification',
    handler: async (request): Promise<VerificationAnswer> => {
      auditorOf(request)
      return verifications.state()
    },
  })
  app.post(
    '/api/audit/verification',
    { config: { heavy: 'proofs' } },
    async (request, reply): Promise<VerificationAnswer> => {
      auditorOf(request)
      const { store, clock } = office()
      reply.code(202)
      return verifications.begin(store, clock)
    },
  )
}
