/** POST /api/contact-replies: answers a communication check, once. Open: whoever holds the link may. */
import { contactReplySchema } from '@demarche/api'
import { recordReply } from '../../contact/contact-desk.ts'
import { SIGN_IN_LIMIT } from '../session/sign-in-limit.ts'
import type { Verb } from '../verb.ts'

export const replyToContactCheck: Verb = (app, { office, accounts }) => {
  app.post(
    '/api/contact-replies',
    { schema: { body: contactReplySchema }, config: { open: true, rateLimit: SIGN_IN_LIMIT } },
    async (request, reply) => {
      await recordReply(office(), accounts.contactLinks, request.body)
      return reply.code(204).send()
    },
  )
}
