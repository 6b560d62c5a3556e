/**
 * Properties of the ledger, drawn at random: nothing read depends on what the reader may not see; nothing added is lost.
 *
 * Each world is recorded twice, once with and once without what a reader may not see, and everything the reader can ask is
 * compared. Next door: `drawn-worlds.ts` draws the worlds.
 */
import {
  type DraftStatement,
  highestMarking,
  type Marking,
  mayRead,
  PUBLIC,
  type Reader,
} from '@demarche/core'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { CASE_SORTS } from '@demarche/api'
import { prepare } from '../src/ledger/prepare.ts'
import { everything, keptOf } from './asked-of-a-ledger.ts'
import {
  audiences,
  endsVisible,
  entityOf,
  histories,
  kindOf,
  listsOf,
  readers,
  record,
  type World,
  worldOf,
} from './drawn-worlds.ts'
import { aDraft, anEmptyLedger, aRemarking, type Bench, KEEPER } from './ledgers.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'

// opening a store from nothing takes seconds, and far longer on a busy machine
vi.setConfig({ testTimeout: 600_000, hookTimeout: 180_000 })

const server = await startPostgres()
afterAll(() => server?.stop())

let run = 0

const outcome = (act: Promise<unknown>): Promise<string> =>
  act.then(
    (value) => JSON.stringify(value),
    (error: Error) => error.message,
  )

describe.each<[string, PostgresServer | null]>([
  ['pglite', null],
  ['postgres', server],
])('on %s', (name, engine) => {
  let withAll: Bench
  let withVisible: Bench
  beforeAll(async () => {
    if (name === 'postgres' && !server) return
    withAll = await anEmptyLedger(engine)
    withVisible = await anEmptyLedger(engine)
  })
  afterAll(async () => {
    await withAll?.done()
    await withVisible?.done()
  })
  const on = test.skipIf(name === 'postgres' && !server)

  on('what a reader gets is the same whether or not there is more than the reader may see', async () => {
    await fc.assert(
      fc.asyncProperty(histories, readers, fc.constantFrom(...CASE_SORTS), async (history, reader, sort) => {
        const prefix = `r${(run += 1)}q`
        const world = worldOf(history, prefix)
        const hidden = (step: World['steps'][number]) => !endsVisible(world, reader, step)
        const ids = await record(withAll.store, world, () => true)
        await record(withVisible.store, world, (step) => !hidden(step))
        const [left, right] = [withAll.store.as(reader), withVisible.store.as(reader)]
        const known = ids.flatMap((id) => id ?? [])
        expect(await everything(left, world, known, prefix, sort)).toEqual(
          await everything(right, world, known, prefix, sort),
        )
        // what the reader tries in vain gives the same answer, and what succeeds the same result
        const attempts: DraftStatement[] = world.steps.filter(hidden).flatMap((step) => {
          const id = ids[step.index]
          if (!id) return []
          const entity = entityOf(world.prefix, step.slug)
          const parts = {
            entity,
            kind: kindOf(entity),
            assertedBy: reader.party,
            assertedAt: '2026-03-04T09:00:00.000Z',
          }
          return [
            aDraft({ ...parts, document: 'in vain', supersedes: [{ statement: id }] }),
            aRemarking({ id, entity }, PUBLIC, { ...parts, document: 'in vain' }),
            aDraft({ ...parts, document: 'in vain', marking: step.marking }),
            aDraft({ ...parts, assertions: step.assertions, document: `Report ${step.index}` }),
          ]
        })
        for (const draft of attempts) {
          expect(await outcome(left.append([draft]))).toBe(await outcome(right.append([draft])))
        }
        if (reader.role !== 'auditor') expect(await left.audit({})).toEqual({ entries: [], next: null })
      }),
      { numRuns: 60 },
    )
    expect((await withAll.store.verify()).fault).toBeNull()
  })

  on('mayRead says of every row what the database decides', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.array(readers, { minLength: 1, maxLength: 6 }),
        async (history, asking) => {
          const world = worldOf(history, `m${(run += 1)}q`)
          const ids = await record(withAll.store, world, () => true)
          for (const reader of asking) {
            const found = await Promise.all(
              ids.map(async (id) => id !== null && (await withAll.store.as(reader).statement(id)) !== null),
            )
            expect(found).toEqual(
              world.steps.map((step) => ids[step.index] !== null && endsVisible(world, reader, step)),
            )
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  on(
    'ACS-09 what is shown to others is what the reader would get if there were only what both see',
    async () => {
      const ofBoth = { number: 0 }
      await fc.assert(
        fc.asyncProperty(histories, readers, audiences, async (history, reader, audience) => {
          const prefix = `s${(run += 1)}q`
          const world = worldOf(history, prefix)
          const theirs: Reader = { ...audience, person: 'nobody', role: 'delegate' }
          const both = (step: World['steps'][number]) =>
            endsVisible(world, reader, step) && endsVisible(world, theirs, step)
          ofBoth.number += world.steps.filter(both).length
          const ids = (await record(withAll.store, world, () => true)).flatMap((id) => id ?? [])
          await record(withVisible.store, world, both)
          const shown = withAll.store.asShownTo(reader, audience)
          // nobody to whom it is shown stands on a list; that a statement was marked anew is a record with a marking of its own
          const { lists, listEntities, markingEntities, remarkings, ...asked } = await everything(
            shown,
            world,
            ids,
            prefix,
            'name',
          )
          expect([lists, listEntities]).toEqual([[], []])
          const { store } = withVisible
          expect({ lists, listEntities, markingEntities, remarkings, ...asked }).toEqual(
            await everything(store.asShownTo(reader, audience), world, ids, prefix, 'name'),
          )
          const own = await everything(store.as(reader), world, ids, prefix, 'name')
          expect(own).toMatchObject(asked)
          expect(await keptOf(shown, world, prefix)).toEqual(await keptOf(store.as(reader), world, prefix))
          expect(await shown.atOneMoment((ledger) => ledger.statementsOf(world.cases))).toEqual(own.together)
        }),
        { numRuns: 60 },
      )
      expect(ofBoth.number).toBeGreaterThan(5)
    },
  )

  on('ACS-09 takes no code of a party that would be read as two', async () => {
    const people = {
      person: 'person:a',
      role: 'analyst',
      maxDistribution: 'LIMITE',
      maxTlp: 'TLP:RED',
    } as const
    const audience = { party: 'LV,EE', maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' } as const
    const { store } = withAll
    for (const ledger of [
      store.as({ ...people, party: 'EE,LV' }),
      store.asShownTo({ ...people, party: 'FI' }, audience),
    ])
      await expect((async () => ledger.statements('case:a'))()).rejects.toThrow('ACS-09')
  })

  on('the version changes for those who see an addition or a new marking, and for nobody else', async () => {
    await fc.assert(
      fc.asyncProperty(histories, readers, async (history, reader) => {
        const { store } = withAll
        const world = worldOf(history, `v${(run += 1)}q`)
        const lists = listsOf(world, reader.person)
        await record(store, world, () => false)
        for (const step of world.steps) {
          const { marking, later, assertedBy, author } = step
          const sees = (shown: Marking) => mayRead(reader, { marking: shown, assertedBy }, lists)
          const before = await store.as(reader).version()
          const { statements } = await store
            .as(author)
            .append([
              aDraft({ entity: `${world.cases[0]}`, marking, assertedBy, document: `Report ${step.index}` }),
            ])
          const after = await store.as(reader).version()
          expect(after !== before).toBe(sees(marking))
          const [statement] = statements
          if (!later || !statement) continue
          const own = { ...highestMarking([marking, later]), releasableTo: [assertedBy] }
          await store.as(author).append([aRemarking(statement, later, { marking: own, assertedBy })])
          expect((await store.as(reader).version()) !== after).toBe(sees(marking) || sees(later) || sees(own))
        }
      }),
      { numRuns: 25 },
    )
  })

  on('what is appended is read back the same, and no addition loses another', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.json({ noUnicodeString: false }), { minLength: 1, maxLength: 5 }),
        async (texts) => {
          const reader = withAll.store.as(KEEPER)
          const entity = `case:w${(run += 1)}`
          const drafts = texts.map((text, index) =>
            aDraft({
              entity,
              document: `Report ${index}`,
              assertions: [{ property: 'summary', value: text }],
            }),
          )
          for (const [index, draft] of drafts.entries()) {
            await reader.append([draft])
            const read = await reader.statements(entity)
            expect(read).toHaveLength(index + 1)
            expect(read).toEqual(
              expect.arrayContaining(drafts.slice(0, index + 1).map((each) => prepare(each).statement)),
            )
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
