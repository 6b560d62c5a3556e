/** POST /api/contact-replies/look: who asks, and until when, without answering. Open: whoever holds the link may ask. */
import { type ContactLinkAnswer, lookAtContactLinkSchema } from '@demarche/api'
import { dayInBrussels } from '@demarche/core'
import { refuseContactLink } from '../../contact/contact-desk.ts'
import { sayAsker } from '../../contact/deliver-checks.ts'
import { SIGN_IN_LIMIT } from '../session/sign-in-limit.ts'
import type { Verb } from '../verb.ts'

export const lookAtContactLink: Verb = (app, { accounts, parties, outside }) => {
  app.post(
    '/api/contact-replies/look',
    { schema: { body: lookAtContactLinkSchema }, config: { open: true, rateLimit: SIGN_IN_LIMIT } },
    async (request): Promise<ContactLinkAnswer> => {
      const link = await accounts.contactLinks.look(request.body.token)
      if (!link) throw refuseContactLink()
      return {
        asker: sayAsker(link.party, parties(), outside.address),
        until: dayInBrussels(link.expiresAt.toISOString()),
      }
    },
  )
}
