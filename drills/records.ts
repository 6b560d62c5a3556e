/**
 * Where the records of a drill are: a temporary folder, and for PostgreSQL a server that is started for the drill, or the one
 * that `DATABASE_URL` names.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, startPostgres } from '../packages/store/test/postgres.ts'

export interface DrillRecords {
  readonly folder: string
  readonly databaseUrl: string | undefined
  /** for the environment of each server process */
  readonly settings: Readonly<Record<string, string>>
  readonly engine: string
  remove(): Promise<void>
}

/** @throws Error when PostgreSQL is wanted and not installed */
export async function recordsFor(engine: 'pglite' | 'postgres' | undefined): Promise<DrillRecords> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-drill-'))
  const removeFolder = (): void =>
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  const named = process.env['DATABASE_URL']
  if (engine !== 'postgres') {
    return {
      folder,
      databaseUrl: named,
      settings: { DEMARCHE_DATA: folder },
      engine: named === undefined ? 'the embedded store' : 'the PostgreSQL server named',
      remove: async () => removeFolder(),
    }
  }
  const server = await startPostgres()
  if (!server) throw new Error('PostgreSQL is not installed here: expected initdb and postgres on the path')
  const { databaseUrl, ownerUrl, adminUrl } = await server.newDatabase()
  // accounts are the everyday login's own
  await run(adminUrl, 'create schema accounts authorization desk')
  return {
    folder,
    databaseUrl,
    settings: { DEMARCHE_DATA: folder, DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl },
    engine: server.version,
    async remove() {
      await server.stop()
      removeFolder()
    },
  }
}
