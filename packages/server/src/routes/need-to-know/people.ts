/** GET /api/need-to-know/people: whom the reader may put on a list; people of other parties only by whole name or address. */
import { DemarcheError, type FindPeopleAnswer, findPeopleQuerySchema } from '@demarche/api'
import type { FastifyRequest } from 'fastify'
import { findPeople } from '../../access/need-to-know.ts'
import { readerOf } from '../../office.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

/** Enough for somebody who types; too little for guessing names and addresses (ACS-04). Counted for each person. */
export const FIND_LIMIT = {
  max: 60,
  timeWindow: 60_000,
  keyGenerator: (request: FastifyRequest) => `find ${sessionOf(request).person}`,
  errorResponseBuilder: (_request: FastifyRequest, { after }: { readonly after: string }) =>
    new DemarcheError(
      'too-many-requests',
      `Too many searches for people. Try again in ${after}. Rule ACS-04.`,
    ),
}

export const findPeopleForList: Verb = (app, { office, accounts }) => {
  app.route({
    method: 'GET',
    url: '/api/need-to-know/people',
    schema: { querystring: findPeopleQuerySchema },
    config: { rateLimit: FIND_LIMIT },
    handler: async (request): Promise<FindPeopleAnswer> => ({
      people: await findPeople(office(), accounts.people, readerOf(sessionOf(request)), request.query.who),
    }),
  })
}
