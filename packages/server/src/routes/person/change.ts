/** POST /api/people/:person: changes name, party, roles, ceiling; closes and reopens an account. For administrators. */
import { changePersonSchema, type PersonAnswer } from '@demarche/api'
import { administratorOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { refuseUnknownParty } from './known-party.ts'
import { personParamsSchema } from './person-params.ts'

export const changePerson: Verb = (app, { accounts, parties, party }) => {
  app.route({
    method: 'POST',
    url: '/api/people/:person',
    schema: { params: personParamsSchema, body: changePersonSchema },
    handler: async (request): Promise<PersonAnswer> => {
      const by = administratorOf(request).person
      const { person } = request.params
      const { open, ...change } = request.body
      if (change.party !== undefined) refuseUnknownParty(change.party, parties, party)
      if (open === false) await accounts.people.close(by, person)
      if (open === true) await accounts.people.reopen(by, person)
      return Object.keys(change).length > 0
        ? accounts.people.change(by, person, change)
        : accounts.people.get(person)
    },
  })
}
