import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { type PostgresServer, run, startPostgres } from '../../../store/test/postgres.ts'
import { type AccountDatabase, embeddedAccounts, serverAccounts } from './account-database.ts'
import { noteActivityIn } from './note-activity.ts'

const NOON = new Date('2026-11-28T12:00:00.000Z')
const LATER = new Date('2026-11-28T12:05:00.000Z')

const opened = (): { database: AccountDatabase; connection: DatabaseSync } => {
  const database = embeddedAccounts()
  const { connection } = database
  if (!(connection instanceof DatabaseSync)) throw new Error('expected a file')
  connection.exec(`create table session (id text, "activeAt" text); insert into session values ('one', null)`)
  return { database, connection }
}
const activeAt = (connection: DatabaseSync) => connection.prepare('select * from session').get()?.['activeAt']
const synchronous = (connection: DatabaseSync) =>
  connection.prepare('pragma synchronous').get()?.['synchronous']
describe('activity in a file (ACC-15)', () => {
  it('is noted, and all other writes are on the disk before they are acknowledged, as before', async () => {
    const { database, connection } = opened()
    const FULL = synchronous(connection)
    await noteActivityIn(database)('one', NOON)
    expect(activeAt(connection)).toBe(NOON.toISOString())
    expect(synchronous(connection)).toBe(FULL)
    await database.close()
  })

  it('is part of a transaction that is under way', async () => {
    const { database, connection } = opened()
    const note = noteActivityIn(database)
    await note('one', NOON)
    connection.exec('begin')
    await note('one', LATER)
    expect(activeAt(connection)).toBe(LATER.toISOString())
    connection.exec('rollback')
    expect(activeAt(connection)).toBe(NOON.toISOString())
    await database.close()
  })
})

const server: PostgresServer | null = await startPostgres()
afterAll(() => server?.stop())

describe.skipIf(!server)('activity on a PostgreSQL server (ACC-15)', () => {
  it('does not wait for the disk, and what else is written there does', async () => {
    if (!server) return
    const { databaseUrl, adminUrl } = await server.newDatabase()
    await run(adminUrl, 'create schema accounts authorization desk')
    const database = await serverAccounts(databaseUrl)
    const { connection } = database
    if (connection instanceof DatabaseSync) throw new Error('expected a server')
    await connection.query(`
      create table session (id text, "activeAt" timestamptz);
      create table committed (synchronous text);
      create function at_commit() returns trigger language plpgsql as $$
        begin insert into committed values (current_setting('synchronous_commit')); return null; end $$;
      create constraint trigger at_commit after update on session deferrable initially deferred
        for each row execute function at_commit()`)
    await connection.query(`insert into session values ('one', null)`)
    await noteActivityIn(database)('one', NOON)
    await connection.query(`update session set id = 'one'`)
    const committed = await connection.query('select synchronous from committed')
    expect(committed.rows).toEqual([{ synchronous: 'off' }, { synchronous: 'on' }])
    const { rows } = await connection.query('select "activeAt" from session')
    expect(rows).toEqual([{ activeAt: NOON }])
    await database.close()
  })
})
