/** POST /api/people/:person: changes name, party, roles, ceiling; closes and reopens an account. For administrators. */
import { type AccessOutcome, changePersonSchema } from '@demarche/api'
import { administratorOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { answerOutcome } from './answer-outcome.ts'
import { refuseUnknownParty } from './known-party.ts'
import { personParamsSchema } from './person-params.ts'

export const changePerson: Verb = (app, { accounts, parties, party }) => {
  app.post(
    '/api/people/:person',
    { schema: { params: personParamsSchema, body: changePersonSchema } },
    async (request, reply): Promise<AccessOutcome> => {
      const by = administratorOf(request).person
      const { person } = request.params
      const { open, ...change } = request.body
      if (change.party !== undefined) refuseUnknownParty(change.party, parties, party)
      // what takes access away never waits
      if (open === false) await accounts.people.close(by, person)
      const input = { ...change, ...(open === true && { open }) }
      if (Object.keys(input).length > 0)
        return answerOutcome(request, reply, await accounts.access.change(by, person, input))
      return answerOutcome(request, reply, {
        person: await accounts.people.get(person),
        token: null,
        waiting: null,
        detail: 'closed',
      })
    },
  )
}
