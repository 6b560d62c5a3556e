/**
 * Changing the secret of the accounts that the settings name, while no desk has them open.
 *
 * A secret from the settings gives way to the one in DEMARCHE_NEW_SECRET, which the operator then sets in its place; one kept in
 * a file to a new one in that file. Next door: `change-secret.ts` encrypts anew.
 */
import { join, resolve } from 'node:path'
import { DemarcheError } from '@demarche/api'
import type { Config } from '../config.ts'
import { type AccountDatabase, embeddedAccounts, serverAccounts } from './account-database.ts'
import { replaceKeptSecret } from './account-secret.ts'
import { openLibrary } from './auth-library.ts'
import { changeSecret } from './change-secret.ts'

/** The settings that say which secret there is and which is to be. */
export type SecretSettings = Pick<
  Config,
  'dataDirectory' | 'databaseUrl' | 'databaseOwnerUrl' | 'secret' | 'newSecret' | 'sessionHours'
>

export interface SecretChanged {
  /** second factors that are encrypted under the new secret */
  readonly secondFactors: number
  /** true: it lies in a file and is in force; false: it is to be set as DEMARCHE_SECRET */
  readonly isKept: boolean
}

const CHANGING = 'demarche-change-secret'

/**
 * Brings the accounts under another secret.
 * @throws DemarcheError not-ready while a desk is connected to the server, value-refused without a new secret;
 *   AccountSecretError when the accounts are under another secret than the settings say
 */
export async function changeSecretOfDesk(settings: SecretSettings): Promise<SecretChanged> {
  const { databaseUrl, databaseOwnerUrl, secret, newSecret } = settings
  const directory = join(resolve(settings.dataDirectory), 'accounts')
  if (secret !== undefined && newSecret === undefined)
    throw refused('set DEMARCHE_NEW_SECRET to the secret that is to take the place of DEMARCHE_SECRET')
  if (secret === undefined && newSecret !== undefined)
    throw refused(
      'DEMARCHE_NEW_SECRET is set and DEMARCHE_SECRET is not: a secret that is kept in accounts/secret is made anew there',
    )
  if (secret !== undefined && secret === newSecret)
    throw refused('DEMARCHE_NEW_SECRET is the secret that there is already')
  const database =
    databaseUrl === undefined
      ? embeddedAccounts(directory)
      : await serverAccounts(databaseUrl, databaseOwnerUrl, CHANGING)
  try {
    await refuseWhileInUse(database)
    const change = async (from: string, to: string): Promise<number> => {
      const { sessionHours } = settings
      const options = { database, secret: from, publicUrl: 'http://localhost', sessionHours }
      return changeSecret((await openLibrary(options)).adapter, from, to)
    }
    return secret === undefined || newSecret === undefined
      ? { secondFactors: await replaceKeptSecret(directory, change), isKept: true }
      : { secondFactors: await change(secret, newSecret), isKept: false }
  } finally {
    await database.close()
  }
}

async function refuseWhileInUse(database: AccountDatabase): Promise<void> {
  const others = await database.desksConnected()
  if (others === 0) return
  const message = `${others} connections of a running desk`
  throw new DemarcheError(
    'not-ready',
    `The accounts are in use: ${message}. Stop every process of the desk first; nothing was changed. (ACC-18)`,
    [{ place: 'DATABASE_URL', message, rule: 'ACC-18' }],
  )
}

function refused(message: string): DemarcheError {
  return new DemarcheError('value-refused', `Nothing was changed: ${message}. (ACC-18)`, [
    { place: 'DEMARCHE_NEW_SECRET', message, rule: 'ACC-18' },
  ])
}
