/** POST /api/need-to-know: makes a need-to-know list; whoever makes it stands on it. */
import { type NeedToKnowList, newListSchema } from '@demarche/api'
import { makeList } from '../../access/need-to-know.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const makeNeedToKnowList: Verb = (app, { office, accounts }) => {
  app.post(
    '/api/need-to-know',
    { schema: { body: newListSchema } },
    async (request, reply): Promise<NeedToKnowList> => {
      const id = `${office().newSuffix()}${office().newSuffix()}`
      reply.code(201)
      return makeList(office(), accounts.people, readerOf(sessionOf(request)), request.body, id)
    },
  )
}
