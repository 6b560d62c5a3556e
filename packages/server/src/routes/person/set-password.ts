/** POST /api/account/password: gives the own account a password, or another one; other sessions end. */
import { faultOf, refusalOf, type SessionAnswer, setPasswordSchema } from '@demarche/api'
import { inWords } from '@demarche/core'
import { giveSession } from '../../session/session-cookie.ts'
import { callerOf, sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { SIGN_IN_LIMIT } from '../session/sign-in-limit.ts'

export const setPassword: Verb = (app, { accounts, publicUrl }) => {
  app.post(
    '/api/account/password',
    { schema: { body: setPasswordSchema }, config: { ownAccount: true, rateLimit: SIGN_IN_LIMIT } },
    async (request, reply): Promise<SessionAnswer> => {
      const session = sessionOf(request)
      const { current, password } = request.body
      const person = await accounts.people.get(session.person)
      if (person.email === null) {
        throw refusalOf('value-refused', faultOf('/email', inWords('address-first'), 'ACC-08'))
      }
      if (person.hasPassword) {
        const opened = await accounts.secondFactor.changePassword(
          session,
          current ?? '',
          password,
          callerOf(request),
        )
        return giveSession(reply, opened, publicUrl)
      }
      // else whoever finds the screen open would have the password that passkeys are changed with
      await accounts.askForFreshProof(session, undefined)
      await accounts.signIn.setPassword(session.person, password)
      await accounts.sessions.endAll(session.person)
      // whoever has a passkey is not made to come in by the password alone
      const way = person.hasPasskey ? session.way : 'password'
      const opened = await accounts.sessions.open(session.person, callerOf(request), way, session.role)
      return giveSession(reply, opened, publicUrl)
    },
  )
}
