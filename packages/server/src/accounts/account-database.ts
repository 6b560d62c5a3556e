/**
 * Where accounts are kept: a small SQLite file beside the records, or the schema `accounts` on the PostgreSQL server.
 *
 * Never the ledger: a person must be able to leave it. On a server all its processes share accounts and sessions.
 *
 * Next door: `auth-library.ts` lays out the tables.
 */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

export interface AccountDatabase {
  readonly connection: DatabaseSync | pg.Pool
  /** Runs `act` once every other one has ended, those of other processes of the server too. It must not ask for another. */
  oneAtATime<T>(act: () => Promise<T>): Promise<T>
  /** how many connections desks have to the server; none where whoever has the folder of the records is alone */
  desksConnected(): Promise<number>
  /** Writes all accounts to a new file for its owner alone; absent where the server's own backup has them. */
  readonly copyTo?: (file: string) => void
  close(): Promise<void>
}

/** The accounts in `directory/accounts.sqlite`, readable by their owner alone; in memory without a directory. */
export function embeddedAccounts(directory?: string): AccountDatabase {
  const file = directory === undefined ? ':memory:' : join(directory, 'accounts.sqlite')
  if (directory !== undefined) mkdirSync(directory, { recursive: true, mode: 0o700 })
  const connection = new DatabaseSync(file)
  if (directory !== undefined) chmodSync(file, 0o600)
  // each write is on the disk before it is acknowledged
  connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000')
  return {
    connection,
    // whoever has the folder of the records is its only process
    oneAtATime: queue(),
    desksConnected: () => Promise.resolve(0),
    copyTo(target) {
      // made empty first, so that nobody else can read it at any moment
      writeFileSync(target, '', { flag: 'wx', mode: 0o600 })
      connection.prepare('vacuum into ?').run(target)
    },
    close: async () => connection.close(),
  }
}

/** Each act begins when the one before it has ended, well or not. */
function queue(): AccountDatabase['oneAtATime'] {
  let last: Promise<unknown> = Promise.resolve()
  return (act) => {
    const result = last.then(act)
    last = result.catch(() => undefined)
    return result
  }
}

/** Any number that no other lock of the desk has. */
const ACCOUNTS_LOCK = 1_147_494_260

/**
 * The accounts in the schema `accounts` of that server. It is made by the owner's login where there is one, for the use of
 * the other; else by the login itself.
 */
export async function serverAccounts(
  url: string,
  ownerUrl?: string,
  applicationName = 'demarche-accounts',
): Promise<AccountDatabase> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    application_name: applicationName,
    options: '-c search_path=accounts',
  })
  pool.on('error', () => undefined)
  // only one connection of this process waits for the others: those that `act` needs stay free
  const inTurn = queue()
  return {
    connection: pool,
    oneAtATime: (act) =>
      inTurn(async () => {
        const client = await pool.connect()
        try {
          await client.query('select pg_advisory_lock($1)', [ACCOUNTS_LOCK])
          // asked first: creating needs a right that a login with a schema of its own may lack
          const { rowCount } = await client.query("select from pg_namespace where nspname = 'accounts'")
          if (rowCount === 0) await makeSchema(url, ownerUrl)
          return await act()
        } finally {
          await client.query('select pg_advisory_unlock($1)', [ACCOUNTS_LOCK]).catch(() => undefined)
          client.release()
        }
      }),
    async desksConnected() {
      const { rows } = await pool.query<{ desks: number }>(
        `select count(*)::int as desks from pg_stat_activity
         where datname = current_database() and application_name like 'demarche%' and application_name <> $1`,
        [applicationName],
      )
      return rows[0]?.desks ?? 0
    },
    close: () => pool.end(),
  }
}

async function makeSchema(url: string, ownerUrl: string = url): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'demarche-accounts' })
  const user = new pg.Client({ connectionString: url }).user ?? ''
  await owner.connect()
  try {
    await owner.query('create schema accounts')
    await owner.query(`grant usage, create on schema accounts to ${owner.escapeIdentifier(user)}`)
  } finally {
    await owner.end()
  }
}
