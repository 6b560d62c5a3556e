/**
 * How fast the what-if board is: an outcome, and all minimal sets of States that would have to move, among 27.
 *
 * Generated stances from a seed, every counted rule and goal: the slowest and the middle question. Then the hardest one,
 * nobody having said anything, beside a plain loop over all 134 million sets of States with the thresholds written out:
 * both must count the same, size by size, or the run fails.
 *
 * `node_modules/.bin/node bench/what-if.ts`, or `npm run bench -- what-if`.
 */
import {
  COUNTED_RULES,
  countVotes,
  type MoveGoal,
  movingSets,
  type PopulationTable,
  populationOn,
  type Stance,
  STANCES,
  type VoteQuestion,
} from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import type { BenchLine } from './bench-line.ts'
import { seeded } from './generate-cases.ts'

const QUESTIONS = 200
const ROUNDS = 3
const GOALS: readonly MoveGoal[] = ['adopt', 'block', 'block-by-declaration']

export async function run(): Promise<BenchLine[]> {
  const { table } = populationOn(loadDoctrine(), '2025-07-01')
  if (!table) throw new Error('the pack has no populations of 2025')
  const questions = makeQuestions(table, 23)
  const times = questions
    .flatMap((question) => GOALS.map((goal) => ({ question, goal })))
    // a vote that stands as wished is answered at once and would flatter the middle
    .filter(({ question, goal }) => movingSets(question, goal).total > 0)
    .map(({ question, goal }) => fastest(ROUNDS, () => movingSets(question, goal)))
    .toSorted((a, b) => a - b)
  const counting = fastest(ROUNDS, () => questions.map(countVotes)) / QUESTIONS

  const hardest: VoteQuestion = { rule: 'rule-qmv', stances: {}, population: table }
  const ours = movingSets(hardest, 'adopt')
  const oursTook = fastest(ROUNDS, () => movingSets(hardest, 'adopt'))
  const began = performance.now()
  const plain = countPlainly(table)
  const plainTook = performance.now() - began
  const expected = plain.flatMap((count, size) => (count > 0 ? [{ size, count }] : []))
  if (JSON.stringify(expected) !== JSON.stringify(ours.bySize))
    throw new Error(`minimal sets differ: ${JSON.stringify(ours.bySize)} and ${JSON.stringify(expected)}`)
  return [
    {
      name: `minimal moving sets among 27, slowest of ${times.length} questions`,
      value: times.at(-1) ?? 0,
      unit: 'ms',
      against: 'target 50',
    },
    { name: 'the middle question', value: times[times.length >> 1] ?? 0, unit: 'ms' },
    {
      name: 'a majority, nobody having said anything',
      value: oursTook,
      unit: 'ms',
      against: `${ours.total.toLocaleString('en')} sets, the same in both`,
    },
    { name: 'a plain loop over all sets', value: plainTook, unit: 'ms' },
    { name: 'the plain loop to ours', value: plainTook / oursTook, unit: 'times' },
    { name: 'one outcome with its reasons', value: counting * 1000, unit: 'µs' },
  ]
}

function makeQuestions(population: PopulationTable, seed: number): readonly VoteQuestion[] {
  const random = seeded(seed)
  const states = Object.keys(population.percent)
  return Array.from({ length: QUESTIONS }, (_, number): VoteQuestion => {
    const leaning = STANCES[Math.floor(random() * STANCES.length)] ?? 'yes'
    const stance = (): Stance =>
      random() < 0.6 ? leaning : (STANCES[Math.floor(random() * STANCES.length)] ?? 'unknown')
    const stances = Object.fromEntries(states.map((state) => [state, stance()]))
    // somebody always takes part
    return {
      rule: COUNTED_RULES[number % COUNTED_RULES.length] ?? 'rule-qmv',
      stances: { ...stances, DE: 'no' },
      population,
    }
  })
}

/**
 * Tries every set of the 27 as those in favour. In thousandths of a percentage point: a printed share is right within 5.
 * @returns how many minimal sets there are of each size
 */
function countPlainly({ percent }: PopulationTable): number[] {
  const shares = Object.values(percent)
    .map((share) => Math.round(share * 1000))
    .toSorted((a, b) => b - a)
  const all = shares.reduce((sum, share) => sum + share, 0)
  const suffices = (count: number, sum: number) => {
    if (27 - count < 4) return true
    return count >= 15 && (sum - 5 * count >= 65_000 || all - sum + 5 * (27 - count) <= 35_000)
  }
  const half = 1 << 14
  const tables = [shares.slice(0, 14), shares.slice(14)].map((part) => {
    const [sums, sizes] = [new Int32Array(1 << part.length), new Int32Array(1 << part.length)]
    for (let set = 1; set < sums.length; set++) {
      const place = 31 - Math.clz32(set)
      sums[set] = (sums[set ^ (1 << place)] ?? 0) + (part[place] ?? 0)
      sizes[set] = (sizes[set ^ (1 << place)] ?? 0) + 1
    }
    return { sums, sizes }
  })
  const [heavy, light] = tables
  const counts = Array.from({ length: 28 }, () => 0)
  if (!heavy || !light) return counts
  for (let set = 1; set < 1 << 27; set++) {
    const [low, high] = [set % half, set >> 14]
    const count = (heavy.sizes[low] ?? 0) + (light.sizes[high] ?? 0)
    const sum = (heavy.sums[low] ?? 0) + (light.sums[high] ?? 0)
    if (!suffices(count, sum)) continue
    const lightest = shares[31 - Math.clz32(set)] ?? 0
    if (!suffices(count - 1, sum - lightest)) counts[count] = (counts[count] ?? 0) + 1
  }
  return counts
}

function fastest(rounds: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    work()
    best = Math.min(best, performance.now() - began)
  }
  return best
}

if (import.meta.main) for (const line of await run()) console.log(line)
