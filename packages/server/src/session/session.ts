/**
 * Somebody who is signed in: a person, for a party, in one role, up to a ceiling.
 *
 * A person may hold several roles; a session acts in one of them at a time, and what it may see and do follows from that
 * one alone. Next door: `session-guard.ts`, `../accounts/session-desk.ts`.
 */
import type { Ceiling, ReaderRole } from '@demarche/core'
import type { Reader } from '@demarche/store'

/** How the person proved who they are. */
export type WayIn = 'link' | 'password' | 'passkey' | 'single-sign-on'

export interface Session {
  /** names the session in lists; it opens nothing */
  readonly id: string
  /** pseudonym: `person:` and 16 hexadecimal digits */
  readonly person: string
  readonly name: string
  readonly party: string
  /** the role in which the person acts now */
  readonly role: ReaderRole
  /** the roles that the person may act in */
  readonly roles: readonly ReaderRole[]
  /** the highest marking that the person may see here */
  readonly ceiling: Ceiling
  readonly way: WayIn
  /** true: nothing but the own account is open until a second factor is set up */
  readonly needsSecondFactor: boolean
  readonly expiresAt: string
}

/** Where a request to sign in comes from, as it is shown in the list of sessions. */
export interface Caller {
  readonly address: string
  readonly browser: string
}

/** The reader that a session reads as: access is decided by the store, from this alone. */
export function readerOf(
  session: Pick<Session, 'party' | 'person'> & Partial<Pick<Session, 'role' | 'ceiling'>>,
): Reader {
  const { party, person, role = 'desk-officer', ceiling = ALL_CONTENT } = session
  return { party, person, role, ...ceiling }
}

/** For the program itself and the shell, which act for the party whose desk this is. */
const ALL_CONTENT: Ceiling = { maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' }
