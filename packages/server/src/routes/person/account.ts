/** GET and POST /api/account: the own account, its name, and on a new desk the party and e-mail address too. */
import {
  type AccessOutcome,
  type AccountAnswer,
  changeAccountSchema,
  faultOf,
  refusalOf,
} from '@demarche/api'
import { inWords } from '@demarche/core'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { answerOutcome } from './answer-outcome.ts'
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
  app.post(
    '/api/account',
    { schema: { body: changeAccountSchema }, config: { ownAccount: true } },
    async (request, reply): Promise<AccessOutcome> => {
      const { person, roles } = sessionOf(request)
      const change = request.body
      if ((change.party !== undefined || change.email !== undefined) && !roles.includes('administrator')) {
        throw refusalOf('not-allowed', faultOf('/', inWords('given-by-administrator'), 'ACC-02'))
      }
      if (change.party !== undefined) refuseUnknownParty(change.party, parties, party)
      return answerOutcome(request, reply, await accounts.access.change(person, person, change))
    },
  )
}
