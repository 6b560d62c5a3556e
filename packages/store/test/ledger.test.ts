/**
 * The law of the ledger (docs/rules/ledger.md) on both engines.
 */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isIntact, type Marking, PUBLIC, WORKING } from '@demarche/core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { restoreStore, openStore } from '../src/index.ts'
import {
  aDraft,
  aFolder,
  ALL_CASES,
  anEmptyLedger,
  type Bench,
  KEEPER,
  OFFICER,
  OUTSIDER,
} from './ledgers.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'

// opening a store from nothing takes seconds, and far longer on a busy machine
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const server: PostgresServer | null = await startPostgres()
afterAll(() => server?.stop())

const RED: Marking = { distribution: 'LIMITE', tlp: 'TLP:RED' }
const ENGINES = [
  ['pglite', null],
  ['postgres', server],
] as const

const aListedCase = (slug: string, name: string, start: string) =>
  aDraft({
    entity: `case:${slug}`,
    assertions: [
      { property: 'name', value: name },
      { property: 'startDate', value: start },
    ],
  })

describe.each(ENGINES.filter(([name]) => name === 'pglite' || server !== null))('on %s', (_name, engine) => {
  let ledger: Bench
  beforeAll(async () => {
    ledger = await anEmptyLedger(engine)
  })
  afterAll(() => ledger.done())

  test('what is appended is read back, word for word, with its id', async () => {
    const draft = aDraft({
      entity: 'case:word',
      assertions: [{ property: 'name', value: 'Łódź \u2028 "quote" \\ 雨 \u{1F327}' }],
    })
    const { statements } = await ledger.store.as(KEEPER).append([draft])
    const read = await ledger.store.as(KEEPER).statements('case:word')
    expect(read).toEqual(statements)
    expect(read[0]).toEqual({ id: statements[0]?.id, ...draft })
    expect(read.every(isIntact)).toBe(true)
  })

  test('LED-03 the same content twice is on record once, whoever says it again and whenever', async () => {
    const reader = ledger.store.as(KEEPER)
    const draft = aDraft({ entity: 'case:twice' })
    const again = { ...draft, assertedBy: 'somebody else', assertedAt: '2026-03-02T09:00:00.000Z' }
    expect(await reader.append([draft, again])).toMatchObject({ alreadyOnRecord: 1 })
    expect(await reader.append([again])).toEqual({ statements: [], alreadyOnRecord: 1, leftWithdrawn: [] })
    expect(await reader.statements('case:twice')).toHaveLength(1)
  })

  test('LED-03 what was retracted can be said again', async () => {
    const reader = ledger.store.as(KEEPER)
    const draft = aDraft({ entity: 'case:again' })
    const { statements } = await reader.append([draft])
    await reader.append([
      aDraft({ entity: 'case:again', assertions: [], retracts: [{ statement: statements[0]?.id ?? '' }] }),
    ])
    const { alreadyOnRecord } = await reader.append([{ ...draft, assertedAt: '2026-03-02T09:00:00.000Z' }])
    expect(alreadyOnRecord).toBe(0)
    expect(await reader.statements('case:again')).toHaveLength(3)
  })

  test('LED-04 a draft above the clearance of its author is refused, and the others with it', async () => {
    const reader = ledger.store.as(OUTSIDER)
    await expect(
      reader.append([aDraft({ entity: 'case:above' }), aDraft({ entity: 'case:above', marking: WORKING })]),
    ).rejects.toThrow('/1/marking: It is marked LIMITE · TLP:AMBER')
    expect(await ledger.store.as(KEEPER).statements('case:above')).toEqual([])
  })

  test('LED-05 a correction of a statement that the reader cannot see is refused as if it did not exist', async () => {
    const { statements } = await ledger.store
      .as(KEEPER)
      .append([aDraft({ entity: 'case:hidden', marking: RED })])
    const correct = (id: string) =>
      ledger.store.as(OUTSIDER).append([aDraft({ entity: 'case:hidden', supersedes: [{ statement: id }] })])
    await expect(correct(statements[0]?.id ?? '')).rejects.toThrow('/supersedes/0/statement')
    await expect(correct('f'.repeat(64))).rejects.toThrow('/supersedes/0/statement')
  })

  test('LED-12 a correction that more people could read than what it corrects is refused', async () => {
    const reader = ledger.store.as(KEEPER)
    const { statements } = await reader.append([aDraft({ entity: 'case:wider', marking: WORKING })])
    const supersedes = [{ statement: statements[0]?.id ?? '' }]
    const wider = aDraft({ entity: 'case:wider', marking: PUBLIC, supersedes })
    await expect(reader.append([wider])).rejects.toMatchObject({
      faults: [{ place: '/supersedes/0/statement', rule: 'LED-12', words: { code: 'change-too-open' } }],
    })
    expect((await reader.append([{ ...wider, marking: RED }])).statements).toHaveLength(1)
  })

  test('an aborted import leaves nothing behind', async () => {
    const abort = new AbortController()
    const drafts = Array.from({ length: 2500 }, (_, index) => aDraft({ entity: `case:abort-${index}` }))
    const reader = ledger.store.as(KEEPER)
    const before = await reader.version()
    await expect(
      reader.append(drafts, {
        signal: abort.signal,
        onProgress: (done) => done >= 2000 && abort.abort(new Error('stopped')),
      }),
    ).rejects.toThrow('stopped')
    expect(await reader.version()).toBe(before)
    expect((await ledger.store.verify()).sound).toBe(true)
    expect((await reader.append(drafts.slice(0, 3))).statements).toHaveLength(3)
  })

  test('a statement marked for named parties is seen by them alone', async () => {
    const marking: Marking = { ...PUBLIC, releasableTo: ['EU', 'EE'] }
    await ledger.store.as(KEEPER).append([aDraft({ entity: 'case:released', marking })])
    expect(await ledger.store.as(OUTSIDER).statements('case:released')).toHaveLength(1)
    expect(await ledger.store.as({ ...OUTSIDER, party: 'FI' }).statements('case:released')).toEqual([])
  })

  test('LED-08 the list follows corrections across markings for those who see them, and only for them', async () => {
    const { store } = ledger
    const said = { property: 'memberStates', value: ['DE', 'FR'] }
    const { statements } = await store
      .as(KEEPER)
      .append([aDraft({ entity: 'case:cross', assertions: [{ property: 'name', value: 'Crossing' }, said] })])
    await store.as(KEEPER).append([
      aDraft({
        entity: 'case:cross',
        marking: RED,
        assertedAt: '2026-03-02T09:00:00.000Z',
        assertions: [{ property: 'memberStates', value: ['DE'] }],
        supersedes: [{ statement: statements[0]?.id ?? '', property: 'memberStates' }],
      }),
    ])
    const query = { ...ALL_CASES, q: 'crossing' }
    expect((await store.as(KEEPER).listCases(query)).rows[0]).toMatchObject({
      memberStates: ['DE'],
      marking: RED,
      statements: 2,
    })
    expect((await store.as(OUTSIDER).listCases(query)).rows[0]).toMatchObject({
      memberStates: ['DE', 'FR'],
      marking: PUBLIC,
      statements: 1,
    })
    expect((await store.as(KEEPER).listCases({ ...query, memberState: 'FR' })).total).toBe(0)
  })

  test('the list searches without accents, filters, sorts and pages', async () => {
    const reader = ledger.store.as(OFFICER)
    await reader.append([
      aListedCase('l-a', 'Zamek Łódź list', '2016'),
      aListedCase('l-b', 'Alpha list', '2016-05-12'),
      aDraft({
        entity: 'case:l-c',
        assertions: [
          { property: 'name', value: 'Beta list' },
          { property: 'startDate', value: '2019-02' },
          {
            property: 'response',
            value: {
              date: '2020-07-30',
              by: 'Council',
              bySide: 'EU',
              instrument: 'listing',
              category: 'restrictive',
            },
          },
        ],
      }),
    ])
    const names = async (query: object) =>
      (await reader.listCases({ ...ALL_CASES, q: 'list', ...query })).rows.map(({ name }) => name)
    expect(await names({ q: 'lodz LIST' })).toEqual(['Zamek Łódź list'])
    expect(await names({ sort: 'name', order: 'asc' })).toEqual([
      'Alpha list',
      'Beta list',
      'Zamek Łódź list',
    ])
    expect(await names({ sort: 'start', order: 'desc' })).toEqual([
      'Beta list',
      'Alpha list',
      'Zamek Łódź list',
    ])
    expect(await names({ answered: 'restrictive' })).toEqual(['Beta list'])
    expect(await names({ from: '2016-06-01', to: '2016-12-01' })).toEqual(['Zamek Łódź list'])
    expect(await names({ q: '100%' })).toEqual([])
    const page = await reader.listCases({
      ...ALL_CASES,
      q: 'list',
      sort: 'name',
      order: 'asc',
      offset: 1,
      limit: 1,
    })
    expect(page).toMatchObject({ total: 3, rows: [{ name: 'Beta list' }] })
    expect(await reader.listCases({ ...ALL_CASES, q: 'list', offset: 99 })).toEqual({ total: 3, rows: [] })
  })

  test('LED-10 an erased statement is gone for every reader, stays erased, and the seal holds', async () => {
    const { store } = ledger
    const reader = store.as(KEEPER)
    const draft = aDraft({
      entity: 'case:person',
      assertions: [{ property: 'name', value: 'Jane Q. Unforgettable' }],
    })
    const { statements } = await reader.append([
      draft,
      aDraft({ entity: 'case:person', document: 'Report 2' }),
    ])
    const id = statements[0]?.id ?? ''
    const before = await reader.version()
    await expect(store.erase({ statement: id, authority: ' ', by: 'keeper' })).rejects.toThrow('LED-10')
    await store.erase({ statement: id, authority: 'Decision 7/2026', by: 'keeper' })
    expect(await reader.statement(id)).toBeNull()
    expect(await reader.statements('case:person')).toHaveLength(1)
    expect(await reader.version()).not.toBe(before)
    expect((await reader.listCases({ ...ALL_CASES, q: 'unforgettable' })).total).toBe(0)
    expect(await reader.append([draft])).toEqual({ statements: [], alreadyOnRecord: 1, leftWithdrawn: [] })
    expect(await store.verify()).toMatchObject({ sound: true, erased: 1 })
    await expect(store.erase({ statement: id, authority: 'Decision 8/2026', by: 'keeper' })).rejects.toThrow(
      'no statement',
    )
  })

  test('LED-11 a backup is restored on the embedded store with every word, tombstone and seal', async () => {
    const folder = aFolder()
    try {
      const file = join(folder.path, 'backup.ndjson')
      await ledger.store.as(OFFICER).append([aListedCase('kept', 'Kept in a backup', '2016-05-12')])
      await ledger.store.backup(file)
      const options = { dataDirectory: join(folder.path, 'restored') }
      const sound = await ledger.store.verify()
      expect(await restoreStore(file, options)).toBe(sound.statements)
      const restored = await openStore(options)
      try {
        expect(await restored.verify()).toEqual({ ...sound, journal: 'agrees' })
        expect(await restored.as(OFFICER).listCases(ALL_CASES)).toEqual(
          await ledger.store.as(OFFICER).listCases(ALL_CASES),
        )
        expect((await restored.as(OFFICER).kindSeen('case')).digests).toEqual(
          (await ledger.store.as(OFFICER).kindSeen('case')).digests,
        )
      } finally {
        await restored.close()
      }
      await expect(restoreStore(file, options)).rejects.toThrow('empty one only')
      const text = await readFile(file, 'utf8')
      await writeFile(file, text.replace('Kept in a backup', 'Lost in a backup'))
      await expect(restoreStore(file, { dataDirectory: join(folder.path, 'other') })).rejects.toThrow(
        'does not hash to its id',
      )
      await writeFile(file, text.replace('"version":1', '"version":3'))
      await expect(restoreStore(file, { dataDirectory: join(folder.path, 'other') })).rejects.toThrow(
        'the backup is of version 3',
      )
      await writeFile(file, text.slice(0, text.length - 100))
      await expect(restoreStore(file, { dataDirectory: join(folder.path, 'other') })).rejects.toThrow(
        'nothing was restored',
      )
      if (engine) {
        const urls = await engine.newDatabase()
        await writeFile(file, text)
        expect(await restoreStore(file, { ...options, ...urls })).toBe(sound.statements)
      }
    } finally {
      await rm(folder.path, { recursive: true, force: true })
    }
  })
})
