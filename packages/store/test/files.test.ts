/** Encrypted files of evidence, on either engine: who may have one, what erasure means for it, and what a backup holds. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Marking, sha256Hex } from '@demarche/core'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { serverDatabase } from '../src/engine/open-database.ts'
import { fileFolder } from '../src/files/file-folder.ts'
import { openStore, restoreStore, type SealedFile } from '../src/index.ts'
import { aDraft, aFolder, anEmptyLedger, type Bench, KEEPER, OFFICER } from './ledgers.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'

vi.setConfig({ hookTimeout: 180_000 })

const server = await startPostgres()
afterAll(() => server?.stop())

const AMBER: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }
const ERASURE = { authority: 'Decision 7/2026', by: 'keeper' }

test('LED-11 a file in a folder that is taken away while it is read is not there, and one that is damaged is said to be', async () => {
  const folder = aFolder()
  try {
    const files = fileFolder(folder.path)
    const statement = sha256Hex('read and removed')
    const file = {
      statement,
      item: 'evidence-item:x',
      keyId: 'k-1',
      wrappedKey: 'd3JhcHBlZA==',
      at: '2026-03-03T12:00:00.000Z',
      sealed: new Uint8Array(10),
    }
    for (let round = 0; round < 100; round += 1) {
      await files.put(file)
      const [found] = await Promise.all([files.get(statement), files.remove(statement)])
      expect(found === null || found.sealed.length === 10).toBe(true)
    }
    await files.put(file)
    await rm(join(folder.path, `${statement}.sealed`))
    await expect(files.get(statement)).rejects.toThrow(`${statement}.sealed is missing`)
  } finally {
    folder.remove()
  }
})

describe.each<[string, PostgresServer | null]>([
  ['pglite', null],
  ['postgres', server],
])('files of evidence on %s', (name, engine) => {
  let bench: Bench
  const on = test.skipIf(name === 'postgres' && !server)
  beforeAll(async () => {
    if (name === 'postgres' && !server) return
    bench = await anEmptyLedger(engine)
  })
  afterAll(() => bench?.done())

  /** An item, an entry of custody that attaches a file, and the file: not a whole mebibyte, and no text. */
  const attach = async (slug: string, length = 1_500_000): Promise<SealedFile> => {
    const item = `evidence-item:${slug}`
    const { statements } = await bench.store.as(KEEPER).append([
      aDraft({ entity: item, kind: 'evidence-item', marking: AMBER, document: `Item ${slug}` }),
      aDraft({
        entity: `custody-entry:${slug}`,
        kind: 'custody-entry',
        marking: AMBER,
        document: `Custody ${slug}`,
        assertions: [{ property: 'item', value: item }],
      }),
    ])
    const entry = statements.find(({ kind }) => kind === 'custody-entry')
    if (!entry) throw new Error('nothing was recorded')
    const file = {
      statement: entry.id,
      item,
      keyId: 'k-1',
      wrappedKey: 'd3JhcHBlZA==',
      at: '2026-03-03T12:00:00.000Z',
      sealed: Uint8Array.from({ length }, (_, index) => (index * 31) % 256),
    }
    await bench.store.files.put(file)
    return file
  }
  const bytesOf = async (statement: string) =>
    (await bench.store.as(KEEPER).sealedFile(statement))?.sealed.length

  on('EVI-07 are for those who may see the statement that attached them', async () => {
    const { statement, sealed } = await attach('seen')
    const found = await bench.store.as(KEEPER).sealedFile(statement)
    expect(found && Buffer.from(found.sealed).equals(Buffer.from(sealed))).toBe(true)
    expect(await bench.store.as(OFFICER).sealedFile(statement)).toBeNull()
    expect(await bench.store.as(KEEPER).sealedFile(sha256Hex('none'))).toBeNull()
    expect(await bench.store.as(KEEPER).sealedFile('../../secret')).toBeNull()
  })

  on('EVI-09 have their data key wrapped anew, and nothing else of them changed', async () => {
    const file = await attach('wrapped', 100)
    await bench.store.files.rewrap(file.statement, 'k-2', 'YW5ldw==')
    expect(await bench.store.files.get(file.statement)).toMatchObject({
      ...file,
      keyId: 'k-2',
      wrappedKey: 'YW5ldw==',
      sealed: expect.anything(),
    })
    expect(await bytesOf(file.statement)).toBe(100)
  })

  on('EVI-08 go with the statement that attached them; its tombstone stays', async () => {
    const { statement } = await attach('erased')
    const other = await attach('other')
    await bench.store.erase({ statement, ...ERASURE })
    expect(await bench.store.files.get(statement)).toBeNull()
    expect(await bench.store.as(KEEPER).erased(statement)).toMatchObject({
      erased: { authority: 'Decision 7/2026' },
    })
    expect(await bytesOf(other.statement)).toBe(1_500_000)
  })

  on('EVI-08 go with all that was said of their item, and not before', async () => {
    const { statement, item } = await attach('whole')
    await bench.store
      .as(KEEPER)
      .append([aDraft({ entity: item, kind: 'evidence-item', marking: AMBER, document: 'More of it' })])
    const [first, second] = await bench.store.as(KEEPER).statements(item)
    await bench.store.erase({ statement: first?.id ?? '', ...ERASURE })
    expect(await bytesOf(statement)).toBe(1_500_000)
    await bench.store.erase({ statement: second?.id ?? '', ...ERASURE })
    expect(await bench.store.files.get(statement)).toBeNull()
  })

  on('EVI-08 are destroyed at the next start where an erasure was cut off before', async () => {
    const file = await attach('cut-off', 10)
    await bench.store.erase({ statement: file.statement, ...ERASURE })
    await bench.store.files.put(file)
    if (engine === null) await bench.store.close()
    const again = await openStore(bench.options)
    expect(await again.files.get(file.statement)).toBeNull()
    if (engine === null) bench = { ...bench, store: again, done: () => again.close() }
    else await again.close()
  })

  on(
    'LED-11 are in a backup, encrypted, and come back from it byte by byte on the embedded store',
    async () => {
      const folder = aFolder()
      try {
        const { statement, sealed } = await attach('kept')
        const path = join(folder.path, 'backup.ndjson')
        const { files } = await bench.store.backup(path)
        expect(files).toBe((await bench.store.files.list()).length)
        const options = { dataDirectory: join(folder.path, 'restored') }
        // the disk refuses the files: the ledger stays empty, and the same backup is restored once it does not
        await mkdir(options.dataDirectory)
        await writeFile(join(options.dataDirectory, 'evidence'), '')
        await expect(restoreStore(path, options)).rejects.toThrow('evidence')
        await rm(join(options.dataDirectory, 'evidence'))
        await restoreStore(path, options)
        const restored = await openStore(options)
        const found = await restored.as(KEEPER).sealedFile(statement)
        expect(found && Buffer.from(found.sealed).equals(Buffer.from(sealed))).toBe(true)
        const again = join(folder.path, 'again.ndjson')
        await restored.backup(again)
        await restored.close()
        expect((await readFile(again)).equals(await readFile(path))).toBe(true)
        const text = await readFile(path, 'utf8')
        const refused = async (change: string) => {
          await writeFile(path, change)
          await expect(restoreStore(path, { dataDirectory: join(folder.path, 'not') })).rejects.toThrow(
            'nothing was restored',
          )
        }
        await refused(text.replace(/\{"part":"...../, '{"part":"AAAAA'))
        await refused(text.replace(/\{"part":"[^\n]*\n/, ''))
      } finally {
        folder.remove()
      }
    },
  )

  on(
    'LED-11 that are erased while a backup is written are left out of it, and the backup says so',
    async () => {
      const folder = aFolder()
      try {
        const { statement } = await attach('going', 10)
        const { files } = bench.store
        const path = join(folder.path, 'backup.ndjson')
        const before = await bench.store.backup(path)
        expect(before).toMatchObject({ filesErasedMeanwhile: 0 })
        // erased between the list and the reading of what is in it
        const listed = await files.list()
        vi.spyOn(files, 'list').mockImplementationOnce(async () => {
          await files.remove(statement)
          return listed
        })
        const after = await bench.store.backup(path)
        expect(after).toMatchObject({ files: before.files - 1, filesErasedMeanwhile: 1 })
      } finally {
        vi.restoreAllMocks()
        folder.remove()
      }
    },
  )

  on('are read by no reader past the ledger', async () => {
    if (engine === null || !bench.options.databaseUrl) return
    const database = serverDatabase(bench.options.databaseUrl)
    try {
      await expect(
        database.transaction().execute(async (session) => {
          await sql`set local role demarche_reader`.execute(session)
          await sql`select * from demarche.sealed_files`.execute(session)
        }),
      ).rejects.toThrow('permission denied')
    } finally {
      await database.destroy()
    }
  })
})
