/**
 * A throw-away PostgreSQL server for tests, where this machine has the program; else null, said aloud.
 *
 * Its ledger databases belong to one login and are used by another, as they should be in earnest: neither is a superuser.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import pg from 'pg'

export interface PostgresServer {
  readonly version: string
  /** Makes an empty database; `ownerUrl` may lay it out, `databaseUrl` only uses it. */
  newDatabase(): Promise<{
    readonly databaseUrl: string
    readonly ownerUrl: string
    readonly adminUrl: string
  }>
  stop(): Promise<void>
}

function programs(): string | null {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : []
  const places = [
    ...versions
      .toSorted((a, b) => Number(b) - Number(a))
      .map((version) => `/usr/lib/postgresql/${version}/bin`),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ]
  return (
    places.find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres'))) ?? null
  )
}

/** initdb refuses root, so root lends these programs the user "nobody". */
function lowlyUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  return { uid: idOfNobody('-u'), gid: idOfNobody('-g') }
}

function idOfNobody(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
}

/** Starts a server on a socket in a folder of its own, or answers null when PostgreSQL is not installed. */
export async function startPostgres(): Promise<PostgresServer | null> {
  const bin = programs()
  if (!bin) {
    process.stderr.write(
      '\n*** PostgreSQL LEFT OUT: no initdb and postgres on this machine; only PGlite is tested ***\n\n',
    )
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), 'demarche-pg-'))
  const user = lowlyUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const as = {
    ...user,
    cwd: folder,
    env: { PATH: `${bin}${delimiter}${dirname(process.execPath)}:/usr/bin:/bin`, LC_ALL: 'C' },
  }
  const data = join(folder, 'data')
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'admin', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...as,
    stdio: 'ignore',
  })
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'shared_buffers=32MB'],
    {
      ...as,
      stdio: 'ignore',
    },
  )
  const url = (login: string, database: string): string =>
    `postgres://${login}@localhost/${database}?host=${encodeURIComponent(folder)}`
  try {
    await untilReady(server, url('admin', 'postgres'))
    await run(url('admin', 'postgres'), 'create role ledger_owner login createrole', 'create role desk login')
  } catch (error) {
    server.kill('SIGINT')
    throw error
  }
  let count = 0
  return {
    version: execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).trim(),
    async newDatabase() {
      count += 1
      const name = `ledger${count}`
      await run(url('admin', 'postgres'), `create database ${name} owner ledger_owner`)
      return {
        databaseUrl: url('desk', name),
        ownerUrl: url('ledger_owner', name),
        adminUrl: url('admin', name),
      }
    },
    async stop() {
      await new Promise<void>((stopped) => {
        server.once('exit', () => stopped())
        server.kill('SIGINT')
      })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await run(url, 'select 1')
      return
    } catch (error) {
      if (attempt > 300 || server.exitCode !== null) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/** Runs commands on one connection of that login. */
export async function run(url: string, ...commands: readonly string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const command of commands) rows = (await client.query(command)).rows
    return rows
  } finally {
    await client.end()
  }
}
