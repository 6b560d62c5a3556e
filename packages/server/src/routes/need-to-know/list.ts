/** GET /api/need-to-know: the need-to-know lists on which the reader stands, with who else does. */
import type { NeedToKnowAnswer } from '@demarche/api'
import { ownLists } from '../../access/need-to-know.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const listNeedToKnow: Verb = (app, { office, accounts }) => {
  app.route({
    method: 'GET',
    url: '/api/need-to-know',
    handler: async (request): Promise<NeedToKnowAnswer> => ({
      lists: await ownLists(office(), accounts.people, readerOf(sessionOf(request))),
    }),
  })
}
