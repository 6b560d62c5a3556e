/**
 * Many parties at one desk (docs/rules/ledger.md, LED-13 to LED-18): roles, lists, marking anew, audit, news; on both engines.
 */
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Marking, parsePartialDate, PUBLIC, type Reader, WORKING } from '@demarche/core'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { embeddedDatabase, serverDatabase } from '../src/engine/open-database.ts'
import { type AuditEntry, type Change, openStore, restoreStore, type Store } from '../src/index.ts'
import { migrate } from '../src/schema/migrations.ts'
import { prepare } from '../src/ledger/prepare.ts'
import {
  aDraft,
  aFolder,
  aList,
  ALL_CASES,
  anEmptyLedger,
  aRemarking,
  type Bench,
  CLOCK,
  KEEPER,
  OUTSIDER,
} from './ledgers.ts'
import { startPostgres } from './postgres.ts'

// opening a store from nothing takes seconds, and far longer on a busy machine
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const server = await startPostgres()
afterAll(() => server?.stop())

const RED: Marking = { distribution: 'LIMITE', tlp: 'TLP:RED' }
const person = (digit: string) => `person:${digit.repeat(16)}`
const ANN: Reader = { ...KEEPER, person: person('a'), role: 'desk-officer' }
const BOB: Reader = { ...KEEPER, person: person('b'), role: 'analyst' }
const EVE: Reader = { ...ANN, person: person('e'), party: 'EE' }
const AUDITOR: Reader = { ...ANN, person: person('d'), role: 'auditor' }
const ADMINISTRATOR: Reader = { ...ANN, person: person('c'), role: 'administrator' }
const THE_PUBLIC: Reader = { ...ANN, party: 'public' }
const list = (digit: string): string => `list:${digit.repeat(12)}`
const names = async (store: Store, reader: Reader, q: string) =>
  (await store.as(reader).listCases({ ...ALL_CASES, q })).rows.map(({ name }) => name)
const an = (entry: Partial<AuditEntry> = {}): AuditEntry => ({
  at: '2026-03-03T12:00:00.000Z',
  person: ANN.person,
  party: 'EU',
  role: 'desk-officer',
  verb: 'case.dossier',
  outcome: 'read',
  ...entry,
})

describe.each([
  ['pglite', null],
  ['postgres', server],
] as const)('on %s', (name, engine) => {
  let ledger: Bench
  beforeAll(async () => {
    if (name === 'pglite' || engine) ledger = await anEmptyLedger(engine)
  })
  afterAll(() => ledger?.done())
  const on = test.skipIf(name === 'postgres' && !engine)

  on('LED-19 of two who rest on the same last statement, one records and the other is told', async () => {
    const { store } = ledger
    const entity = 'case:decided-once'
    const [first] = (await store.as(ANN).append([aDraft({ entity, document: 'Report 1' })])).statements
    const follows = { entity, statement: first?.id ?? '' }
    const ways = await Promise.allSettled(
      ['Report 2', 'Report 3'].map((document) =>
        store
          .as(ANN)
          .append([aDraft({ entity, document, assertedAt: '2026-03-02T10:00:00.000Z' })], { follows }),
      ),
    )
    expect(ways.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(ways.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'stale-write', faults: [{ rule: 'LED-19' }] },
    })
    expect(await store.as(ANN).statements(entity)).toHaveLength(2)
  })

  on(
    'LED-19 once the last statement was erased, the one before it is the last that can be named',
    async () => {
      const { store } = ledger
      const entity = 'case:last-erased'
      const said = (document: string, assertedAt: string) => aDraft({ entity, document, assertedAt })
      const [first] = (await store.as(ANN).append([said('Report 1', '2026-03-01T10:00:00.000Z')])).statements
      const [last] = (await store.as(ANN).append([said('Report 2', '2026-03-02T10:00:00.000Z')])).statements
      if (!first || !last) throw new Error('two statements were recorded')
      await store.erase({ statement: last.id, authority: 'Decision 7/2026', by: 'keeper' })
      const next = said('Report 3', '2026-03-03T10:00:00.000Z')
      await expect(
        store.as(ANN).append([next], { follows: { entity, statement: last.id } }),
      ).rejects.toMatchObject({ code: 'stale-write' })
      const { statements } = await store.as(ANN).append([next], { follows: { entity, statement: first.id } })
      expect(statements).toHaveLength(1)
    },
  )

  on(
    'what is seen of an entity has a digest that changes when that does, and with nothing else',
    async () => {
      const { store } = ledger
      const entity = 'case:digested'
      const digest = async (reader: Reader) => {
        const view = store.as(reader)
        const [seen] = await view.seenOf([entity])
        const known = (await view.digestsOf([entity])).get(entity)
        expect(seen?.digest).toBe(known)
        const stands = seen?.statements.some(({ erased }) => !erased) === true
        expect((await view.kindSeen('case')).digests.get(entity)).toBe(stands ? known : undefined)
        expect(seen?.statements ?? []).toEqual(await view.statements(entity))
        return known
      }
      expect(await digest(ANN)).toBeUndefined()
      const open = aDraft({ entity, marking: { ...PUBLIC, tlp: 'TLP:GREEN' } })
      await store.as(ANN).append([{ ...open, entity: 'case:beside' }])
      const [first] = (await store.as(ANN).append([open])).statements
      const one = await digest(ANN)
      expect(one).toBeDefined()
      expect(await digest(EVE)).toBe(one)
      await store.as(ANN).append([aDraft({ entity, marking: { ...RED, releasableTo: ['EU'] } })])
      const two = await digest(ANN)
      expect(two).not.toBe(one)
      expect(await digest(EVE)).toBe(one)
      if (!first) throw new Error('a statement was recorded')
      await store.as(ANN).append([aRemarking(first, { ...RED, releasableTo: ['EU'] })])
      const remarked = await digest(ANN)
      expect(remarked).not.toBe(two)
      // whoever may not see the new marking sees nothing of it any more, also of the last that was added
      expect(await digest(EVE)).toBeUndefined()
      await store.erase({ statement: first.id, authority: 'Decision 1', by: 'the registry' })
      expect(await digest(ANN)).not.toBe(remarked)
      expect(await digest(EVE)).toBeUndefined()
    },
  )

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
      ).rejects.toThrow('stays with EU')
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
    'LED-15 only the members of a need-to-know list see what is marked with it, and they decide who is one',
    async () => {
      const { store } = ledger
      const secret = aDraft({ entity: 'case:listed', marking: { ...WORKING, needToKnow: list('a') } })
      const nobodys = { ...secret, marking: { ...WORKING, needToKnow: list('z') } }
      await expect(store.as(ANN).append([aList(list('a'), [BOB.person])])).rejects.toThrow(
        `expected ${ANN.person}`,
      )
      await store.as(ANN).append([aList(list('a'), [ANN.person, EVE.person]), secret])
      const seen = (reader: Reader) => names(store, reader, 'listed')
      expect(await Promise.all([ANN, EVE, BOB, AUDITOR].map(seen))).toEqual([['Rain'], ['Rain'], [], []])
      expect(await store.as(EVE).lists()).toEqual([list('a')])
      expect(await store.as(BOB).entities('need-to-know-list')).toEqual([])
      const refusal = (draft: typeof secret) =>
        store
          .as(BOB)
          .append([draft])
          .then(String, (error: Error) => error.message.replaceAll(/list:\w+/g, 'list'))
      expect(await refusal(secret)).toBe(await refusal(nobodys))
      // the same refusal when an outsider tries to make the list his own
      await expect(store.as(BOB).append([aList(list('a'), [BOB.person])])).rejects.toThrow('marked LIMITE')
      // the last statement counts, also when it says what an earlier one said
      for (const [minute, members] of [
        [1, [ANN, BOB]],
        [2, [ANN, EVE]],
        [3, [ANN, BOB]],
      ] as const) {
        const at = `2026-03-02T09:0${minute}:00.000Z`
        await store.as(ANN).append([
          aList(
            list('a'),
            members.map((member) => member.person),
            { assertedAt: at },
          ),
        ])
        expect(await seen(EVE)).toEqual(members.some((member) => member === EVE) ? ['Rain'] : [])
      }
      const inForce = (await store.as(ANN).statements(list('a'))).at(-1)?.id ?? ''
      await expect(store.erase({ statement: inForce, authority: 'x', by: 'y' })).rejects.toThrow('LED-15')
      const same = await store.as(BOB).append([{ ...secret, marking: WORKING }])
      expect(same.statements).toHaveLength(1)
      expect((await store.verify()).fault).toBeNull()
    },
  )

  on(
    'LED-16 whoever records may raise a marking; lowering is for the party that asserted it, with a reason',
    async () => {
      const { store } = ledger
      const entity = 'case:remarked'
      const { statements } = await store.as(ANN).append([aDraft({ entity, marking: WORKING })])
      const [target] = statements
      if (!target) throw new Error('expected a statement')
      const lower = aRemarking(target, PUBLIC, { marking: WORKING })
      await expect(store.as(BOB).append([lower])).rejects.toThrow(
        'desk officer, chair or legal adviser of EU',
      )
      await expect(store.as(EVE).append([lower])).rejects.toThrow('EE')
      await expect(store.as(ANN).append([aRemarking(target, PUBLIC)])).rejects.toThrow('/marking: the record')
      await expect(store.as(OUTSIDER).append([aRemarking(target, PUBLIC)])).rejects.toThrow('no statement')
      await expect(
        store.as(OUTSIDER).append([aRemarking({ ...target, id: 'f'.repeat(64) }, PUBLIC)]),
      ).rejects.toThrow('no statement')
      const { reason: _, ...silent } = lower
      await expect(store.as(ANN).append([silent])).rejects.toThrow('expected a reason')
      expect(await names(store, OUTSIDER, 'remarked')).toEqual([])

      const versions = async () => Promise.all([ANN, OUTSIDER].map((reader) => store.as(reader).version()))
      const before = await versions()
      await store.as(ANN).append([lower])
      expect((await versions()).map((version, index) => version === before[index])).toEqual([false, false])
      expect(await store.as(OUTSIDER).statements(entity)).toEqual([
        { ...target, marking: PUBLIC, remarked: true },
      ])
      expect((await store.as(OUTSIDER).listCases({ ...ALL_CASES, q: 'remarked' })).rows).toMatchObject([
        { marking: PUBLIC, statements: 1 },
      ])
      // the record itself is for those who could read both
      expect(await store.as(OUTSIDER).remarkings(entity)).toEqual([])
      expect(await store.as(ANN).remarkings(entity)).toMatchObject([{ reason: 'the source asked for it' }])
      expect(await store.as(ANN).statements(entity)).toHaveLength(1)

      // raised by another party, to those two alone
      const two: Marking = { ...RED, releasableTo: ['EE', 'EU'] }
      await expect(store.as(EVE).append([aRemarking(target, RED, { assertedBy: 'EE' })])).rejects.toThrow(
        'LED-04',
      )
      await store.as(EVE).append([aRemarking(target, two, { assertedBy: 'EE' })])
      expect(await names(store, OUTSIDER, 'remarked')).toEqual([])
      expect((await versions())[1]).toBe(before[1])
      expect(await store.as(BOB).statement(target.id)).toMatchObject({ marking: two, remarked: true })
      // and said once more, as before
      await store
        .as(ANN)
        .append([aRemarking(target, PUBLIC, { marking: two, assertedAt: '2026-03-02T09:05:00.000Z' })])
      expect(await names(store, OUTSIDER, 'remarked')).toEqual(['Rain'])
      expect((await store.verify()).fault).toBeNull()
    },
  )

  on(
    'LED-17 the audit log is kept in a chain, read by auditors page by page, and survives the database',
    async () => {
      const { store } = ledger
      await Promise.all(
        Array.from({ length: 5 }, (_, index) => store.audit.note(an({ target: `case:audit-${index}` }))),
      )
      await store.audit.note(an({ outcome: 'refused', rule: 'LED-04' }))
      expect(() => store.audit.note(an({ verb: '' }))).toThrow('verb')
      expect(await store.as(ANN).audit({})).toEqual({ entries: [], next: null })
      const reader = store.as(AUDITOR)
      const first = await reader.audit({ limit: 4 })
      expect(first.entries).toHaveLength(4)
      expect(first.entries[0]).toEqual({ seq: 6, ...an({ outcome: 'refused', rule: 'LED-04' }) })
      expect(await reader.audit({ limit: 4, before: first.next ?? 0 })).toMatchObject({
        entries: [{ seq: 2 }, { seq: 1 }],
        next: null,
      })
      expect((await reader.audit({ target: 'case:audit-3' })).entries).toHaveLength(1)
      expect(await store.verify()).toMatchObject({ sound: true, audit: { entries: 6 } })
    },
  )

  on('LED-18 every process hears what was recorded, erased and marked anew', async () => {
    const others = engine ? await openStore(ledger.options) : ledger.store
    const heard: Change[] = []
    const stop = others.onRecorded((change) => heard.push(change))
    const untilHeard = (entity: string) =>
      vi.waitFor(() => expect(heard).toContainEqual({ entity, kind: 'case' }), { timeout: 20_000 })
    try {
      await vi.waitFor(
        async () => {
          await ledger.store
            .as(ANN)
            .append([aDraft({ entity: 'case:news', document: `Report ${heard.length}` })])
          await ledger.store
            .as(ANN)
            .append([aDraft({ entity: 'case:news', document: String(Math.random()) })])
          expect(heard.length).toBeGreaterThan(0)
        },
        { timeout: 20_000, interval: 500 },
      )
      const { statements } = await ledger.store.as(ANN).append([aDraft({ entity: 'case:heard' })])
      await untilHeard('case:heard')
      heard.length = 0
      await ledger.store.erase({ statement: statements[0]?.id ?? '', authority: 'x', by: 'y' })
      await untilHeard('case:heard')
      heard.length = 0
      await expect(ledger.store.as(OUTSIDER).append([aDraft({ marking: WORKING })])).rejects.toThrow()
      stop()
      await ledger.store.as(ANN).append([aDraft({ entity: 'case:unheard' })])
      expect(heard).toEqual([])
    } finally {
      if (engine) await others.close()
    }
  })

  on(
    'a backup brings back lists, markings and audit; so does the journal when the database is lost',
    async () => {
      const folder = aFolder()
      try {
        const file = join(folder.path, 'backup')
        const { store } = ledger
        const [marked] = await store.as(ANN).statements('case:remarked')
        if (!marked) throw new Error('expected a statement')
        // what is left of an erased record of a marking still marks
        const { statements } = await store
          .as(ANN)
          .append([aRemarking(marked, WORKING, { assertedAt: '2026-03-02T09:30:00.000Z' })])
        await store.erase({ statement: statements[0]?.id ?? '', authority: 'x', by: 'y' })
        // acts of a procedure, a correction in part, its erasure, days of validity
        const acts = await store.as(ANN).append(
          ['open', 'propose', 'state-position'].map((verb, index) =>
            aDraft({
              kind: 'procedure',
              entity: 'procedure:round-trip',
              marking: WORKING,
              assertedAt: `2026-03-02T09:4${index}:00.000Z`,
              assertions: [{ property: 'act', value: { verb, words: 'Łódź \u2028 雨' } }],
              recordedBy: ANN.person,
            }),
          ),
        )
        const said = await store.as(ANN).append([
          aDraft({
            entity: 'case:round-trip',
            date: '2026-02',
            assertions: [
              { property: 'name', value: 'Round trip' },
              { property: 'partnersActing', value: true, validTo: parsePartialDate('2026-03') },
            ],
          }),
        ])
        const corrected = await store.as(ANN).append([
          aDraft({
            entity: 'case:round-trip',
            date: '2026-03-01',
            assertions: [],
            retracts: [{ statement: said.statements[0]?.id ?? '', property: 'partnersActing', value: true }],
          }),
        ])
        for (const { id } of [...acts.statements.slice(2), ...corrected.statements])
          await store.erase({ statement: id, authority: 'x', by: 'y' })
        await store.backup(file)
        const proof = await store.verify()
        expect(proof.fault).toBeNull()
        const options = { dataDirectory: join(folder.path, 'restored'), clock: CLOCK }
        await restoreStore(file, options)
        const same = async (restored: Store) => {
          const journal = restored.engine === 'pglite' ? 'agrees' : 'none'
          expect(await restored.verify()).toEqual({ ...proof, journal })
          await restored.backup(`${file} again`)
          expect(await readFile(`${file} again`, 'utf8')).toBe(await readFile(file, 'utf8'))
          for (const reader of [ANN, BOB, EVE, OUTSIDER, AUDITOR]) {
            const [left, right] = [store.as(reader), restored.as(reader)]
            expect(await right.version()).toBe(await left.version())
            expect(await right.lists()).toEqual(await left.lists())
            expect(await right.listCases(ALL_CASES)).toEqual(await left.listCases(ALL_CASES))
            expect(await right.statements('case:remarked')).toEqual(await left.statements('case:remarked'))
            expect(await right.audit({})).toEqual(await left.audit({}))
            for (const entity of ['procedure:round-trip', 'case:round-trip'])
              expect(await right.statements(entity)).toEqual(await left.statements(entity))
          }
        }
        let restored = await openStore(options)
        await same(restored)
        await restored.close()
        await rm(join(options.dataDirectory, 'database'), { recursive: true })
        restored = await openStore(options)
        await same(restored)
        await restored.close()
        if (server) {
          const elsewhere = { ...options, ...(await server.newDatabase()) }
          await restoreStore(`${file} again`, elsewhere)
          restored = await openStore(elsewhere)
          await same(restored)
          await restored.close()
        }
        // a last line that was cut off is dropped; any other change stops the start
        const auditFile = join(options.dataDirectory, 'audit.ndjson')
        await appendFile(auditFile, '{"audit":"{')
        restored = await openStore(options)
        await same(restored)
        await restored.close()
        await writeFile(
          auditFile,
          (await readFile(auditFile, 'utf8')).replace('case:audit-3', 'case:audit-9'),
        )
        await expect(openStore(options)).rejects.toThrow('does not follow')
      } finally {
        folder.remove()
      }
    },
  )

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
