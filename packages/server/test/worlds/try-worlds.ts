/**
 * Non-interference, tried: what a reader gets is the same byte for byte whether or not what they may not see exists.
 *
 * Some worlds live side by side on two desks, whole on one and without what the reader may not see on the other. Every route
 * is asked the same of both, whatever routes there are; everything in the worlds is asked for by name; and writes are tried
 * on what is hidden. In some batches the reader has live updates open meanwhile.
 *
 * Rests on: LED-04, LED-13 to LED-18. Next door: `a-world.ts`, `record-worlds.ts`, `questions.ts`.
 */
import { entityElsewhere } from '@demarche/core'
import fc from 'fast-check'
import type { Database } from '../../../store/src/engine/open-database.ts'
import type { RegisteredRoute } from '../../src/app.ts'
import { EVERYBODY } from '../../src/stakeholders/readers.ts'
import {
  entityOf,
  PLACES,
  erasureOf,
  isListNeeded,
  isVisible,
  nameWorld,
  placeElsewhere,
  procedureOf,
  type World,
  worlds,
} from './a-world.ts'
import { ask, difference } from './ask-both.ts'
import { type Coverage, openCoverageBook } from './coverage.ts'
import { type Dice, diceOf, pick } from './draw.ts'
import { listenLive } from './listen-live.ts'
import { openPair, type PairOfDesks, type PersonOfPair } from './pair-of-desks.ts'
import { COMMON_WORDS, type Question, questionTo, takesName } from './questions.ts'
import { type Recording, recordLists, recordSteps } from './record-worlds.ts'

/** Writes under these addresses change who the reader is or make random tokens; they touch no record. */
const NO_RECORDS = [
  '/api/account',
  '/api/people',
  '/api/session',
  '/api/invitations',
  '/api/notices',
  '/api/imports',
]
/** in every so manyth batch live updates are listened to */
const BATCHES_PER_LISTENING = 8
const BEFORE = new Date('2026-11-20T08:59:00Z')
const AFTERWARDS = new Date('2026-11-21T09:00:00Z')

export interface Trial {
  readonly worlds: number
  readonly hidden: number
  readonly requests: number
  readonly seconds: number
  readonly coverage: Coverage
}

export interface TrialOptions {
  readonly rounds: number
  /** of the first batch; the next has the next one, so that any batch can be repeated alone */
  readonly seed: number
  /** how many worlds live side by side, for one reader */
  readonly worldsPerBatch?: number
  /** done to the database of each desk as its owner: a fault that a test plants, which must be found */
  readonly spoil?: (database: Database) => Promise<void>
  readonly say?: (line: string) => void
}

/** @throws Error with the question, both answers and the seed of the batch, when an answer differs */
export async function tryWorlds({
  rounds,
  seed,
  worldsPerBatch = 16,
  spoil,
  say = () => undefined,
}: TrialOptions): Promise<Trial> {
  const pair = await openPair(spoil)
  const book = openCoverageBook()
  const began = performance.now()
  const count = { worlds: 0, hidden: 0, requests: 0 }
  const seconds = (): number => (performance.now() - began) / 1000
  try {
    for (let batch = seed; count.worlds < rounds; batch += 1) {
      const person = pair.people[batch % pair.people.length]
      if (!person) throw new Error('the reader is one of the people')
      const size = Math.min(worldsPerBatch, rounds - count.worlds)
      try {
        const before = count.worlds
        await pair.empty()
        const recorded = await recordBatch(pair, person, batch, size)
        count.worlds += size
        count.hidden += recorded.hidden
        for (const question of questionsAbout(pair, person, recorded, diceOf(batch), book)) {
          count.requests += 1
          await compareAnswers(pair, person, question, count.requests)
        }
        if (Math.floor(before / 100) < Math.floor(count.worlds / 100)) {
          const rate = (count.worlds / seconds()).toFixed(1)
          say(
            `${count.worlds} of ${rounds} worlds, ${count.requests} questions to each desk, ${rate} worlds/s`,
          )
        }
      } catch (error) {
        const { role, party, maxDistribution, maxTlp } = person.reader
        const why = error instanceof Error ? error.message : String(error)
        throw new Error(
          `${role} of ${party} (${maxDistribution}, ${maxTlp}): ${why}\nrepeat with seed ${batch} and ${size} worlds, ${worldsPerBatch} side by side`,
          { cause: error },
        )
      }
    }
  } finally {
    await pair.close()
  }
  return { ...count, seconds: seconds(), coverage: book.coverage }
}

interface Batch {
  readonly worlds: readonly World[]
  readonly hidden: number
  /** everything in the worlds that has a name, some that is not there, and some people */
  readonly names: readonly string[]
  /** the cases to which archives of other desks brought procedures */
  readonly archived: readonly string[]
}

/** Puts worlds on record on both desks, and compares what is told live meanwhile. */
async function recordBatch(
  pair: PairOfDesks,
  { reader, cookies }: PersonOfPair,
  batch: number,
  size: number,
): Promise<Batch> {
  const persons = pair.people.flatMap(({ reader: { person } }) =>
    person === EVERYBODY.person ? [] : [person],
  )
  const drawn = fc.sample(worlds(persons.length), { numRuns: size, seed: batch })
  const named = drawn.map((one, index) =>
    nameWorld(one, `w${batch.toString(36)}${index.toString(36).padStart(2, '0')}`, persons),
  )
  const isSeen: Recording['has'] = {
    list: (world, list) => isListNeeded(world, reader, list),
    step: (world, step) => isVisible(world, reader, step),
  }
  const [left, right] = pair.desks
  const whole: Recording = {
    office: left.office,
    has: { list: () => true, step: () => true },
    ids: new Map(),
  }
  const recordings: readonly Recording[] = [whole, { office: right.office, has: isSeen, ids: new Map() }]
  pair.setClock(BEFORE)
  for (const recording of recordings) await recordLists(recording, named)
  const live =
    batch % BATCHES_PER_LISTENING === 0 && reader.person !== EVERYBODY.person
      ? await listenLive(pair.desks, cookies)
      : null
  const most = Math.max(...named.map(({ steps }) => steps.length))
  for (let index = 0; index < most; index += 1) {
    for (const recording of recordings) await recordSteps(recording, named, index, pair.setClock)
    await live?.compare(`step ${index}`)
  }
  live?.close()
  pair.setClock(AFTERWARDS)
  const names = named.flatMap((world) => [
    ...['a', 'b', 'c', 'none', 'p', 'q', 'e', 'r', 's'].map((slug) => entityOf(world, slug)),
    ...world.steps.flatMap((step) => [
      ...(step.what === 'procedure' ? [procedureOf(world, step.index)] : []),
      ...(step.what === 'archive' ? [entityElsewhere(placeElsewhere(world, step.slug))] : []),
      ...(step.what === 'saying' && step.erasure !== null ? [erasureOf(world, step.index)] : []),
      ...(whole.ids.get(step) ?? []),
    ]),
    procedureOf(world, 99),
    erasureOf(world, 9),
    ...world.lists.map(({ name }) => name),
  ])
  return {
    worlds: named,
    hidden: named.flatMap((world) => world.steps.filter((step) => !isSeen.step(world, step))).length,
    archived: named.flatMap((world) =>
      world.steps.flatMap((step) => (step.what === 'archive' ? [entityOf(world, step.slug)] : [])),
    ),
    names: [...names, ...PLACES, 'f'.repeat(64), ...persons.slice(0, 3)],
  }
}

/** Reads of every route and of everything by name, then writes, then reads again. */
function* questionsAbout(
  pair: PairOfDesks,
  { reader: { role }, tokens }: PersonOfPair,
  { names, archived }: Batch,
  dice: Dice,
  book: ReturnType<typeof openCoverageBook>,
): Generator<Question> {
  const [{ app, office }] = pair.desks
  const outlines = (office.doctrine.documents ?? []).map(({ id }) => id)
  const pool = [...names, ...tokens, ...COMMON_WORDS, ...outlines]
  // an auditor sees the log of all acts and proves the whole ledger: of that nothing is hidden from one; an administrator
  // sees no content, and still is one of everybody
  const seesMore = role === 'auditor' ? ['/api/audit'] : role === 'administrator' ? ['/api/public'] : []
  const isLeftOut = ({ url }: RegisteredRoute, starts: readonly string[]): boolean =>
    [...starts, ...seesMore].some((start) => url.startsWith(start))
  const reads = app.registeredRoutes.filter(
    (route) => route.method === 'GET' && !route.url.includes('*') && !isLeftOut(route, []),
  )
  const writes = app.registeredRoutes.filter(
    (route) => !['GET', 'HEAD', 'OPTIONS'].includes(route.method) && !isLeftOut(route, NO_RECORDS),
  )
  const put = function* (route: RegisteredRoute, about?: string): Generator<Question> {
    const question = questionTo(route, dice, pool, about)
    if (!question) return
    book.asked(question.route, role)
    yield question
  }
  for (const { method, url } of [...reads, ...writes]) book.expect(`${method} ${url}`, role)
  for (const route of reads) yield* put(route)
  for (const name of names) {
    const route = pick(
      dice,
      reads.filter((one) => takesName(one, name)),
    )
    if (route) yield* put(route, name)
  }
  // one route alone shows what they brought: chance would seldom ask it of a case that has some
  const elsewhere = reads.find(({ url }) => url.endsWith('/procedures-elsewhere'))
  if (elsewhere) for (const name of new Set(archived)) yield* put(elsewhere, name)
  for (const route of writes) {
    yield* put(route)
    const about = pick(
      dice,
      names.filter((name) => takesName(route, name)),
    )
    if (about !== undefined) yield* put(route, about)
  }
  for (const route of reads) if (dice() < 0.5) yield* put(route)
}

async function compareAnswers(
  { desks: [left, right] }: PairOfDesks,
  { cookies }: PersonOfPair,
  question: Question,
  number: number,
): Promise<void> {
  // from an address of its own each time: limits per address are tested elsewhere
  const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`
  const found = difference(
    question,
    await ask(left.app, question, cookies, address),
    await ask(right.app, question, cookies, address),
  )
  if (found !== null) throw new Error(found)
  const [defect] = [...left.defects, ...right.defects]
  if (defect) throw new Error(`a defect in ${defect.request}`, { cause: defect.error })
}
