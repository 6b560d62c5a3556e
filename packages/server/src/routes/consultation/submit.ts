/** POST /api/consultations/:entity/submissions: answers a consultation with an account, under the own name. */
import { accountSubmissionSchema, type SubmissionReceipt } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { receiveSubmission } from '../../stakeholders/receive-submission.ts'
import type { Verb } from '../verb.ts'
import { MOST_BYTES } from '../public/public-route.ts'
import { consultationParamsSchema } from './show.ts'

export const submitWithAccount: Verb = (app, { office, accounts, party, parties }) => {
  app.post(
    '/api/consultations/:entity/submissions',
    {
      schema: { params: consultationParamsSchema, body: accountSubmissionSchema },
      bodyLimit: MOST_BYTES,
    },
    async (request, reply): Promise<SubmissionReceipt> => {
      const session = sessionOf(request)
      const asked = await office().consultations.asked(readerOf(session), request.params.entity)
      const own = parties().find(({ code }) => code === session.party)?.label ?? session.party
      const from = asked.consultation.naming === 'none' ? undefined : `${session.name}, ${own}`
      const { entity, ...receipt } = await receiveSubmission(
        office(),
        accounts.submissionLinks,
        party,
        asked,
        { ...request.body, from },
      )
      request.actedOn = entity
      reply.code(201)
      return receipt
    },
  )
}
