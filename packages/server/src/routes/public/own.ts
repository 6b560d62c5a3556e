/** POST /api/public/submissions/look and /withdraw: one's own submission by the private link. */
import { type OwnSubmissionAnswer, submissionTokenSchema } from '@demarche/api'
import { lookAtOwn, withdrawOwn } from '../../stakeholders/own-submission.ts'
import type { Verb } from '../verb.ts'
import { PUBLIC_WRITING, onlyWhileOn } from './public-route.ts'

const ACTS = { look: lookAtOwn, withdraw: withdrawOwn }

export const ownSubmission: Verb = (app, desk) => {
  for (const [word, act] of Object.entries(ACTS))
    app.post(
      `/api/public/submissions/${word}`,
      { schema: { body: submissionTokenSchema }, config: PUBLIC_WRITING, onRequest: onlyWhileOn(desk) },
      async (request): Promise<OwnSubmissionAnswer> => {
        return act(desk.office(), desk.accounts.submissionLinks, desk.party, request.body.token)
      },
    )
}
