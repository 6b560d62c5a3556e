/** Records that an earlier version laid out are brought up to date, and those of a later one are left alone, on either engine. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CASE_VOCABULARY, type DraftStatement, type Marking, resolveFacts } from '@demarche/core'
import { sql } from 'kysely'
import { expect, vi } from 'vitest'
import { openChangeFeed } from '../src/engine/change-feed.ts'
import { type Database, embeddedDatabase, serverDatabase } from '../src/engine/open-database.ts'
import { asKeeper, asReader } from '../src/engine/session.ts'
import { fileTable } from '../src/files/file-table.ts'
import { openStore, type StoreOptions } from '../src/index.ts'
import { markingColumns, prepare } from '../src/ledger/prepare.ts'
import { migrate } from '../src/schema/migrations.ts'
import { makeStore } from '../src/store.ts'
import { onEitherEngine } from './both-engines.ts'
import { aDraft, aFolder, aRemarking, CLOCK, KEEPER } from './ledgers.ts'
import type { PostgresServer } from './postgres.ts'

// opening a store from nothing takes seconds, and far longer on a busy machine
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const GREEN: Marking = { distribution: 'LIMITE', tlp: 'TLP:GREEN' }
const RED: Marking = { distribution: 'LIMITE', tlp: 'TLP:RED', releasableTo: ['EU'] }
const authority = { authority: 'Decision 7/2026', by: 'keeper' }
const two = [
  { property: 'name', value: 'Rain' },
  { property: 'deaths', value: 3 },
]
const later = (minute: number) => `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z`
const ALL = { kinds: ['project'], sort: 'name', order: 'asc', offset: 0, limit: 50 } as const
const project = (slug: string, facts: Record<string, string | string[]>) =>
  aDraft({
    entity: `project:${slug}`,
    kind: 'project',
    assertions: Object.entries(facts).map(([property, value]) => ({ property, value })),
  })

/** Where records may lie; nothing is there yet. */
async function aPlace(engine: PostgresServer | null) {
  const folder = aFolder()
  const urls = await engine?.newDatabase()
  const options: StoreOptions = { dataDirectory: folder.path, clock: CLOCK, ...urls }
  return {
    options,
    /** the database alone, as the login that lays it out */
    owner: () => (urls ? serverDatabase(urls.ownerUrl) : embeddedDatabase(join(folder.path, 'database'))),
    remove: folder.remove,
  }
}

/** Puts statements on record as a version did that laid out no more than them. */
async function recordIn(old: Database, drafts: readonly DraftStatement[]): Promise<void> {
  for (const draft of drafts) {
    const { statement, body, contentHash } = prepare(draft)
    const { distribution, tlp, marking_key: key } = markingColumns(statement)
    await asReader(old, KEEPER, async (session) => {
      await sql`insert into demarche.statements (id, entity, kind, body, content_hash, asserted_at, distribution, tlp, marking_key)
        values (${statement.id}, ${statement.entity}, ${statement.kind}, ${body}, ${contentHash}, ${statement.assertedAt}, ${distribution}, ${tlp}, ${key})`.execute(
        session,
      )
    })
  }
}

interface KeptLabel {
  readonly marking_key: string
  readonly holds: number
  readonly changes: number
  /** how many statements stand under it */
  readonly there: number
}

async function labelsIn(database: Database): Promise<readonly KeptLabel[]> {
  const { rows } = await asKeeper(database, (session) =>
    sql<KeptLabel>`
      select marking_key, holds::int as holds, changes::int as changes, (
        select count(*)::int from demarche.statements as s where s.marking_key = l.marking_key) as there
      from demarche.labels as l order by marking_key`.execute(session),
  )
  await database.destroy()
  return rows
}

await onEitherEngine(({ name, on, engine }) => {
  on('LED-20 records that a newer version laid out are refused, unchanged', async () => {
    const { options, owner, remove } = await aPlace(engine)
    try {
      await (await openStore(options)).close()
      const newer = owner()
      await sql`insert into demarche.kysely_migration values ('9999-later', ${CLOCK().toISOString()})`.execute(
        newer,
      )
      await newer.destroy()
      await expect(openStore(options)).rejects.toThrow('newer Demarche (step 9999-later')
      const before = owner()
      await sql`delete from demarche.kysely_migration where name = '9999-later'`.execute(before)
      await before.destroy()
      const store = await openStore(options)
      expect((await store.verify()).sound).toBe(true)
      await store.close()
    } finally {
      remove()
    }
  })

  on('a ledger in the first layout is opened, brought up to date, and goes on', async () => {
    const { options, owner, remove } = await aPlace(engine)
    const target = prepare(aDraft({ assertions: two }))
    const correction = prepare(
      aDraft({
        assertedAt: later(1),
        assertions: [{ property: 'summary', value: 'a \u0000 in it' }],
        supersedes: [{ statement: target.statement.id, property: 'deaths' }],
      }),
    )
    const rows = [target, correction].map(({ statement, body, contentHash, marking }) => ({
      id: statement.id,
      entity: statement.entity,
      kind: statement.kind,
      body,
      content_hash: contentHash,
      asserted_at: statement.assertedAt,
      source_date: null,
      withdraws: null,
      erased: false,
      distribution: marking.distribution,
      tlp: marking.tlp,
      releasable_to: null,
      marking_key: marking.marking_key,
    }))
    const old = owner()
    await migrate(old, '0001-ledger')
    await old.transaction().execute(async (session) => {
      await sql`select set_config('role', 'demarche_reader', true), set_config('demarche.distribution', '1', true),
        set_config('demarche.tlp', '4', true), set_config('demarche.party', 'EU', true)`.execute(session)
      await sql`insert into demarche.statements
        select r.* from json_populate_recordset(null::demarche.statements, ${JSON.stringify(rows)}::json) as r`.execute(
        session,
      )
    })
    await old.destroy()
    const store = await openStore(options)
    try {
      expect(await store.verify()).toMatchObject({ sound: true, statements: 2 })
      const reader = store.as(KEEPER)
      const { leftWithdrawn } = await reader.append(
        [{ ...aDraft({ assertions: two }), assertedAt: later(5) }],
        {
          withdrawn: 'leave',
        },
      )
      expect(leftWithdrawn).toMatchObject([{ withdrawnBy: correction.statement.id }])
      await store.erase({ statement: correction.statement.id, ...authority })
      expect(
        resolveFacts(CASE_VOCABULARY, await reader.statements('case:rain-2016')).one('deaths').state,
      ).toBe('unknown')
    } finally {
      await store.close()
      remove()
    }
  })

  on('a ledger in the layout of before has its records found once it is brought up to date', async () => {
    const { options, owner, remove } = await aPlace(engine)
    const old = owner()
    await migrate(old, '0007-portfolio')
    await recordIn(old, [
      project('old', { name: 'Old', end: '2030', countries: ['GE'] }),
      project('young', { name: 'Young', start: '2029', countries: ['GE'] }),
    ])
    await old.destroy()
    const store = await openStore(options)
    try {
      const ledger = store.as(KEEPER)
      expect((await ledger.findRecords(ALL)).entities).toEqual(['project:old', 'project:young'])
      expect(
        await ledger.findTied(['countries=GE'], 1, [{ kind: 'project', settled: [], from: '2026-11-28' }]),
      ).toMatchObject([{ total: 2, entities: ['project:young'], open: ['project:old'] }])
    } finally {
      await store.close()
      remove()
    }
  })

  on('what changed since a day is found in a ledger of the layout before', async () => {
    const { options, owner, remove } = await aPlace(engine)
    const old = owner()
    await migrate(old, '0015-shown-to')
    await recordIn(old, [
      { ...project('ours', { name: 'Ours' }), assertedAt: later(1) },
      { ...project('shipped', { name: 'Shipped' }), assertedBy: 'demarche', assertedAt: later(2) },
      { ...project('touched', { name: 'Touched' }), assertedBy: 'demarche', assertedAt: later(3) },
      { ...project('touched', { objective: 'An aim' }), assertedAt: later(4) },
    ])
    await old.destroy()
    const store = await openStore(options)
    try {
      const ask = { kinds: ['project'], since: later(0), apart: 'demarche', most: 10, limit: 10 }
      expect(await store.as(KEEPER).findChanged(ask)).toEqual({
        total: 2,
        isCut: false,
        records: [
          { entity: 'project:touched', stands: true },
          { entity: 'project:ours', stands: true },
        ],
        apart: { total: 1, last: later(2) },
      })
    } finally {
      await store.close()
      remove()
    }
  })

  on('a start that was cut off between the layout and its rows is made good by the next', async () => {
    const { options, owner, remove } = await aPlace(engine)
    const first = await openStore(options)
    await first.as(KEEPER).append([project('lost', { name: 'Lost', countries: ['GE'] })])
    await first.close()
    const old = owner()
    await sql`truncate demarche.record_parts, demarche.record_facets`.execute(old)
    await old.destroy()
    const store = await openStore(options)
    try {
      expect((await store.as(KEEPER).findRecords(ALL)).entities).toEqual(['project:lost'])
    } finally {
      await store.close()
      remove()
    }
  })

  on(
    'what a label holds is counted for a ledger that did not count it, and anew from its journal',
    async () => {
      const { options, owner, remove } = await aPlace(engine)
      const database = owner()
      await migrate(database, '0012-lately')
      const old = makeStore({
        database,
        files: fileTable(database),
        journal: null,
        auditFile: null,
        feed: openChangeFeed(null),
        engine: name,
        clock: CLOCK,
        release: () => database.destroy(),
      })
      try {
        const { statements } = await old
          .as(KEEPER)
          .append([
            aDraft({ document: 'Stands' }),
            aDraft({ document: 'Erased' }),
            aDraft({ document: 'Raised', marking: GREEN }),
          ])
        const [, erased, raised] = statements
        if (!erased || !raised) throw new Error('three statements were recorded')
        await old.erase({ statement: erased.id, ...authority })
        await old.as(KEEPER).append([aRemarking(raised, RED)])
        await old.close()

        const store = await openStore(options)
        const view = store.as(KEEPER)
        const before = await view.version()
        await view.append([aDraft({ document: 'Since' })])
        expect(await view.version()).not.toBe(before)
        const { digests } = await view.kindSeen('case')
        expect([...digests]).toEqual([...(await view.digestsOf(['case:rain-2016']))])
        await store.close()
        const kept = await labelsIn(owner())
        expect(kept.map(({ holds, changes }) => [holds, changes])).toEqual([
          [0, 0],
          [2, 2],
          [3, 3],
        ])
        expect(kept.map(({ holds }) => holds)).toEqual(kept.map(({ there }) => there))
        if (name === 'postgres') return

        await rm(join(options.dataDirectory, 'database'), { recursive: true })
        const again = await openStore(options)
        expect((await again.as(KEEPER).kindSeen('case')).digests).toEqual(digests)
        await again.close()
        expect((await labelsIn(owner())).map(({ holds, there }) => [holds, there])).toEqual([
          [0, 0],
          [2, 2],
          [3, 3],
        ])
      } finally {
        remove()
      }
    },
  )
})
