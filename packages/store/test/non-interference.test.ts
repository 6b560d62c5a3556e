/**
 * Properties of the ledger, drawn at random: nothing read depends on what the reader may not see; nothing added is lost.
 *
 * Worlds hold statements under all markings, corrections, need-to-know lists, statements marked anew and an audit log. Each is
 * recorded twice, once with and once without what a reader may not see, and everything the reader can ask is compared.
 */
import {
  type Audience,
  type DraftStatement,
  highestMarking,
  type Marking,
  markingKey,
  mayRead,
  PUBLIC,
  type Reader,
  READER_ROLES,
  TLP_LABELS,
} from '@demarche/core'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { CASE_SORTS } from '@demarche/api'
import type { LedgerView, Store } from '../src/index.ts'
import { markingColumns, prepare } from '../src/ledger/prepare.ts'
import { aDraft, aList, ALL_CASES, anEmptyLedger, aRemarking, type Bench, KEEPER } from './ledgers.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'

// opening a store from nothing takes seconds, and far longer on a busy machine
vi.setConfig({ testTimeout: 600_000, hookTimeout: 180_000 })

const server = await startPostgres()
afterAll(() => server?.stop())

/** stands on every list and can so record everything */
const RECORDER = 'person:aaaaaaaaaaaaaaaa'
const PERSONS: readonly string[] = [RECORDER, 'person:bbbbbbbbbbbbbbbb', 'person:cccccccccccccccc']

/** Markings; a list stands as its number, because each world has lists of its own. */
const markings = fc.record(
  {
    distribution: fc.constantFrom('PUBLIC', 'LIMITE'),
    tlp: fc.constantFrom(...TLP_LABELS),
    releasableTo: fc.subarray(['EU', 'EE', 'FI'], { minLength: 1 }),
    list: fc.nat({ max: 1 }),
  },
  { requiredKeys: ['distribution', 'tlp'] },
)
type DrawnMarking = typeof markings extends fc.Arbitrary<infer T> ? T : never

const readers: fc.Arbitrary<Reader> = fc.record({
  party: fc.constantFrom('EU', 'EE', 'public'),
  person: fc.constantFrom(...PERSONS),
  role: fc.constantFrom(...READER_ROLES, 'system'),
  maxDistribution: fc.constantFrom('PUBLIC', 'LIMITE'),
  maxTlp: fc.constantFrom(...TLP_LABELS),
})

const audiences: fc.Arbitrary<Audience> = fc.record({
  party: fc.constantFrom('EU', 'EE', 'FI', 'public'),
  maxDistribution: fc.constantFrom('PUBLIC', 'LIMITE'),
  maxTlp: fc.constantFrom(...TLP_LABELS),
})

const assertions = fc.oneof(
  fc.record({ property: fc.constant('name'), value: fc.constantFrom('Rain', 'Snow', 'Łódź') }),
  fc.record({ property: fc.constant('start'), value: fc.constantFrom('2016', '2016-05', '2019-05-17') }),
  fc.record({ property: fc.constant('startDate'), value: fc.constantFrom('2016', '2016-05', '2019-05-17') }),
  fc.record({ property: fc.constant('memberStates'), value: fc.subarray(['DE', 'FR', 'EE']) }),
)

/** What is recorded one after the other about few cases; an index points back at an earlier statement. */
const histories = fc.record({
  members: fc.tuple(fc.subarray(PERSONS.slice(1)), fc.subarray(PERSONS.slice(1))),
  acts: fc.array(
    fc.record({
      slug: fc.constantFrom('a', 'b', 'c'),
      marking: fc.oneof(markings, fc.constant<DrawnMarking>({ distribution: 'PUBLIC', tlp: 'TLP:CLEAR' })),
      assertions: fc.array(assertions, { minLength: 1, maxLength: 3 }),
      minute: fc.integer({ min: 0, max: 59 }),
      corrects: fc.option(fc.nat(20)),
      markedAnew: fc.option(markings, { freq: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
})
type History = typeof histories extends fc.Arbitrary<infer T> ? T : never

const kindOf = (entity: string): string => entity.slice(0, entity.indexOf(':'))
const party = ({ releasableTo }: Marking): string => releasableTo?.[0] ?? 'EU'
const authorOf = (marking: Marking): Reader => ({
  ...KEEPER,
  role: 'chair',
  person: RECORDER,
  party: party(marking),
})

let run = 0

/** Two are cases; the third is a record of the portfolio. */
const entityOf = (prefix: string, slug: string): string =>
  `${slug === 'c' ? 'project' : 'case'}:${prefix}-${slug}`

/** One history with its names: entities, lists and drafts of this run. */
const keyOf = (readable: Parameters<typeof markingColumns>[0]): string => markingColumns(readable).marking_key

function worldOf({ members, acts }: History, prefix: string) {
  const listNames = members.map((_, index) => `list:${prefix.padStart(11, 'x')}${index}`)
  const markingOf = ({ list, ...marking }: DrawnMarking): Marking =>
    list === undefined ? marking : { ...marking, needToKnow: listNames[list] ?? '' }
  const steps = acts.map((act, index) => {
    const marking = markingOf(act.marking)
    const later = act.markedAnew && markingOf(act.markedAnew)
    // marked anew by the party that asserted it, which must still be able to read it
    const author = authorOf(marking)
    const assertedBy = author.party
    const isOpen = later && mayRead(author, { marking: later, assertedBy }, listNames)
    // what is for the own organisation alone is the same with and without that party named (LED-16)
    const isNew = later && keyOf({ marking: later, assertedBy }) !== keyOf({ marking, assertedBy })
    return { ...act, index, marking, author, assertedBy, later: isOpen && isNew ? later : null }
  })
  return { listNames, members, steps, prefix, cases: ['a', 'b', 'c'].map((slug) => entityOf(prefix, slug)) }
}
type World = ReturnType<typeof worldOf>

const listsOf = ({ listNames, members }: World, person: string): string[] =>
  listNames.filter((_, index) => person === RECORDER || members[index]?.includes(person))

/** Whether the reader sees the statement of a step in the end. */
const endsVisible = (world: World, reader: Reader, { marking, later, assertedBy }: World['steps'][number]) =>
  mayRead(reader, { marking: later ?? marking, assertedBy }, listsOf(world, reader.person))

/** Records the part of a world that `keep` keeps; gives the ids of the statements. */
async function record(store: Store, world: World, keep: (step: World['steps'][number]) => boolean) {
  const ids: (string | null)[] = []
  for (const [index, list] of world.listNames.entries()) {
    const everybody = [RECORDER, ...(world.members[index] ?? [])]
    await store.as(authorOf(PUBLIC)).append([aList(list, everybody)])
  }
  for (const step of world.steps) {
    const { index, slug, marking, assertions: said, minute, corrects, author, later } = step
    const entity = entityOf(world.prefix, slug)
    const target = corrects === null ? undefined : world.steps[corrects]
    const before = corrects === null || corrects >= index ? null : ids[corrects]
    // a correction goes to what its author can see, is marked at least as strictly (LED-12), and what is marked anew
    // later is neither corrected nor corrects: those who saw the one may remember its name
    const supersedes =
      before &&
      target &&
      !target.later &&
      !later &&
      target.slug === slug &&
      target.assertedBy === step.assertedBy &&
      markingKey(highestMarking([marking, target.marking])) === markingKey(marking)
        ? [{ statement: before }]
        : undefined
    const draft = aDraft({
      entity,
      kind: kindOf(entity),
      marking,
      assertions: said,
      assertedBy: step.assertedBy,
      document: `Report ${index}`,
      assertedAt: `2026-03-01T09:${String(minute).padStart(2, '0')}:00.000Z`,
      ...(supersedes ? { supersedes } : {}),
    })
    if (!keep(step)) {
      ids.push(null)
      continue
    }
    const { statements } = await store.as(author).append([draft])
    const [statement] = statements
    ids.push(statement?.id ?? null)
    await store.audit.note({
      at: draft.assertedAt,
      person: RECORDER,
      party: step.assertedBy,
      role: 'chair',
      verb: 'statement.add',
      target: entity,
      outcome: 'done',
    })
    if (!statement || !later) continue
    const own = { ...highestMarking([marking, later]), releasableTo: [step.assertedBy] }
    await store
      .as(author)
      .append([
        aRemarking(statement, later, { marking: own, assertedBy: step.assertedBy, document: `Act ${index}` }),
      ])
  }
  return ids
}

const RECORDS = { kinds: ['project'], sort: 'name', order: 'asc', offset: 0, limit: 200 } as const

/** Everything that a reader can ask about a world; what would number or name the rest of the ledger is narrowed to it. */
async function everything(
  ledger: LedgerView,
  world: World,
  ids: readonly string[],
  prefix: string,
  sort: string,
) {
  const query = { ...ALL_CASES, q: prefix, sort: CASE_SORTS.find((one) => one === sort) ?? 'name' }
  const own = (entity: string) => entity.includes(prefix)
  return {
    of: await Promise.all(world.cases.map((entity) => ledger.statements(entity))),
    together: await ledger.statementsOf(world.cases),
    each: await Promise.all(ids.map((id) => ledger.statement(id))),
    entities: (await ledger.entities('case')).filter(own),
    listEntities: (await ledger.entities('need-to-know-list')).filter(own),
    markingEntities: (await ledger.entities('marking')).filter(own),
    remarkings: await Promise.all(world.cases.map((entity) => ledger.remarkings(entity))),
    lists: (await ledger.lists()).filter(own),
    list: await ledger.listCases(query),
    page: await ledger.listCases({ ...query, offset: 1, limit: 1, memberState: 'DE' }),
    records: await ledger.findRecords({ ...RECORDS, q: prefix }),
    recordsFrom: await ledger.findRecords({
      ...RECORDS,
      q: prefix,
      from: '2017',
      facets: [['memberStates=DE']],
    }),
    snow: await ledger.findRecords({ ...RECORDS, q: `${prefix} snow`, sort: 'start' }),
    tied: (await ledger.findTied(['memberStates=FR', 'memberStates=EE'], 500)).flatMap(
      ({ kind, property, entities }) => {
        const named = entities.filter(own)
        return named.length === 0 ? [] : [{ kind, property, entities: named }]
      },
    ),
  }
}

/** What is found, counted and kept of the world's one record and its cases, beside what `everything` asks. */
async function keptOf(ledger: LedgerView, world: World, prefix: string) {
  const named = { ...RECORDS, q: prefix }
  const digests = [...(await ledger.kindSeen('case')).digests].filter(([entity]) => entity.includes(prefix))
  return {
    digests,
    digestsOf: [...(await ledger.digestsOf(world.cases))],
    seen: await ledger.seenOf(world.cases),
    counted: await ledger.countBy(named, 'memberStates'),
    stated: (await ledger.statedRecords()).filter(({ entity }) => entity.includes(prefix)),
  }
}

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
