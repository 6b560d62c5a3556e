/** POST /api/invitations/look: what an invitation is for, without using it. Open: whoever holds the link may ask. */
import { DemarcheError, type InvitationAnswer, lookAtInvitationSchema } from '@demarche/api'
import { refuseLink } from '../../accounts/sign-in.ts'
import { SIGN_IN_LIMIT } from '../session/sign-in-limit.ts'
import type { Verb } from '../verb.ts'

export const lookAtInvitation: Verb = (app, { accounts, parties }) => {
  app.route({
    method: 'POST',
    url: '/api/invitations/look',
    schema: { body: lookAtInvitationSchema },
    config: { open: true, rateLimit: SIGN_IN_LIMIT },
    handler: async (request): Promise<InvitationAnswer> => {
      const link = await accounts.links.look(request.body.token)
      if (link?.kind !== 'invitation' || link.person === null) throw refuseLink()
      const person = await accounts.people.get(link.person).catch((error: unknown) => {
        throw error instanceof DemarcheError ? refuseLink() : error
      })
      const { name, email, party, roles } = person
      const { secondFactorRequired } = accounts
      const partyName = parties().find(({ code }) => code === party)?.label ?? null
      return { name, email, party, partyName, roles, expiresAt: link.expiresAt, secondFactorRequired }
    },
  })
}
