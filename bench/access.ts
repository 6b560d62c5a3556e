/**
 * What the rules of access cost: the list of cases and the statements of one case, read through row security, against the
 * same query by the owner of the tables, whom no policy binds. Both see the same rows, in the same run, in turns.
 */
import { type DraftStatement, type Marking, type Reader, TLP_LABELS } from '@demarche/core'
import { listCases } from '../packages/store/src/cases/list-cases.ts'
import { asReader, type Session } from '../packages/store/src/engine/session.ts'
import { statementsOf } from '../packages/store/src/ledger/read-statements.ts'
import { openStoreToEmpty } from '../packages/server/test/worlds/store-to-empty.ts'
import type { BenchLine } from './bench-line.ts'

const CASES = 1000
const STATEMENTS_EACH = 4
const TIMES = 60
const READER: Reader = {
  party: 'EE',
  person: 'person:aaaaaaaaaaaaaaaa',
  role: 'desk-officer',
  maxDistribution: 'LIMITE',
  maxTlp: 'TLP:RED',
}

export async function run(): Promise<readonly BenchLine[]> {
  const { store, database, empty } = await openStoreToEmpty(() => new Date('2026-11-24T12:00:00Z'))
  try {
    await empty()
    await store.as({ ...READER, role: 'system' }).append(drafts())
    const withRules = <T>(act: (session: Session) => Promise<T>): Promise<T> =>
      asReader(database, READER, act)
    const without = <T>(act: (session: Session) => Promise<T>): Promise<T> =>
      database.transaction().execute(act)
    const query = { sort: 'recorded', order: 'desc', offset: 0, limit: 50 } as const
    return [
      ...(await compare('list of cases', (session) => listCases(session, query), withRules, without)),
      ...(await compare(
        'statements of a case',
        (session) => statementsOf(session, ['case:bench-500']),
        withRules,
        without,
      )),
    ]
  } finally {
    await store.close()
  }
}

type Way = <T>(act: (session: Session) => Promise<T>) => Promise<T>

async function compare(
  name: string,
  act: (session: Session) => Promise<unknown>,
  withRules: Way,
  without: Way,
): Promise<readonly BenchLine[]> {
  const [seen, all] = [await withRules(act), await without(act)]
  if (JSON.stringify(seen) !== JSON.stringify(all))
    throw new Error(`${name}: the two ways read different rows`)
  const times: [number[], number[]] = [[], []]
  for (let turn = 0; turn < TIMES; turn += 1) {
    times[0].push(await milliseconds(() => withRules(act)))
    times[1].push(await milliseconds(() => without(act)))
  }
  const [ruled, free] = times.map(median)
  if (ruled === undefined || free === undefined) return []
  return [
    {
      name: `${name} through row security`,
      value: ruled / free,
      unit: 'times the time without',
      against: `${ruled.toFixed(1)} ms against ${free.toFixed(1)} ms, median of ${TIMES}, ${CASES} cases`,
    },
  ]
}

async function milliseconds(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

/** Cases whose statements stand under many markings, all of which the reader may see. */
function drafts(): readonly DraftStatement[] {
  const markings = TLP_LABELS.flatMap((tlp): Marking[] => [
    { distribution: 'PUBLIC', tlp },
    { distribution: 'LIMITE', tlp },
    { distribution: 'LIMITE', tlp, releasableTo: ['EE', 'FI'] },
  ])
  return Array.from({ length: CASES * STATEMENTS_EACH }, (_, index): DraftStatement => {
    const number = Math.floor(index / STATEMENTS_EACH)
    return {
      entity: `case:bench-${number}`,
      kind: 'case',
      assertions: [
        index % STATEMENTS_EACH === 0
          ? { property: 'name', value: `Case ${number}` }
          : { property: 'summary', value: `What was seen in case ${number}, part ${index}` },
      ],
      source: { document: `Report ${index}`, verified: true },
      grading: { reliability: 'B', credibility: '2' },
      marking: markings[index % markings.length] ?? { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
      assertedBy: 'EE',
      assertedAt: new Date(Date.parse('2026-11-20T09:00:00Z') + index * 1000).toISOString(),
    }
  })
}
