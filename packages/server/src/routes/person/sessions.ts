/** The sessions of a person, seen and ended by an administrator. */
import { faultOf, refusalOf, type SessionListAnswer } from '@demarche/api'
import { inWords } from '@demarche/core'
import { z } from 'zod'
import { administratorOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { personParamsSchema } from './person-params.ts'

const oneSchema = personParamsSchema.extend({ session: z.string().min(1).max(60) })

export const sessionsOfPerson: Verb = (app, { accounts }) => {
  app.route({
    method: 'GET',
    url: '/api/people/:person/sessions',
    schema: { params: personParamsSchema },
    handler: async (request): Promise<SessionListAnswer> => {
      const { id } = administratorOf(request)
      const { person } = await nameOf(request.params.person)
      const sessions = await accounts.sessions.list(person)
      return { sessions: sessions.map((row) => ({ ...row, own: row.id === id })) }
    },
  })
  app.delete(
    '/api/people/:person/sessions',
    { schema: { params: personParamsSchema } },
    async (request, reply) => {
      const by = administratorOf(request).person
      const { person } = await nameOf(request.params.person)
      await accounts.sessions.endAll(person)
      await accounts.events.record('sessions-ended', { person: by, about: person })
      return reply.code(204).send()
    },
  )
  app.delete(
    '/api/people/:person/sessions/:session',
    { schema: { params: oneSchema } },
    async (request, reply) => {
      const by = administratorOf(request).person
      const { person, session } = request.params
      if (!(await accounts.sessions.end(person, session)))
        throw refusalOf('not-found', faultOf('/', inWords('no-such-session')))
      await accounts.events.record('sessions-ended', { person: by, about: person })
      return reply.code(204).send()
    },
  )
  const nameOf = async (id: string) => ({ person: (await accounts.people.get(id)).id })
}
