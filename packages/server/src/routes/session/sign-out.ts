/** DELETE /api/session: ends the session and takes the cookie back. */
import { SESSION_COOKIE } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const signOut: Verb = (app, { sessions }) => {
  app.delete('/api/session', async (request, reply) => {
    const token = request.cookies[SESSION_COOKIE]
    if (token !== undefined) sessions.signOut(token)
    return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send()
  })
}
