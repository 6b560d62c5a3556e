/** POST /api/public/consultations/:entity/submissions: answers a consultation without an account. */
import { publicSubmissionSchema, type SubmissionReceipt } from '@demarche/api'
import { EVERYBODY } from '../../stakeholders/readers.ts'
import { receiveSubmission } from '../../stakeholders/receive-submission.ts'
import { consultationParamsSchema } from '../consultation/show.ts'
import type { Verb } from '../verb.ts'
import { MOST_BYTES, PUBLIC_WRITING, onlyWhileOn } from './public-route.ts'

export const submitWithoutAccount: Verb = (app, desk) => {
  app.post(
    '/api/public/consultations/:entity/submissions',
    {
      schema: { params: consultationParamsSchema, body: publicSubmissionSchema },
      config: PUBLIC_WRITING,
      onRequest: onlyWhileOn(desk),
      bodyLimit: MOST_BYTES,
    },
    async (request, reply): Promise<SubmissionReceipt> => {
      const office = desk.office()
      const asked = await office.consultations.asked(EVERYBODY, request.params.entity)
      const { submissionLinks } = desk.accounts
      const { entity, ...receipt } = await receiveSubmission(
        office,
        submissionLinks,
        desk.party,
        asked,
        request.body,
        office.countSubmission,
      )
      request.actedOn = entity
      reply.code(201)
      return receipt
    },
  )
}
