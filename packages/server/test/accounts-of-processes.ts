/** The accounts as processes of one desk have them: one on SQLite, two on a PostgreSQL server. */
import type { PostgresServer } from '../../store/test/postgres.ts'
import { embeddedAccounts, serverAccounts } from '../src/accounts/account-database.ts'
import { type Accounts, openAccounts } from '../src/accounts/accounts.ts'
import { accountOptions } from './account-options.ts'

/** @param server null for SQLite; a new database of it otherwise */
export async function openProcesses(
  server: PostgresServer | null,
  clock: () => Date,
): Promise<readonly [Accounts, ...Accounts[]]> {
  if (!server) return [await openAccounts(accountOptions(embeddedAccounts(), { clock }))]
  const { databaseUrl, ownerUrl } = await server.newDatabase()
  const open = async () =>
    openAccounts(accountOptions(await serverAccounts(databaseUrl, ownerUrl), { clock }))
  return [await open(), await open()]
}
