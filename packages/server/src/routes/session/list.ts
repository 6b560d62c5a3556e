/** GET /api/account/sessions and DELETE /api/account/sessions/:session: the own sessions, seen and ended. */
import { faultOf, refusalOf, type SessionListAnswer } from '@demarche/api'
import { inWords } from '@demarche/core'
import { z } from 'zod'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

const paramsSchema = z.strictObject({ session: z.string().min(1).max(60) })

export const ownSessions: Verb = (app, { accounts }) => {
  app.route({
    method: 'GET',
    url: '/api/account/sessions',
    config: { ownAccount: true },
    handler: async (request): Promise<SessionListAnswer> => {
      const { person, id } = sessionOf(request)
      const sessions = await accounts.sessions.list(person)
      return { sessions: sessions.map((row) => ({ ...row, own: row.id === id })) }
    },
  })
  app.delete(
    '/api/account/sessions/:session',
    { schema: { params: paramsSchema }, config: { ownAccount: true } },
    async (request, reply) => {
      const { person } = sessionOf(request)
      if (!(await accounts.sessions.end(person, request.params.session)))
        throw refusalOf('not-found', faultOf('/', inWords('no-such-session')))
      await accounts.events.record('sessions-ended', { person, about: person })
      return reply.code(204).send()
    },
  )
}
