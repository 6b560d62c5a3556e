/** POST /api/people: invites somebody; the link is shown this once. For administrators. */
import { type InvitationGiven, invitePersonSchema } from '@demarche/api'
import { administratorOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { refuseUnknownParty } from './known-party.ts'

export const invitePerson: Verb = (app, { accounts, parties, party }) => {
  app.post(
    '/api/people',
    { schema: { body: invitePersonSchema } },
    async (request, reply): Promise<InvitationGiven> => {
      const { person } = administratorOf(request)
      refuseUnknownParty(request.body.party, parties, party)
      reply.code(201)
      return accounts.people.invite(person, request.body)
    },
  )
}
