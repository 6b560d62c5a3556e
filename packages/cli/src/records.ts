/**
 * The records of this machine, opened for one verb and closed again.
 *
 * Where they are is said by the same settings as for the server (docs/configuration.md).
 */
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Reader, Store } from '@demarche/store'
import { underCeiling } from '@demarche/server/access/desk-ceiling.ts'
import { type Config, readConfig } from '@demarche/server/config.ts'
import { readerOf } from '@demarche/server/session/session.ts'

export interface Records {
  readonly store: Store
  readonly reader: Reader
  readonly config: Config
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Opens the records, lets `act` work on them, and closes them whatever happens.
 * @throws ConfigurationError; StoreBusyError when a running desk has them
 */
export async function withRecords<T>(
  environment: Environment,
  act: (records: Records) => Promise<T>,
): Promise<T> {
  const config = readConfig(environment)
  const dataDirectory = resolve(config.dataDirectory)
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const { openStore } = await import('@demarche/store')
  const opened = await openStore({
    dataDirectory,
    databaseUrl: config.databaseUrl,
    ownerUrl: config.databaseOwnerUrl,
    // what the login of a server should be is for the desk to say, once at its start
    ...(config.databaseUrl === undefined ? { log: (line) => process.stderr.write(`${line}\n`) } : {}),
  })
  const store = underCeiling(opened, config.maxMarking)
  try {
    return await act({ store, reader: readerOf({ party: config.party, person: 'shell' }), config })
  } finally {
    await store.close()
  }
}
