/** DELETE /api/session: ends the session and takes the cookie back. */
import { isOverTls, sessionCookieOf, sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const signOut: Verb = (app, { accounts, publicUrl }) => {
  app.delete('/api/session', { config: { ownAccount: true } }, async (request, reply) => {
    const { person, id } = sessionOf(request)
    await accounts.sessions.end(person, id)
    await accounts.events.record('signed-out', { person })
    return reply
      .clearCookie(sessionCookieOf(publicUrl), { path: '/', secure: isOverTls(publicUrl) })
      .code(204)
      .send()
  })
}
