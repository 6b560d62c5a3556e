/**
 * Proof, given now, that the person of a session is the one who sits there: asked for before passkeys change, and before a
 * password comes beside them or beside single sign-on.
 *
 * The password; for whoever has none, that they signed in within the last ten minutes. Whoever came in by a link and
 * has no way to sign in yet gives themselves the first one with the session alone, as with a first password.
 *
 * Rule: docs/rules/accounts.md, ACC-17. Next door: `passkeys.ts`, `../routes/person/set-password.ts`.
 */
import { faultOf, refusalOf } from '@demarche/api'
import { inWords } from '@demarche/core'
import type { Session } from '../session/session.ts'
import type { Attempts } from './attempts.ts'
import type { AuthLibrary } from './auth-library.ts'
import type { SessionDesk } from './session-desk.ts'

export const FRESH_MINUTES = 10

/** @throws DemarcheError value-refused, too-many-requests */
export type AskForFreshProof = (session: Session, password: string | undefined) => Promise<void>

export function openFreshProof(
  library: AuthLibrary,
  sessions: SessionDesk,
  attempts: Attempts,
  clock: () => Date,
): AskForFreshProof {
  const checkPassword = async (email: string, password: string | undefined, hash: string): Promise<void> => {
    await attempts.mayTry(email)
    if (password !== undefined) {
      if (await library.password.verify({ password, hash })) return
      await attempts.refused(email)
    }
    throw refusalOf('value-refused', faultOf('/password', inWords('expected-password'), 'ACC-17'))
  }
  return async (session, password) => {
    const hash = (await library.internalAdapter.findCredentialAccount(session.person))?.password
    const person = await library.find.person(session.person)
    if (typeof hash === 'string' && person) return checkPassword(person.email, password, hash)
    if (session.way === 'link' && !(await library.find.hasWayIn(session.person))) return
    const minutes = (clock().getTime() - (await sessions.openedAt(session)).getTime()) / 60_000
    if (minutes <= FRESH_MINUTES) return
    throw refusalOf('value-refused', faultOf('/', inWords('sign-in-anew', { most: FRESH_MINUTES }), 'ACC-17'))
  }
}
