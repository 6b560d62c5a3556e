/** Who acts in a procedure: somebody who is signed in, and whether their party holds the Presidency on that day. */
import { type Actor, type Doctrine, presidencyOn } from '@demarche/core'
import type { Session } from '../session/session.ts'

/** @param day the calendar day in Brussels */
export function actorOf(
  { presidencies }: Pick<Doctrine, 'presidencies'>,
  { party, person, role }: Pick<Session, 'party' | 'person' | 'role'>,
  day: string,
): Actor {
  return { party, person, role, isPresidency: presidencyOn(presidencies, day)?.code === party }
}
