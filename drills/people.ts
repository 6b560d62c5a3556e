/**
 * People of a desk with sessions that are open, put into its accounts before its server starts: drills need many at once, and
 * signing in one by one is held back by the limits that protect sign-in.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Ceiling, ReaderRole } from '@demarche/core'
import { embeddedAccounts, serverAccounts } from '../packages/server/src/accounts/account-database.ts'
import { keptSecret } from '../packages/server/src/accounts/account-secret.ts'
import { openAccounts } from '../packages/server/src/accounts/accounts.ts'

export interface Member {
  readonly party: string
  readonly role: ReaderRole
}

const ALL: Ceiling = { maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' }

/** @returns a cookie for each, in order */
export async function addPeople(
  dataDirectory: string,
  databaseUrl: string | undefined,
  members: readonly Member[],
): Promise<readonly string[]> {
  const folder = join(dataDirectory, 'accounts')
  const own = embeddedAccounts(folder)
  const database = databaseUrl === undefined ? own : await serverAccounts(databaseUrl)
  const accounts = await openAccounts({
    database,
    secret: keptSecret(folder),
    publicUrl: 'http://127.0.0.1',
    sessionHours: 168,
    idleMinutes: 1440,
    party: 'EU',
    secondFactorRequired: false,
    clock: () => new Date(),
    randomToken: () => randomBytes(32).toString('base64url'),
  })
  const cookies: string[] = []
  for (const [index, { party, role }] of members.entries()) {
    const { id } = await accounts.people.add({
      name: `${role} ${index} of ${party}`,
      email: null,
      party,
      roles: [role],
      ceiling: ALL,
    })
    const { token } = await accounts.sessions.open(id, { address: '127.0.0.1', browser: 'a drill' }, 'link')
    cookies.push(`demarche-session=${token}`)
  }
  await accounts.close()
  if (database !== own) await own.close()
  return cookies
}
