/** POST /api/submissions/:entity/moderation: accepts a submission, or sets it aside with the reason. */
import { type ModerationAnswer, moderationSchema, submissionEntitySchema } from '@demarche/api'
import { z } from 'zod'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { moderate } from '../../stakeholders/moderate.ts'
import type { Verb } from '../verb.ts'

export const moderateSubmission: Verb = (app, { office, party }) => {
  app.post(
    '/api/submissions/:entity/moderation',
    { schema: { params: z.strictObject({ entity: submissionEntitySchema }), body: moderationSchema } },
    async (request): Promise<ModerationAnswer> =>
      moderate(office(), party, readerOf(sessionOf(request)), request.params.entity, request.body),
  )
}
