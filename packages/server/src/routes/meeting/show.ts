/** GET /api/meetings/:body: everything on the table of a body at its next meeting, or at that of a day. */
import { MEETING_BODIES, type MeetingAnswer, meetingQuerySchema } from '@demarche/api'
import { z } from 'zod'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

const bodyParamsSchema = z.strictObject({ body: z.enum(MEETING_BODIES) })

export const showMeeting: Verb = (app, { office }) => {
  app.get(
    '/api/meetings/:body',
    { schema: { params: bodyParamsSchema, querystring: meetingQuerySchema } },
    async (request): Promise<MeetingAnswer> => {
      const { procedures, clock } = office()
      return procedures.meeting(readerOf(sessionOf(request)), request.params.body, clock(), request.query.on)
    },
  )
}
