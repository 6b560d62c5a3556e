/**
 * Transactions whose beginning nobody waits for: refused settings, what follows them, and the next one on that connection.
 */
import { sql } from 'kysely'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { type Database, serverDatabase } from '../src/engine/open-database.ts'
import { SETTINGS } from '../src/engine/settings.ts'
import { startPostgres } from './postgres.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const server = await startPostgres()
afterAll(() => server?.stop())

const withDatabase = async (act: (database: Database) => Promise<void>): Promise<void> => {
  if (!server) throw new Error('expected a server')
  const database = serverDatabase((await server.newDatabase()).ownerUrl)
  try {
    await act(database)
  } finally {
    await database.destroy()
  }
}
const reading = (database: Database) =>
  database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
const set = (name: string, value: string) => sql`${sql.raw(SETTINGS)} set_config(${name}, ${value}, true)`
const partyIn = sql<{ party: string | null }>`select current_setting('demarche.party', true) as party`

describe.skipIf(server === null)('on a server', () => {
  test('a refused setting refuses what follows, with its own words, and spoils no later transaction', () =>
    withDatabase(async (database) => {
      await sql`create table said (word text)`.execute(database)
      for (let round = 0; round < 3; round += 1) {
        await expect(
          database.transaction().execute(async (session) => {
            await set('role', 'nobody_here').execute(session)
            await sql`insert into said values ('refused')`.execute(session)
          }),
        ).rejects.toThrow(/nobody_here/)
        await expect(
          reading(database).execute(async (session) => {
            await set('demarche.party', 'EE').execute(session)
            await sql`select 1 / 0`.execute(session)
          }),
        ).rejects.toThrow(/division by zero/)
        await database
          .transaction()
          .execute((session) => sql`insert into said values ('kept')`.execute(session))
      }
      const { rows } = await sql<{ word: string }>`select word from said`.execute(database)
      expect(rows.map(({ word }) => word)).toEqual(['kept', 'kept', 'kept'])
    }))

  test('each transaction has its own settings, however many are under way', () =>
    withDatabase(async (database) => {
      const parties = Array.from({ length: 40 }, (_, index) => `P${index}`)
      const seen = await Promise.all(
        parties.map((party) =>
          reading(database).execute(async (session) => {
            await set('demarche.party', party).execute(session)
            return (await partyIn.execute(session)).rows[0]?.party
          }),
        ),
      )
      expect(seen).toEqual(parties)
      const after = await Promise.all(
        parties.map(() => database.connection().execute((one) => partyIn.execute(one))),
      )
      expect(after.every(({ rows }) => !rows[0]?.party)).toBe(true)
    }))

  test('who only reads cannot write, and a write is on record when its transaction has ended', () =>
    withDatabase(async (database) => {
      await sql`create table said (word text)`.execute(database)
      await expect(
        reading(database).execute((session) => sql`insert into said values ('no')`.execute(session)),
      ).rejects.toThrow(/read-only/)
      const all = Array.from({ length: 20 }, (_, index) => `${index}`)
      for (const word of all) {
        await database
          .transaction()
          .execute((session) => sql`insert into said values (${word})`.execute(session))
        const { rows } = await reading(database).execute((session) =>
          sql<{ word: string }>`select word from said`.execute(session),
        )
        expect(rows.at(-1)?.word).toBe(word)
      }
      await database.transaction().execute(async () => undefined)
      await expect(
        database.transaction().execute(async () => {
          throw new Error('changed my mind')
        }),
      ).rejects.toThrow('changed my mind')
    }))
})
