/**
 * Many parties at one desk (docs/rules/ledger.md, LED-13, LED-14): who sees what under which role; on both engines.
 */
import { join } from 'node:path'
import { PUBLIC, type Reader, WORKING } from '@demarche/core'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { embeddedDatabase, serverDatabase } from '../src/engine/open-database.ts'
import { openStore } from '../src/index.ts'
import { migrate } from '../src/schema/migrations.ts'
import { prepare } from '../src/ledger/prepare.ts'
import { onBothEngines } from './both-engines.ts'
import { aDraft, aFolder, CLOCK, OUTSIDER } from './ledgers.ts'
import { RED, person, ANN, BOB, EVE, AUDITOR, ADMINISTRATOR, THE_PUBLIC, names } from './people.ts'

// opening a store from nothing takes seconds, and far longer on a busy machine
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const server = await onBothEngines(({ on, engine, ledger }) => {
  on(
    'LED-14 an administrator and the public see no more than they may, and neither they nor an auditor record',
    async () => {
      const { store } = ledger
      const entity = 'case:roles'
      await store
        .as(ANN)
        .append([
          aDraft({ entity }),
          aDraft({ entity, marking: { ...PUBLIC, tlp: 'TLP:GREEN' } }),
          aDraft({ entity, marking: { ...PUBLIC, releasableTo: ['EU', 'public'] } }),
        ])
      const seen = async (reader: Reader) => (await store.as(reader).statements(entity)).length
      expect(await Promise.all([ANN, AUDITOR, ADMINISTRATOR, THE_PUBLIC].map(seen))).toEqual([3, 3, 0, 1])
      expect(await names(store, ADMINISTRATOR, 'roles')).toEqual([])
      expect(await store.as(ADMINISTRATOR).entities('case')).toEqual([])
      for (const reader of [AUDITOR, ADMINISTRATOR, THE_PUBLIC])
        await expect(store.as(reader).append([aDraft({ entity: 'case:by-nobody' })])).rejects.toMatchObject({
          code: 'not-allowed',
          message: expect.stringContaining('LED-14'),
        })
      const recordedBy = person('f')
      await expect(store.as(ANN).append([aDraft({ entity, document: 'x', recordedBy })])).rejects.toThrow(
        '/0/recordedBy',
      )
    },
  )

  on(
    'LED-13 RED and AMBER+STRICT stay with the party that asserted them, unless they name others',
    async () => {
      const { store } = ledger
      const entity = 'case:strict'
      await store
        .as(ANN)
        .append([
          aDraft({ entity, marking: RED }),
          aDraft({ entity, marking: { ...RED, tlp: 'TLP:AMBER+STRICT' } }),
          aDraft({ entity, marking: { ...RED, releasableTo: ['EU', 'EE'] } }),
          aDraft({ entity, marking: WORKING }),
        ])
      expect(await store.as(BOB).statements(entity)).toHaveLength(4)
      expect(await store.as(EVE).statements(entity)).toHaveLength(2)
      await expect(
        store.as(EVE).append([aDraft({ entity, marking: RED, document: 'x', assertedBy: 'EU' })]),
      ).rejects.toThrow('for other parties than yours')
    },
  )

  on('the person who recorded it stands in the text and not in what makes it the same content', async () => {
    const reader = ledger.store.as(ANN)
    const draft = aDraft({ entity: 'case:by-ann' })
    const { statements } = await reader.append([{ ...draft, recordedBy: ANN.person }])
    expect(statements[0]?.recordedBy).toBe(ANN.person)
    expect(await reader.append([draft])).toMatchObject({ alreadyOnRecord: 1 })
  })

  on(
    'a ledger in the first layout keeps RED for the party that asserted it once it is brought up to date',
    async () => {
      const folder = aFolder()
      const urls = await engine?.newDatabase()
      const old = urls ? serverDatabase(urls.ownerUrl) : embeddedDatabase(join(folder.path, 'database'))
      await migrate(old, '0001-ledger')
      const { statement, body, contentHash } = prepare(aDraft({ entity: 'case:old', marking: RED }))
      await old.transaction().execute(async (session) => {
        await sql`select set_config('role', 'demarche_reader', true), set_config('demarche.distribution', '1', true),
        set_config('demarche.tlp', '4', true), set_config('demarche.party', 'EU', true)`.execute(session)
        await sql`insert into demarche.statements (id, entity, kind, body, content_hash, asserted_at, distribution, tlp, marking_key)
        values (${statement.id}, 'case:old', 'case', ${body}, ${contentHash}, ${statement.assertedAt}, 1, 4, 'LIMITE|TLP:RED|*')`.execute(
          session,
        )
      })
      await old.destroy()
      const store = await openStore({ dataDirectory: folder.path, clock: CLOCK, ...urls })
      try {
        expect((await store.verify()).fault).toBeNull()
        expect(await names(store, ANN, 'old')).toEqual(['Rain'])
        expect(await names(store, EVE, 'old')).toEqual([])
        const before = await store.as(EVE).version()
        await store.as(ANN).append([aDraft({ entity: 'case:old', marking: RED, document: 'Report 2' })])
        expect(await store.as(EVE).version()).toBe(before)
      } finally {
        await store.close()
        folder.remove()
      }
    },
  )
})

test.skipIf(!server)(
  'the desk says so when it works with the login that owns the tables, and works all the same',
  async () => {
    const urls = await server?.newDatabase()
    const lines: string[] = []
    const options = { dataDirectory: '', clock: CLOCK, log: (line: string) => lines.push(line) }
    const one = await openStore({ ...options, databaseUrl: urls?.ownerUrl })
    expect(lines.join()).toContain('DATABASE_OWNER_URL')
    await one.as(ANN).append([aDraft({ marking: WORKING })])
    expect(await one.as(OUTSIDER).statements('case:rain-2016')).toEqual([])
    await one.close()
    lines.length = 0
    const two = await openStore({ ...options, ...urls })
    expect(lines).toEqual([])
    expect(await two.as(ANN).statements('case:rain-2016')).toHaveLength(1)
    await two.close()
  },
)
