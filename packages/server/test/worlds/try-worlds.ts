/**
 * Non-interference, tried: what a reader gets is the same byte for byte whether or not what they may not see exists.
 *
 * Each world is recorded on two desks, whole on one and without what the reader may not see on the other, while the reader
 * has live updates open on both; then every route is asked the same of both, and writes are tried on what is hidden.
 *
 * Rests on: LED-04, LED-13 to LED-18. Next door: `a-world.ts`, `questions.ts`.
 */
import fc from 'fast-check'
import { ask, difference } from './ask-both.ts'
import { caseOf, isVisible, nameWorld, procedureOf, recordLists, recordStep, worlds } from './a-world.ts'
import { diceOf } from './draw.ts'
import { listenLive } from './listen-live.ts'
import { openPair } from './pair-of-desks.ts'
import { COMMON_WORDS, type Question, questionTo } from './questions.ts'

/** Writes under these addresses change who the reader is or make random tokens; they touch no record. */
const NO_RECORDS = [
  '/api/account',
  '/api/people',
  '/api/session',
  '/api/invitations',
  '/api/notices',
  '/api/imports',
]

export interface Trial {
  readonly worlds: number
  readonly hidden: number
  readonly requests: number
  readonly seconds: number
  readonly asked: ReadonlyMap<string, number>
}

export interface TrialOptions {
  readonly rounds: number
  readonly seed: number
  /** how many questions each route is asked in a world, on average */
  readonly questionsPerRoute?: number
  readonly say?: (line: string) => void
}

/** @throws Error with the smallest world found and the seed, when an answer differs */
export async function tryWorlds({
  rounds,
  seed,
  questionsPerRoute = 1,
  say = () => undefined,
}: TrialOptions): Promise<Trial> {
  const pair = await openPair()
  const [left, right] = pair.desks
  const persons = pair.people.map(({ reader }) => reader.person)
  const routes = left.app.registeredRoutes
  const outlines = (left.office.doctrine.documents ?? []).map(({ id }) => id)
  const asked = new Map<string, number>()
  const began = performance.now()
  let run = 0
  let hiddenSteps = 0
  let requests = 0
  try {
    await fc.assert(
      fc.asyncProperty(worlds(persons.length), async (drawn) => {
        run += 1
        await pair.empty()
        const world = nameWorld(drawn, `w${run.toString(36)}`, persons)
        const person = pair.people[drawn.reader]
        if (!person) throw new Error('the reader is one of the people')
        const { reader, cookies, tokens } = person
        pair.setClock(new Date('2026-11-20T08:59:00Z'))
        for (const desk of pair.desks) await recordLists(desk.office, world)
        const live = drawn.seed % 8 === 0 ? await listenLive(pair.desks, cookies) : null
        const ids: [string[][], string[][]] = [[], []]
        for (const step of world.steps) {
          const visible = isVisible(world, reader, step)
          if (!visible) hiddenSteps += 1
          ids[0].push([...(await recordStep(left.office, world, step, ids[0], pair.setClock))])
          ids[1].push(
            visible ? [...(await recordStep(right.office, world, step, ids[1], pair.setClock))] : [],
          )
          await live?.compare(`step ${step.index}`)
        }
        live?.close()
        pair.setClock(new Date('2026-11-21T09:00:00Z'))
        const named = [
          ...['a', 'b', 'c', 'none'].map((slug) => caseOf(world, slug)),
          ...world.steps.flatMap(({ what, index }) =>
            what === 'procedure' ? [procedureOf(world, index)] : [],
          ),
          procedureOf(world, 99),
          ...ids[0].flat(),
          'f'.repeat(64),
          ...world.lists.map(({ name }) => name),
          ...persons.slice(0, 3),
        ]
        const pool = [...named, ...named, ...tokens, ...COMMON_WORDS, ...outlines]
        const dice = diceOf(drawn.seed)
        const put = async (question: Question): Promise<void> => {
          requests += 1
          // from an address of its own each time: limits per address are tested elsewhere
          const address = `10.${(requests >> 16) & 255}.${(requests >> 8) & 255}.${requests & 255}`
          asked.set(question.route, (asked.get(question.route) ?? 0) + 1)
          const [with_, without] = [
            await ask(left.app, question, cookies, address),
            await ask(right.app, question, cookies, address),
          ]
          const found = difference(question, with_, without)
          if (found === null) return
          throw new Error(
            `${reader.role} of ${reader.party} (${reader.maxDistribution}, ${reader.maxTlp}): ${found}`,
          )
        }
        // an auditor sees the log of all acts and proves the whole ledger: of that nothing is hidden from one
        const seesLog = reader.role === 'auditor'
        const reads = routes.filter(
          ({ method, url }) => method === 'GET' && !(seesLog && url.startsWith('/api/audit')),
        )
        const writes = routes.filter(
          ({ method, url }) =>
            !['GET', 'HEAD', 'OPTIONS'].includes(method) &&
            ![...NO_RECORDS, ...(seesLog ? ['/api/audit'] : [])].some((one) => url.startsWith(one)),
        )
        for (const [share, all] of [
          [questionsPerRoute, reads],
          [questionsPerRoute / 2, writes],
          [questionsPerRoute / 2, reads],
        ] as const) {
          for (const route of all) {
            // what is addressed by name has more to hide
            const times = share * (route.url.includes(':') || all === writes ? 2 : 1)
            for (let time = dice(); time < times; time += 1) {
              const question = questionTo(route, dice, pool)
              if (question) await put(question)
            }
          }
        }
        const [defect] = [...left.defects, ...right.defects]
        if (defect) throw new Error(`a defect in ${defect.request}`, { cause: defect.error })
        if (run % 100 === 0) {
          const rate = run / ((performance.now() - began) / 1000)
          say(`${run} of ${rounds} worlds, ${requests} questions to each desk, ${rate.toFixed(1)} worlds/s`)
        }
      }),
      { numRuns: rounds, seed, endOnFailure: true },
    )
  } finally {
    await pair.close()
  }
  return { worlds: run, hidden: hiddenSteps, requests, seconds: (performance.now() - began) / 1000, asked }
}
