/**
 * Properties of the ledger, drawn at random: nothing read depends on what the reader may not see; nothing added is lost.
 */
import {
  type DraftStatement,
  highestMarking,
  type Marking,
  markingKey,
  PUBLIC,
  TLP_LABELS,
} from '@demarche/core'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { CASE_SORTS } from '@demarche/api'
import type { Reader, Store } from '../src/index.ts'
import { prepare } from '../src/ledger/prepare.ts'
import { aDraft, ALL_CASES, anEmptyLedger, type Bench, KEEPER } from './ledgers.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'

// opening a store from nothing takes seconds, and far longer on a busy machine
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const server = await startPostgres()
afterAll(() => server?.stop())

const markings: fc.Arbitrary<Marking> = fc.record(
  {
    distribution: fc.constantFrom('PUBLIC', 'LIMITE'),
    tlp: fc.constantFrom(...TLP_LABELS),
    releasableTo: fc.subarray(['EU', 'EE', 'FI'], { minLength: 1 }),
  },
  { requiredKeys: ['distribution', 'tlp'] },
)

const readers: fc.Arbitrary<Reader> = fc.record({
  party: fc.constantFrom('EU', 'EE'),
  person: fc.constant('a reader'),
  role: fc.constant('desk-officer'),
  maxDistribution: fc.constantFrom('PUBLIC', 'LIMITE'),
  maxTlp: fc.constantFrom(...TLP_LABELS),
})

const assertions = fc.oneof(
  fc.record({ property: fc.constant('name'), value: fc.constantFrom('Rain', 'Snow', 'Łódź') }),
  fc.record({ property: fc.constant('startDate'), value: fc.constantFrom('2016', '2016-05', '2019-05-17') }),
  fc.record({ property: fc.constant('memberStates'), value: fc.subarray(['DE', 'FR', 'EE']) }),
)

/** Lists of drafts about few cases; an index points back at an earlier draft that this one corrects. */
const histories = fc.array(
  fc.record({
    slug: fc.constantFrom('a', 'b', 'c'),
    marking: fc.oneof(markings, fc.constant(PUBLIC)),
    assertions: fc.array(assertions, { minLength: 1, maxLength: 3 }),
    minute: fc.integer({ min: 0, max: 59 }),
    corrects: fc.option(fc.nat(20)),
  }),
  { minLength: 1, maxLength: 8 },
)
type History = typeof histories extends fc.Arbitrary<infer T> ? T : never

const sees = (reader: Reader, { distribution, tlp, releasableTo }: Marking): boolean =>
  (distribution === 'PUBLIC' || reader.maxDistribution === 'LIMITE') &&
  TLP_LABELS.indexOf(tlp) <= TLP_LABELS.indexOf(reader.maxTlp) &&
  (releasableTo === undefined || releasableTo.includes(reader.party))

/** Everybody reads, so that one history can be recorded by the readers that its markings name. */
const authorOf = ({ releasableTo }: Marking): Reader => ({ ...KEEPER, party: releasableTo?.[0] ?? 'EU' })

let run = 0

/** Records the part of a history that `keep` keeps; in a corner of the ledger of its own, named by `prefix`. */
async function record(
  store: Store,
  history: History,
  prefix: string,
  keep: (marking: Marking) => boolean,
): Promise<void> {
  const ids: (string | null)[] = []
  const drafts: DraftStatement[] = []
  for (const [index, { slug, marking, assertions: said, minute, corrects }] of history.entries()) {
    const entity = `case:${prefix}-${slug}`
    const target = corrects === null ? undefined : history[corrects]
    const before = corrects === null || corrects >= index ? null : ids[corrects]
    // a correction goes to what its author can see: here, to what has the same or no limit
    const supersedes =
      before &&
      target &&
      target.slug === slug &&
      // LED-12: and is marked at least as strictly
      markingKey(highestMarking([marking, target.marking])) === markingKey(marking) &&
      sees(authorOf(marking), target.marking)
        ? [{ statement: before }]
        : undefined
    const draft = aDraft({
      entity,
      marking,
      assertions: said,
      document: `Report ${index}`,
      assertedAt: `2026-03-01T09:${String(minute).padStart(2, '0')}:00.000Z`,
      ...(supersedes ? { supersedes } : {}),
    })
    drafts.push(draft)
    if (!keep(marking)) {
      ids.push(null)
      continue
    }
    const { statements } = await store.as(authorOf(marking)).append([draft])
    ids.push(statements[0]?.id ?? null)
  }
}

const cases = ['a', 'b', 'c']

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

  test.skipIf(name === 'postgres' && !server)(
    'what a reader gets is the same whether or not there is more than the reader may see',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          histories,
          readers,
          fc.constantFrom(...CASE_SORTS),
          async (history, reader, sort) => {
            const prefix = `r${(run += 1)}`
            const all = withAll.store
            const visible = withVisible.store
            await record(all, history, prefix, () => true)
            await record(visible, history, prefix, (marking) => sees(reader, marking))
            const left = all.as(reader)
            const right = visible.as(reader)
            for (const slug of cases) {
              const entity = `case:${prefix}-${slug}`
              expect(await left.statements(entity)).toEqual(await right.statements(entity))
            }
            const query = { ...ALL_CASES, q: prefix, sort }
            expect(await left.listCases(query)).toEqual(await right.listCases(query))
            const page = { ...query, offset: 1, limit: 1, memberState: 'DE' }
            expect(await left.listCases(page)).toEqual(await right.listCases(page))
          },
        ),
        { numRuns: 60 },
      )
    },
  )

  test.skipIf(name === 'postgres' && !server)(
    'the version changes for those who see an addition, and for nobody else',
    async () => {
      await fc.assert(
        fc.asyncProperty(markings, readers, async (marking, reader) => {
          const { store } = withAll
          const before = await store.as(reader).version()
          await store.as(authorOf(marking)).append([aDraft({ entity: `case:v${(run += 1)}`, marking })])
          expect((await store.as(reader).version()) !== before).toBe(sees(reader, marking))
        }),
        { numRuns: 25 },
      )
    },
  )

  test.skipIf(name === 'postgres' && !server)(
    'what is appended is read back the same, and no addition loses another',
    async () => {
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
    },
  )
})
