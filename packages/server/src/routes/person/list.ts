/** GET /api/people: everybody who has an account at this desk. For administrators. */
import type { PeopleAnswer } from '@demarche/api'
import { administratorOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const listPeople: Verb = (app, { accounts }) => {
  app.route({
    method: 'GET',
    url: '/api/people',
    handler: async (request): Promise<PeopleAnswer> => {
      const { person } = administratorOf(request)
      const [people, proposals] = await Promise.all([accounts.people.list(), accounts.access.list(person)])
      return { people, proposals }
    },
  })
}
