/** GET and POST /api/account: the own account, its name, and on a new desk the party and e-mail address too. */
import { type AccountAnswer, changeAccountSchema, DemarcheError } from '@demarche/api'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { refuseUnknownParty } from './known-party.ts'

export const ownAccount: Verb = (app, { accounts, parties, party }) => {
  const { secondFactorRequired } = accounts
  app.route({
    method: 'GET',
    url: '/api/account',
    config: { ownAccount: true },
    handler: async (request): Promise<AccountAnswer> => ({
      ...(await accounts.people.get(sessionOf(request).person)),
      secondFactorRequired,
    }),
  })
  app.route({
    method: 'POST',
    url: '/api/account',
    schema: { body: changeAccountSchema },
    config: { ownAccount: true },
    handler: async (request): Promise<AccountAnswer> => {
      const { person, roles } = sessionOf(request)
      const change = request.body
      if ((change.party !== undefined || change.email !== undefined) && !roles.includes('administrator')) {
        throw new DemarcheError(
          'not-allowed',
          'Party and e-mail address are given by an administrator of the desk. Rule ACC-02.',
        )
      }
      if (change.party !== undefined) refuseUnknownParty(change.party, parties, party)
      return { ...(await accounts.people.change(person, person, change)), secondFactorRequired }
    },
  })
}
