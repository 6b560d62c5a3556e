/** GET /api/need-to-know/people: whom the reader may put on a list; people of other parties only by whole name or address. */
import { type FindPeopleAnswer, findPeopleQuerySchema } from '@demarche/api'
import { findPeople } from '../../access/need-to-know.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const findPeopleForList: Verb = (app, { office, accounts }) => {
  app.route({
    method: 'GET',
    url: '/api/need-to-know/people',
    schema: { querystring: findPeopleQuerySchema },
    // enough for somebody who types; too little for guessing names and addresses (ACS-04)
    config: { heavy: 'searches for people' },
    handler: async (request): Promise<FindPeopleAnswer> => ({
      people: await findPeople(office(), accounts.people, readerOf(sessionOf(request)), request.query.who),
    }),
  })
}
