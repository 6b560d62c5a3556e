/** POST and DELETE /api/need-to-know/:list/members: puts somebody on a list, or takes somebody off; for those on it. */
import { addMemberSchema, listMemberParamsSchema, listParamsSchema, type NeedToKnowList } from '@demarche/api'
import { putOnList, takeOffList } from '../../access/need-to-know.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const changeNeedToKnowList: Verb = (app, { office, accounts }) => {
  app.route({
    method: 'POST',
    url: '/api/need-to-know/:list/members',
    schema: { params: listParamsSchema, body: addMemberSchema },
    handler: async (request): Promise<NeedToKnowList> =>
      putOnList(
        office(),
        accounts.people,
        readerOf(sessionOf(request)),
        request.params.list,
        request.body.person,
      ),
  })
  app.route({
    method: 'DELETE',
    url: '/api/need-to-know/:list/members/:person',
    schema: { params: listMemberParamsSchema },
    handler: async (request): Promise<NeedToKnowList> =>
      takeOffList(
        office(),
        accounts.people,
        readerOf(sessionOf(request)),
        request.params.list,
        request.params.person,
      ),
  })
}
