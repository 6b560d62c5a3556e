/** POST /api/people: invites somebody; the link is shown this once, to whoever makes it valid. For administrators. */
import { type AccessOutcome, invitePersonSchema } from '@demarche/api'
import { administratorOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { answerOutcome } from './answer-outcome.ts'
import { refuseUnknownParty } from './known-party.ts'

export const invitePerson: Verb = (app, { accounts, parties, party }) => {
  app.post(
    '/api/people',
    { schema: { body: invitePersonSchema } },
    async (request, reply): Promise<AccessOutcome> => {
      const { person } = administratorOf(request)
      refuseUnknownParty(request.body.party, parties, party)
      return answerOutcome(request, reply, await accounts.access.invite(person, request.body))
    },
  )
}
