/** DELETE /api/session: ends the session and takes the cookie back. */
import { SESSION_COOKIE, sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const signOut: Verb = (app, { accounts }) => {
  app.delete('/api/session', { config: { ownAccount: true } }, async (request, reply) => {
    const { person, id } = sessionOf(request)
    await accounts.sessions.end(person, id)
    await accounts.events.record('signed-out', { person })
    return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send()
  })
}
