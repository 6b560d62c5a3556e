/** Records of the portfolio are found by words, dates and ties, on either engine, as the reader sees them. */
import { type Marking, parsePartialDate } from '@demarche/core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Reader } from '../src/index.ts'
import { aDraft, anEmptyLedger, type Bench, type DraftParts, KEEPER, OFFICER, OUTSIDER } from './ledgers.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'

vi.setConfig({ hookTimeout: 180_000 })

const server = await startPostgres()
afterAll(() => server?.stop())

const RED: Marking = { distribution: 'LIMITE', tlp: 'TLP:RED', releasableTo: ['EU'] }
const project = (slug: string, facts: Record<string, string | string[]>, parts: DraftParts = {}) =>
  aDraft({
    entity: `project:${slug}`,
    kind: 'project',
    assertions: Object.entries(facts).map(([property, value]) => ({ property, value })),
    ...parts,
  })
const openOn = async (store: Bench['store'], from: string, settled: readonly string[] = []) =>
  (await store.as(KEEPER).findTied(['countries=GE'], 1, [{ kind: 'project', settled, from }])).map(
    ({ total, entities, open }) => ({ total, entities, open }),
  )

const ALL = { kinds: ['project'], sort: 'name', order: 'asc', offset: 0, limit: 50 } as const

describe.each<[string, PostgresServer | null]>([
  ['pglite', null],
  ['postgres', server],
])('on %s', (name, engine) => {
  let bench: Bench
  const on = test.skipIf(name === 'postgres' && !server)
  beforeAll(async () => {
    if (name === 'postgres' && !server) return
    bench = await anEmptyLedger(engine)
    const { store } = bench
    await store.as(KEEPER).append([
      project('east', {
        name: 'Course in the East',
        start: '2019',
        end: '2022-06',
        countries: ['GE', 'MD'],
      }),
      project('west', {
        name: 'Élan in the West',
        start: '2024-01',
        countries: ['CV'],
        partOf: 'project:east',
      }),
      project('late', { name: 'Later', start: '2026-02-01', end: '2026-12', countries: ['GE'] }),
      project('east', { countries: ['AM'] }, { marking: RED, document: 'Cable' }),
      aDraft({
        entity: 'meeting:tbilisi',
        kind: 'meeting',
        assertions: [{ property: 'partners', value: ['GE'] }],
      }),
      aDraft({ entity: 'case:rain-2016' }),
    ])
  })
  afterAll(() => bench?.done())
  const find = async (query: object, reader = KEEPER) =>
    (await bench.store.as(reader).findRecords({ ...ALL, ...query })).entities.map((entity) => entity.slice(8))

  on('by name, by start, and page by page', async () => {
    expect(await find({})).toEqual(['east', 'west', 'late'])
    expect(await find({ sort: 'start', order: 'desc' })).toEqual(['late', 'west', 'east'])
    expect(await find({ offset: 1, limit: 1 })).toEqual(['west'])
    expect((await bench.store.as(KEEPER).findRecords({ ...ALL, limit: 1 })).total).toBe(3)
  })

  on('STK-12 behind a place, which holds when records before it go', async () => {
    const ledger = bench.store.as(KEEPER)
    const first = await ledger.findRecords({ ...ALL, sort: 'start', limit: 1 })
    expect(first.next).toEqual({ key: '2019', entity: 'project:east' })
    const rest = { sort: 'start', after: first.next ?? undefined }
    expect(await find(rest)).toEqual(['west', 'late'])
    expect(await find({ ...rest, except: ['project:west'] })).toEqual(['late'])
    expect((await ledger.findRecords({ ...ALL, ...rest, sort: 'start' })).next).toBeNull()
    const last = { key: '2019', entity: 'project:east' }
    expect(await find({ sort: 'start', order: 'desc', after: last })).toEqual([])
    // what has no date comes last, in either direction
    const ends = { sort: 'end', order: 'desc', limit: 2 } as const
    const dated = await ledger.findRecords({ ...ALL, ...ends })
    expect(dated.entities).toEqual(['project:late', 'project:east'])
    expect(await find({ ...ends, after: dated.next ?? undefined })).toEqual(['west'])
    expect(await find({ ...ends, after: { key: null, entity: 'project:west' } })).toEqual([])
  })

  on('STK-12 without what some facets stand for, and by the properties that are stated', async () => {
    expect(await find({ without: ['countries=GE'] })).toEqual(['west'])
    expect(await find({ without: ['countries=GE'] }, OFFICER)).toEqual(['west'])
    expect(await find({ undecided: ['countries=CV', 'countries=MD'] })).toEqual(['late'])
    // one of them stands for the one, both for the other: between them nothing is decided
    expect(await find({ undecided: ['countries=GE', 'countries=MD'] })).toEqual(['east', 'west'])
    expect(await find({ states: 'partOf' })).toEqual(['west'])
    expect(await find({ states: 'part' })).toEqual([])
  })

  on(
    'PFO-90 what changed since an instant, the latest first; what one party alone said counted apart',
    async () => {
      const ask = {
        kinds: ['project'],
        since: '2000-01-01T00:00:00.000Z',
        apart: 'nobody',
        most: 50,
        limit: 50,
      }
      const changed = async (more: object = {}, reader = KEEPER) => {
        const { records, ...counts } = await bench.store.as(reader).findChanged({ ...ask, ...more })
        return { ...counts, records: records.map(({ entity }) => entity.slice(8)) }
      }
      const none = { total: 0, last: null }
      const all = await changed()
      expect(all).toEqual({ total: 3, isCut: false, apart: none, records: all.records })
      expect(all.records.toSorted()).toEqual(['east', 'late', 'west'])
      expect(await changed({ limit: 1 })).toMatchObject({ total: 3, records: all.records.slice(0, 1) })
      expect(await changed({ facets: ['countries=CV'] })).toMatchObject({ total: 1, records: ['west'] })
      expect(await changed({ since: '2100-01-01T00:00:00.000Z' })).toEqual({
        total: 0,
        isCut: false,
        apart: none,
        records: [],
      })
      const [said] = await bench.store.as(KEEPER).statements('project:west')
      expect(await changed({ apart: said?.assertedBy })).toEqual({
        total: 0,
        isCut: false,
        apart: { total: 3, last: said?.assertedAt },
        records: [],
      })
      // the cable is not there for whoever may not read it
      expect(await changed({ facets: ['countries=AM'] })).toMatchObject({ records: ['east'] })
      expect(await changed({ facets: ['countries=AM'] }, OUTSIDER)).toMatchObject({ total: 0, records: [] })
    },
  )

  on('STK-12 counts what is found by the values of a property, with the first of each', async () => {
    const query = { kinds: ['project'], sort: 'start', order: 'asc' } as const
    const counted = await bench.store.as(OFFICER).countBy(query, 'countries')
    expect(counted).toEqual([
      { value: 'CV', total: 1, first: { key: '2024-01', entity: 'project:west' } },
      { value: 'GE', total: 2, first: { key: '2019', entity: 'project:east' } },
      { value: 'MD', total: 1, first: { key: '2019', entity: 'project:east' } },
    ])
    expect(await bench.store.as(KEEPER).countBy({ ...query, q: 'course' }, 'countries')).toHaveLength(3)
  })

  on('by words without accents, whatever their case', async () => {
    expect(await find({ q: 'elan WEST' })).toEqual(['west'])
    expect(await find({ q: '100%' })).toEqual([])
  })

  on(
    'by the time in which it may have gone on, or by its day where nothing of the kind goes on',
    async () => {
      expect(await find({ from: '2022-06-15', lasts: true })).toEqual(['east', 'west', 'late'])
      expect(await find({ from: '2022-07-01', lasts: true })).toEqual(['west', 'late'])
      expect(await find({ from: '2025-01-01' })).toEqual(['late'])
      expect(await find({ to: '2019-01-01' })).toEqual(['east'])
      expect(await find({ from: '2025-01-01', to: '2025-12-31', lasts: true })).toEqual(['west'])
    },
  )

  on('by a place, of which it says more to who sees more', async () => {
    expect(await find({ facets: [['countries=GE', 'countries=AM']] })).toEqual(['east', 'late'])
    expect(await find({ facets: [['countries=AM']] })).toEqual(['east'])
    expect(await find({ facets: [['countries=AM']] }, OFFICER)).toEqual([])
    expect(await find({ facets: [['countries=GE'], ['countries=MD']] })).toEqual(['east'])
  })

  on('everything that is tied to a place or a record, kind by kind', async () => {
    const ledger = bench.store.as(KEEPER)
    expect(await ledger.findTied(['countries=GE', 'partners=GE'], 1)).toEqual([
      { kind: 'meeting', property: 'partners', total: 1, entities: ['meeting:tbilisi'], open: [] },
      { kind: 'project', property: 'countries', total: 2, entities: ['project:late'], open: [] },
    ])
    expect(await ledger.findTied(['partOf=project:east'], 5)).toEqual([
      { kind: 'project', property: 'partOf', total: 1, entities: ['project:west'], open: [] },
    ])
    expect(await ledger.findTied([], 5)).toEqual([])
  })

  on(
    'what is open still comes with what is tied, however old it is, unless something settles it',
    async () => {
      const last = { total: 2, entities: ['project:late'] }
      expect(await openOn(bench.store, '2022-06-30')).toEqual([{ ...last, open: ['project:east'] }])
      expect(await openOn(bench.store, '2022-07-01')).toEqual([{ ...last, open: [] }])
      expect(await openOn(bench.store, '2022-06-30', ['countries=MD'])).toEqual([{ ...last, open: [] }])
    },
  )

  on('cases are tied by their countries, as victims and as alleged origin', async () => {
    await bench.store.as(KEEPER).append([
      aDraft({
        entity: 'case:snow',
        assertions: [
          { property: 'target', value: { country: 'GE', sector: 'energy' } },
          {
            property: 'attributionClaim',
            value: { claimant: 'GE', kind: 'political', accused: 'a unit', accusedState: 'XA' },
          },
          { property: 'effects', value: ['GE'] },
        ],
      }),
    ])
    expect(
      await bench.store
        .as(KEEPER)
        .findTied(['target.country=GE', 'attributionClaim.accusedState=XA', 'effects=GE'], 9),
    ).toEqual([
      {
        kind: 'case',
        property: 'attributionClaim.accusedState',
        total: 1,
        entities: ['case:snow'],
        open: [],
      },
      { kind: 'case', property: 'target.country', total: 1, entities: ['case:snow'], open: [] },
    ])
  })

  on('cases are no records of the portfolio', async () => {
    expect([...(await bench.store.as(KEEPER).countRecords())]).toEqual([
      ['meeting', 1],
      ['project', 3],
    ])
  })

  on('the order of what is tied follows from what the reader sees alone', async () => {
    const { store } = bench
    await store
      .as(KEEPER)
      .append([
        project('near', { name: 'Near', start: '2025-01-01', end: '2025-02', countries: ['KI'] }),
        project('far', { name: 'Far', start: '2023-01-01', end: '2023-02', countries: ['KI'] }),
        project('none', { name: 'Undated', countries: ['KI'] }),
      ])
    const tied = (reader = KEEPER) =>
      store.as(reader).findTied(['countries=KI'], 2, [{ kind: 'project', settled: [], from: '2026-07-01' }])
    const before = await Promise.all([tied(OFFICER), tied(OUTSIDER)])
    expect(before[0]).toMatchObject([
      { total: 3, entities: ['project:near', 'project:far'], open: ['project:none'] },
    ])
    await store
      .as(KEEPER)
      .append([
        project(
          'far',
          { start: '2026-09-01', end: '2026-12', countries: ['KI'] },
          { marking: RED, document: 'Cable' },
        ),
      ])
    expect(await Promise.all([tied(OFFICER), tied(OUTSIDER)])).toEqual(before)
    expect(await tied()).toMatchObject([{ entities: ['project:far', 'project:near'] }])
  })

  on(
    'what ties a record without a date takes nothing from the date that another label says with its tie',
    async () => {
      const { store } = bench
      await store.as(KEEPER).append([
        project('dated', { name: 'Dated', start: '2025-06-01', end: '2025-09', countries: ['TV'] }),
        project('dated', { countries: ['TV'] }, { marking: RED, document: 'Cable' }),
        project('never', { name: 'Never dated', countries: ['TV'] }),
        ...['2024-05-01', '2025-05'].map((value) =>
          aDraft({
            entity: `case:in-${value}`,
            assertions: [
              { property: 'startDate', value },
              { property: 'target', value: { country: 'TV' } },
            ],
          }),
        ),
        aDraft({
          entity: 'case:an-undated-one',
          assertions: [{ property: 'target', value: { country: 'TV' } }],
        }),
      ])
      const settled: readonly string[] = []
      const tied = (reader: Reader) =>
        store
          .as(reader)
          .findTied(['countries=TV', 'target.country=TV'], 1, [
            { kind: 'project', settled, from: '2026-07-01' },
          ])
      expect(await tied(KEEPER)).toMatchObject([
        { kind: 'case', total: 3, entities: ['case:in-2025-05'] },
        { kind: 'project', total: 2, entities: ['project:dated'], open: ['project:never'] },
      ])
      expect(await tied(OUTSIDER)).toEqual(await tied(KEEPER))
    },
  )

  on(
    'what a more strictly marked statement withdraws is gone for who sees it, and stands for others',
    async () => {
      const { store } = bench
      const [said] = (await store.as(KEEPER).append([project('gone', { name: 'Gone', countries: ['TG'] })]))
        .statements
      if (!said) throw new Error('nothing was recorded')
      await store.as(KEEPER).append([
        aDraft({
          entity: 'project:gone',
          kind: 'project',
          assertions: [],
          marking: RED,
          retracts: [{ statement: said.id, property: 'countries' }],
          reason: 'it never went there',
        }),
      ])
      expect(await find({ facets: [['countries=TG']] })).toEqual([])
      expect(await find({ facets: [['countries=TG']] }, OFFICER)).toEqual(['gone'])
      expect(await find({ q: 'gone' })).toEqual(['gone'])
    },
  )

  on('a record of which all was erased is neither listed nor counted', async () => {
    const { store } = bench
    const count = async () => (await store.as(KEEPER).countRecords()).get('project') ?? 0
    const before = await count()
    const [said] = (await store.as(KEEPER).append([project('slip', { name: 'Slip', countries: ['LR'] })]))
      .statements
    if (!said) throw new Error('nothing was recorded')
    const [corrected] = (
      await store.as(KEEPER).append([
        aDraft({
          entity: 'project:slip',
          kind: 'project',
          assertions: [{ property: 'name', value: 'Slip again' }],
          supersedes: [{ statement: said.id }],
          reason: 'a slip',
        }),
      ])
    ).statements
    if (!corrected) throw new Error('nothing was recorded')
    expect(await count()).toBe(before + 1)
    for (const { id } of [said, corrected])
      await store.erase({ statement: id, authority: 'a court', by: 'two people' })
    expect(await count()).toBe(before)
    expect(await find({ q: 'slip' })).toEqual([])
  })

  on('asks at one moment all that is asked in one act', async () => {
    const reader = bench.store.as(KEEPER)
    let adding: Promise<unknown> = Promise.resolve()
    const [before, after] = await reader.atOneMoment(async (ledger) => {
      const first = await ledger.countRecords()
      adding = reader.append([project('meanwhile', { name: 'Meanwhile' })])
      // the embedded engine lets nobody else in before the end
      if (bench.adminUrl !== undefined) await adding
      return [first, await ledger.countRecords()]
    })
    await adding
    expect(after).toEqual(before)
    expect((await reader.countRecords()).get('project')).toBe((before?.get('project') ?? 0) + 1)
  })

  on('is not found by what had ended when it was recorded', async () => {
    await bench.store.as(KEEPER).append([
      aDraft({
        entity: 'commitment:strategy',
        kind: 'commitment',
        assertions: [
          { property: 'standing', value: 'open', validTo: parsePartialDate('2024-05') },
          { property: 'standing', value: 'kept', validFrom: parsePartialDate('2024-06') },
        ],
      }),
    ])
    const standing = async (word: string) =>
      (
        await bench.store
          .as(KEEPER)
          .findRecords({ ...ALL, kinds: ['commitment'], facets: [[`standing=${word}`]] })
      ).entities
    expect(await standing('open')).toEqual([])
    expect(await standing('kept')).toEqual(['commitment:strategy'])
  })

  on('an erasure takes its words out, and everything made anew gives the same', async () => {
    const { store } = bench
    const [said] = (
      await store.as(KEEPER).append([project('west', { countries: ['GW'] }, { document: 'A list' })])
    ).statements
    if (!said) throw new Error('nothing was recorded')
    expect(await find({ facets: [['countries=GW']] })).toEqual(['west'])
    await store.erase({ statement: said.id, authority: 'a court', by: 'two people' })
    expect(await find({ facets: [['countries=GW']] })).toEqual([])
    const before = await store.as(KEEPER).findTied(['countries=GE', 'countries=CV'], 9)
    await store.rebuild()
    expect(await store.as(KEEPER).findTied(['countries=GE', 'countries=CV'], 9)).toEqual(before)
  })
})
