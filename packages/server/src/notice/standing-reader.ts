/**
 * Somebody who reads without a session: by mail, in a calendar, in a feed.
 *
 * They read as the role in which they asked for it, as long as the account is open and still has that role (NOT-11).
 */
import { DemarcheError } from '@demarche/api'
import type { ReaderRole } from '@demarche/core'
import type { People, Person } from '../accounts/people.ts'
import type { NoticeReader } from './notice-desk.ts'

export interface StandingReader extends NoticeReader {
  readonly name: string
  readonly email: string | null
}

/** Null when the account is gone, closed, or has that role no more. */
export async function standingReader(
  people: Pick<People, 'get'>,
  person: string,
  role: ReaderRole,
): Promise<StandingReader | null> {
  const found = await people.get(person).catch((error: unknown): Person | null => {
    if (error instanceof DemarcheError && error.code === 'not-found') return null
    throw error
  })
  if (!found || found.state === 'closed' || !found.roles.includes(role)) return null
  const { party, ceiling, name, email } = found
  return { person, party, role, ceiling, name, email }
}
