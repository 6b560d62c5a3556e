/** EVI-10: a file of evidence and the statement that attaches it come on record together, whenever the process dies. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sha256Hex } from '@demarche/core'
import { afterAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openStore, type SealedFile, type Store, type StoreOptions } from '../src/index.ts'
import { aDraft, aFolder, CLOCK, KEEPER } from './ledgers.ts'
import { startPostgres } from './postgres.ts'

vi.setConfig({ hookTimeout: 180_000 })

const server = await startPostgres()
afterAll(() => server?.stop())

const ROUNDS = 4
const said = z.union([z.object({ put: z.string() }), z.object({ acknowledged: z.string() })])

const aFile = (statement: string, bytes = 10): SealedFile => ({
  statement,
  item: 'evidence-item:slow',
  keyId: 'k-1',
  wrappedKey: 'd3JhcHBlZA==',
  at: '2026-03-03T12:00:00.000Z',
  sealed: new Uint8Array(bytes),
})

/** What the process said until it died; killed after so many milliseconds of work, or by itself. */
async function die(
  options: StoreOptions,
  step: string,
  after?: number,
): Promise<{ put: string[]; acknowledged: string[] }> {
  const script = fileURLToPath(new URL('./attach-and-die.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(options), step], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const told = { put: [] as string[], acknowledged: [] as string[] }
  for await (const line of createInterface({ input: child.stdout })) {
    const { data } = said.safeParse(JSON.parse(line))
    if (data && 'put' in data) told.put.push(data.put)
    if (data && 'acknowledged' in data) {
      if (after !== undefined && told.acknowledged.length === 0)
        setTimeout(() => child.kill('SIGKILL'), after)
      told.acknowledged.push(data.acknowledged)
    }
  }
  return told
}

/** Every file has its statement, every statement its file, and nothing lies about. */
async function expectWhole(store: Store, dataDirectory: string): Promise<readonly string[]> {
  const entries = await store.as(KEEPER).entities('custody-entry')
  const statements = (await store.as(KEEPER).statementsOf(entries)).map(({ id }) => id)
  expect((await store.files.list()).map(({ statement }) => statement)).toEqual(statements.toSorted())
  for (const id of statements) expect((await store.files.get(id))?.sealed.length).toBe(1_500_000)
  const folder = join(dataDirectory, 'evidence')
  const lying = existsSync(folder) ? readdirSync(folder) : []
  expect(lying.filter((name) => !statements.includes(name.replace(/\.(?:key|sealed)$/, '')))).toEqual([])
  return statements
}

const aPlace = async (name: string): Promise<{ options: StoreOptions; remove: () => void }> => {
  const folder = aFolder()
  const { databaseUrl, ownerUrl } = (name === 'postgres' ? await server?.newDatabase() : undefined) ?? {}
  return {
    options: { dataDirectory: folder.path, clock: CLOCK, databaseUrl, ownerUrl },
    remove: folder.remove,
  }
}

for (const name of ['pglite', 'postgres']) {
  const on = test.skipIf(name === 'postgres' && !server)

  on(
    `EVI-10 killed between file and statement on ${name}: neither is there afterwards`,
    async () => {
      const { options, remove } = await aPlace(name)
      try {
        const { put } = await die(options, 'file')
        expect(put).toHaveLength(1)
        if (name === 'pglite')
          expect(readdirSync(join(options.dataDirectory, 'evidence'))).toContain(`${put[0]}.sealed`)
        const store = await openStore(options)
        expect(await expectWhole(store, options.dataDirectory)).toEqual([])
        await store.close()
        const { acknowledged } = await die(options, 'acknowledged')
        const again = await openStore(options)
        expect(await expectWhole(again, options.dataDirectory)).toEqual(acknowledged)
        await again.close()
      } finally {
        remove()
      }
    },
    120_000,
  )

  on(
    `EVI-10 killed ${ROUNDS} times at any moment on ${name}: what was acknowledged is there`,
    async () => {
      const { options, remove } = await aPlace(name)
      try {
        const acknowledged = new Set<string>()
        for (let round = 0; round < ROUNDS; round += 1) {
          for (const id of (await die(options, 'forever', (round * 37) % 110)).acknowledged)
            acknowledged.add(id)
          const store = await openStore(options)
          const found = new Set(await expectWhole(store, options.dataDirectory))
          expect([...acknowledged.difference(found)]).toEqual([])
          await store.close()
        }
        expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS)
      } finally {
        remove()
      }
    },
    240_000,
  )
}

test('EVI-10 what was cut off in the middle of writing a file is cleared at the next start', async () => {
  const { options, remove } = await aPlace('pglite')
  try {
    const { acknowledged } = await die(options, 'acknowledged')
    const folder = join(options.dataDirectory, 'evidence')
    const other = sha256Hex('cut off')
    for (const name of [`${other}.sealed`, `${other}.sealed.part`, `${acknowledged[0]}.key.part`])
      writeFileSync(join(folder, name), 'half')
    const store = await openStore(options)
    expect(await expectWhole(store, options.dataDirectory)).toEqual(acknowledged)
    await store.close()
  } finally {
    remove()
  }
}, 60_000)

test.skipIf(!server)(
  'EVI-10 a process that starts clears no file that another is attaching',
  async () => {
    const { options, remove } = await aPlace('postgres')
    const one = await openStore(options)
    try {
      const slow = aDraft({ entity: 'custody-entry:slow', kind: 'custody-entry' })
      const { id } = await one.as(KEEPER).attach(slow, async (statement) => {
        // another process starts while the file is encrypted, and while its statement is on its way
        await (await openStore(options)).close()
        const file = aFile(statement.id)
        return {
          file,
          async wrappedNow() {
            await (await openStore(options)).close()
            return file
          },
        }
      })
      expect((await one.files.list()).map(({ statement }) => statement)).toEqual([id])
    } finally {
      await one.close()
      remove()
    }
  },
  60_000,
)

test.each(['pglite', 'postgres'])('EVI-10 what is refused leaves no file behind on %s', async (name) => {
  if (name === 'postgres' && !server) return
  const { options, remove } = await aPlace(name)
  const store = await openStore(options)
  try {
    const draft = aDraft({ entity: 'custody-entry:refused', kind: 'custody-entry' })
    const refusal = new Error('the key is gone')
    await expect(
      store.as(KEEPER).attach(draft, async () => {
        throw refusal
      }),
    ).rejects.toThrow(refusal)
    await expect(
      store.as(KEEPER).attach(draft, async ({ id }) => ({
        file: aFile(id),
        async wrappedNow() {
          throw refusal
        },
      })),
    ).rejects.toThrow(refusal)
    expect(await store.files.list()).toEqual([])
    expect(await store.as(KEEPER).entities('custody-entry')).toEqual([])
  } finally {
    await store.close()
    remove()
  }
})

test.each(['pglite', 'postgres'])(
  'EVI-10 others record while a file is encrypted, and it stands under the key that is the last when it comes on record, on %s',
  async (name) => {
    if (name === 'postgres' && !server) return
    const { options, remove } = await aPlace(name)
    const store = await openStore(options)
    try {
      const draft = aDraft({ entity: 'custody-entry:large', kind: 'custody-entry' })
      const meanwhile = aDraft({ entity: 'custody-entry:meanwhile', kind: 'custody-entry' })
      const { id } = await store.as(KEEPER).attach(draft, async (statement) => {
        await store.as(KEEPER).append([meanwhile])
        return {
          file: aFile(statement.id),
          wrappedNow: async () => ({ keyId: 'k-2', wrappedKey: 'YW5ldw==' }),
        }
      })
      expect(await store.files.list()).toMatchObject([
        { statement: id, keyId: 'k-2', wrappedKey: 'YW5ldw==' },
      ])
      expect(await store.as(KEEPER).entities('custody-entry')).toHaveLength(2)
      // the same again leaves the file as it is
      const again = store.as(KEEPER).attach(draft, async (statement) => ({
        file: aFile(statement.id, 20),
        wrappedNow: async () => aFile(statement.id, 20),
      }))
      await expect(again).rejects.toMatchObject({ code: 'already-exists' })
      expect((await store.files.get(id))?.sealed.length).toBe(10)
    } finally {
      await store.close()
      remove()
    }
  },
)
