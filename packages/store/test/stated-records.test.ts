/** What is kept label by label is what was just read anew, for every reader, whatever is put on record, withdrawn, marked anew or erased. */
import { type Marking, PUBLIC } from '@demarche/core'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openChangeFeed } from '../src/engine/change-feed.ts'
import { embeddedDatabase } from '../src/engine/open-database.ts'
import { fileTable } from '../src/files/file-table.ts'
import { type Reader, recordsChanged, type StatedRecord, type Store } from '../src/index.ts'
import { migrate } from '../src/schema/migrations.ts'
import { makeStore } from '../src/store.ts'
import { aDraft, aFolder, aRemarking, CLOCK, KEEPER, OFFICER, OUTSIDER } from './ledgers.ts'

vi.setConfig({ hookTimeout: 180_000 })

const GREEN: Marking = { distribution: 'LIMITE', tlp: 'TLP:GREEN' }
const RED: Marking = { distribution: 'LIMITE', tlp: 'TLP:RED', releasableTo: ['EU'] }
const READERS = [KEEPER, OFFICER, OUTSIDER]

const folder = aFolder()
const database = embeddedDatabase(folder.path)
/** A store that has kept nothing yet. */
const anew = (): Store =>
  makeStore({
    database,
    files: fileTable(database),
    journal: null,
    auditFile: null,
    feed: openChangeFeed(null),
    engine: 'pglite',
    clock: CLOCK,
    release: () => database.destroy(),
  })
const store = anew()
beforeAll(() => migrate(database))
afterAll(async () => {
  await store.close()
  folder.remove()
})

const change = fc.record({
  act: fc.constantFrom('say', 'say', 'say', 'correct', 'withdraw', 'mark-anew', 'erase'),
  entity: fc.constantFrom('project:one', 'project:two', 'commitment:three', 'commitment:four', 'case:five'),
  marking: fc.constantFrom(PUBLIC, GREEN, RED),
  facts: fc.record(
    {
      name: fc.constantFrom('Harbour', 'Lantern', 'Ärger'),
      due: fc.constantFrom('2024', '2027-05', '2026-01-31'),
      standing: fc.constantFrom('open', 'kept'),
      countries: fc.constantFrom(['GE'], ['MD', 'GE']),
    },
    { requiredKeys: ['name'] },
  ),
  which: fc.nat(),
})

const byEntity = (one: StatedRecord, other: StatedRecord) => (one.entity < other.entity ? -1 : 1)
const IN_MOLDOVA = {
  kinds: ['project', 'commitment'],
  facets: [['countries=MD']],
  sort: 'name',
  order: 'asc',
  offset: 0,
  limit: 10,
} as const

describe('records with what is stated of them', () => {
  it('PFO-52 are the same, kept from change to change, as read anew', async () => {
    const done = new Set<string>()
    let moldovan = 0
    let same = 0
    const before = new Map<Reader, readonly StatedRecord[]>()
    const said: { readonly id: string; readonly entity: string; readonly kind: string }[] = []
    for (const { act, entity, marking, facts, which } of fc.sample(change, { numRuns: 80, seed: 7 })) {
      const earlier = said[which % Math.max(1, said.length)]
      const about =
        act === 'say' || !earlier ? { entity, kind: entity.slice(0, entity.indexOf(':')) } : earlier
      const assertions = Object.entries(facts).map(([property, value]) => ({ property, value }))
      const reader = store.as(KEEPER)
      if (earlier && act === 'erase') {
        // what was erased already is refused
        await store
          .erase({ statement: earlier.id, authority: 'a court', by: 'two people' })
          .then(() => done.add(act))
          .catch(() => undefined)
      } else if (earlier && act === 'mark-anew') {
        await reader
          .append([aRemarking(earlier, marking)])
          .then(() => done.add(act))
          .catch(() => undefined)
      } else {
        const draft = aDraft({
          entity: about.entity,
          kind: about.kind,
          marking,
          assertions: act === 'withdraw' && earlier ? [] : assertions,
          document: `Report ${which}`,
          ...(earlier && act === 'correct'
            ? { supersedes: [{ statement: earlier.id }], reason: 'wrong' }
            : {}),
          ...(earlier && act === 'withdraw'
            ? { retracts: [{ statement: earlier.id }], reason: 'wrong' }
            : {}),
        })
        const { statements } = await reader.append([draft]).catch(() => ({ statements: [] }))
        said.push(...statements)
        if (statements.length > 0) done.add(act)
      }
      for (const one of READERS) {
        const kept = await store.as(one).statedRecords()
        const last = before.get(one) ?? []
        const { gone, come } = recordsChanged(last, kept)
        expect([...last.filter((told) => !gone.includes(told)), ...come].toSorted(byEntity)).toEqual(
          kept.toSorted(byEntity),
        )
        // most of what did not change is given as the very object of before
        same += last.length - gone.length
        before.set(one, kept)
        expect(kept).toEqual(await anew().as(one).statedRecords())
        const tied = await store.as(one).statedRecords(['countries=MD'])
        expect(kept).toEqual(expect.arrayContaining([...tied]))
        const { entities } = await store.as(one).findRecords(IN_MOLDOVA)
        expect(tied.map((record) => record.entity).toSorted()).toEqual(entities.toSorted())
        moldovan += tied.length
      }
    }
    expect(moldovan).toBeGreaterThan(20)
    expect(same).toBeGreaterThan(100)
    expect([...done].toSorted()).toEqual(['correct', 'erase', 'mark-anew', 'say', 'withdraw'])
    const [all, some] = await Promise.all([KEEPER, OUTSIDER].map((one) => store.as(one).statedRecords()))
    expect(all).not.toEqual(some)
    expect(all?.some(({ stated }) => stated === null)).toBe(true)
  }, 120_000)
})
