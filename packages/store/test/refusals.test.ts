/**
 * What the database itself refuses, whoever asks: LED-01 and LED-04 below our own code.
 */
import { join } from 'node:path'
import { WORKING } from '@demarche/core'
import { sql } from 'kysely'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { type Database, embeddedDatabase, serverDatabase } from '../src/engine/open-database.ts'
import { aDraft, anEmptyLedger, KEEPER } from './ledgers.ts'
import { startPostgres } from './postgres.ts'

// opening a store from nothing takes seconds, and far longer on a busy machine
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const server = await startPostgres()
afterAll(() => server?.stop())

const count = async (database: Database, setting = ''): Promise<number> =>
  database.transaction().execute(async (session) => {
    if (setting) await sql.raw(setting).execute(session)
    const { rows } = await sql<{ n: number }>`select count(*) as n from demarche.statements`.execute(session)
    return rows[0]?.n ?? -1
  })

const READER = `select set_config('role', 'demarche_reader', true)`
const clearance = (distribution: number, tlp: number): string =>
  `select set_config('role', 'demarche_reader', true), set_config('demarche.distribution', '${distribution}', true), set_config('demarche.tlp', '${tlp}', true), set_config('demarche.role', 'analyst', true), set_config('demarche.party', 'EU', true)`

async function aLedgerOfTwo(engine: typeof server) {
  const ledger = await anEmptyLedger(engine)
  await ledger.store.as(KEEPER).append([aDraft(), aDraft({ marking: WORKING, entity: 'case:other' })])
  return ledger
}

const CHANGES = [
  `update demarche.statements set body = '{}'`,
  `delete from demarche.statements`,
  `truncate demarche.statements`,
  `update demarche.seals set seal = ''`,
  `delete from demarche.seals`,
]

const HASH = 'a1'.repeat(32)
/** What is no SHA-256 in lower-case hexadecimal. */
const NO_IDS = [
  HASH.slice(1),
  `${HASH}a1`,
  HASH.toUpperCase(),
  `g${HASH.slice(1)}`,
  ` \n${HASH.slice(2)}`,
  '',
]
const insert = (id: string) => sql`
  insert into demarche.statements
    (id, entity, kind, body, content_hash, asserted_at, distribution, tlp, marking_key)
    values (${id}, 'case:x', 'case', '{}', '', '', 0, 0, 'PUBLIC|TLP:CLEAR|*')`

describe('on pglite', () => {
  test('LED-02 an id is a SHA-256 in lower-case hexadecimal', async () => {
    const ledger = await anEmptyLedger(null)
    await ledger.store.close()
    const database = embeddedDatabase(join(ledger.options.dataDirectory, 'database'))
    try {
      for (const id of NO_IDS) await expect(insert(id).execute(database), id).rejects.toThrow(/./)
      expect(await count(database)).toBe(0)
      await insert(HASH).execute(database)
      expect(await count(database)).toBe(1)
    } finally {
      await database.destroy()
      await ledger.done()
    }
  })

  test('LED-01 LED-04 the owner of the tables cannot change a statement, a reader without clearance sees none', async () => {
    const ledger = await aLedgerOfTwo(null)
    await ledger.store.close()
    const database = embeddedDatabase(join(ledger.options.dataDirectory, 'database'))
    try {
      for (const change of CHANGES) {
        await expect(sql.raw(change).execute(database), change).rejects.toThrow('the ledger only grows')
      }
      expect(await count(database, READER)).toBe(0)
      expect(await count(database, clearance(0, 0))).toBe(1)
      expect(await count(database, clearance(1, 2))).toBe(2)
    } finally {
      await database.destroy()
      await ledger.done()
    }
  })
})

describe.skipIf(server === null)('on postgres', () => {
  test('LED-01 neither the login of the desk, nor the owner, nor a superuser changes a statement in passing', async () => {
    const ledger = await aLedgerOfTwo(server)
    try {
      for (const [url, refusal] of [
        [ledger.options.databaseUrl, 'permission denied'],
        [ledger.adminUrl, 'the ledger only grows'],
      ] as const) {
        const database = serverDatabase(url ?? '')
        for (const change of CHANGES)
          await expect(sql.raw(change).execute(database), change).rejects.toThrow(refusal)
        await database.destroy()
      }
    } finally {
      await ledger.done()
    }
  })

  test('LED-04 the policies bind the owner and the login of the desk too', async () => {
    const ledger = await aLedgerOfTwo(server)
    const owner = serverDatabase(ledger.options.ownerUrl ?? '')
    const desk = serverDatabase(ledger.options.databaseUrl ?? '')
    try {
      expect(await count(owner)).toBe(0)
      expect(await count(desk)).toBe(0)
      expect(await count(desk, READER)).toBe(0)
      expect(await count(desk, clearance(0, 0))).toBe(1)
      expect(await count(desk, clearance(1, 2))).toBe(2)
      await expect(
        desk.transaction().execute(async (session) => {
          await sql.raw(READER).execute(session)
          await sql`select * from demarche.seals`.execute(session)
        }),
      ).rejects.toThrow('permission denied')
    } finally {
      await owner.destroy()
      await desk.destroy()
      await ledger.done()
    }
  })

  test('LED-02 whoever holds the server can change a statement, and verify names it', async () => {
    const ledger = await aLedgerOfTwo(server)
    const owner = serverDatabase(ledger.adminUrl ?? '')
    try {
      expect(await ledger.store.verify()).toMatchObject({ sound: true, statements: 2 })
      await sql.raw('alter table demarche.statements disable trigger all').execute(owner)
      await sql`update demarche.statements set body = replace(body, 'Rain', 'Hail') where entity = 'case:other'`.execute(
        owner,
      )
      expect(await ledger.store.verify()).toMatchObject({ sound: false, fault: { rule: 'LED-02' } })
    } finally {
      await owner.destroy()
      await ledger.done()
    }
  })

  test('LED-02 several processes append to one server at once and the chain stays whole', async () => {
    const ledger = await aLedgerOfTwo(server)
    const { openStore } = await import('../src/index.ts')
    const second = await openStore(ledger.options)
    try {
      await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          (index % 2 ? second : ledger.store)
            .as(KEEPER)
            .append([aDraft({ entity: `case:n-${index % 7}`, document: `Report ${index}` })]),
        ),
      )
      expect(await second.verify()).toMatchObject({ sound: true, statements: 42 })
    } finally {
      await second.close()
      await ledger.done()
    }
  })
})
