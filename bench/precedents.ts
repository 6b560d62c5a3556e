/**
 * How fast a case gets its packages and its precedents among many.
 *
 * Synthetic precedents, generated from a seed; one case after the other is weighed (measures, packages), compared with
 * all of them (nearest five explained, consistency check), and the whole is timed per case. Then the same for a tenth and
 * for ten times as many, to see how it grows. The index is built once and timed apart.
 *
 * `node_modules/.bin/node bench/precedents.ts`, or `npm run bench -- precedents`.
 */
import {
  addDays,
  CASE_VOCABULARY,
  checkConsistency,
  type CodedCase,
  codeCase,
  compileDoctrine,
  type CompiledDoctrine,
  composePackages,
  deriveFacts,
  EFFECTS,
  indexPrecedents,
  nearestPrecedents,
  parsePartialDate,
  type PrecedentIndex,
  rateDimensions,
  type Response,
  responseBand,
  responseClassOf,
  weighAvailability,
  PUBLIC,
} from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import type { BenchLine } from './bench-line.ts'
import { makeCases, seeded } from './generate-cases.ts'

const SIZES = [1_000, 10_000, 100_000] as const
const CASES = 60
const ROUNDS = 5
const DATE = '2026-11-23'
const TARGETS = [
  'critical-infrastructure',
  'essential-services',
  'state-functions',
  'classified-systems',
] as const
const VICTIMS = ['member-state', 'union-body', 'third-state', 'international-organisation', null] as const
const CATEGORIES = ['preventive', 'cooperative', 'stability', 'restrictive'] as const

export async function run(): Promise<BenchLine[]> {
  const compiled = compileDoctrine(loadDoctrine(), CASE_VOCABULARY)
  const facts = makeCases(CASE_VOCABULARY.properties, CASES, 5).map((stated) => deriveFacts(stated, DATE))
  const lines: BenchLine[] = []
  const perSize: number[] = []
  for (const size of SIZES) {
    const precedents = makePrecedents(size, 3)
    const began = performance.now()
    const index = indexPrecedents(precedents)
    const built = performance.now() - began
    const targets = makePrecedents(CASES, 17)
    let best = Number.POSITIVE_INFINITY
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now()
      facts.forEach((stated, position) => answer(compiled, stated, targets[position], index))
      best = Math.min(best, (performance.now() - start) / CASES)
    }
    perSize.push(best)
    const against = size === 10_000 ? { against: 'target 10' } : {}
    lines.push({ name: `packages and precedents among ${size}`, value: best, unit: 'ms a case', ...against })
    lines.push({ name: `index of ${size} precedents`, value: built, unit: 'ms, once' })
  }
  const [small = 0, middle = 0, large = 0] = perSize
  lines.push({
    name: 'growth from 1,000 to 10,000',
    value: middle / small,
    unit: 'times',
    against: '10 times as many',
  })
  lines.push({
    name: 'growth from 10,000 to 100,000',
    value: large / middle,
    unit: 'times',
    against: '10 times as many',
  })
  return lines
}

/** What a page of options asks for: measures, packages, five precedents explained, the consistency check. */
function answer(
  compiled: CompiledDoctrine,
  facts: ReturnType<typeof deriveFacts>,
  target: CodedCase | undefined,
  index: PrecedentIndex,
): number {
  const { doctrine } = compiled
  const profile = rateDimensions(compiled, facts, DATE, new Map())
  const band = responseBand(profile, doctrine.proportionality, facts)
  const measures = weighAvailability(compiled, facts, DATE)
  const packages = composePackages({ doctrine, measures, profile, band, onDate: DATE })
  // the generated facts have no claims: a coded case stands in, so that every feature is compared
  const coded = target ? { ...target, entity: 'case:asked' } : codeCase('case:asked', facts, profile, PUBLIC)
  return (
    packages.length +
    nearestPrecedents(coded, index, DATE).length +
    checkConsistency(coded, index, DATE).length
  )
}

function makePrecedents(count: number, seed: number): readonly CodedCase[] {
  const random = seeded(seed)
  const pick = <T>(values: readonly [T, ...T[]]): T =>
    values[Math.floor(random() * values.length)] ?? values[0]
  const some = (values: readonly string[], share: number) => values.filter(() => random() < share)
  const level = () => (random() < 0.1 ? null : Math.floor(random() * 6))
  return Array.from({ length: count }, (_, number): CodedCase => {
    const disclosed = addDays('2010-01-01', Math.floor(random() * 6000))
    const responses: Response[] =
      random() < 0.5
        ? []
        : [
            {
              date: parsePartialDate(addDays(disclosed, 100)),
              by: 'EU',
              bySide: 'EU',
              instrument: 'a joint act',
              category: pick(CATEGORIES),
            },
          ]
    return {
      entity: `case:synthetic-${number}`,
      name: `Synthetic ${number}`,
      marking: PUBLIC,
      disclosed,
      levels: {
        scope: level(),
        scale: level(),
        duration: level(),
        intensity: level(),
        complexity: level(),
        sophistication: level(),
        impact: level(),
      },
      effects: some(EFFECTS, 0.2),
      targetCategories: some(TARGETS, 0.3),
      victim: pick(VICTIMS),
      attempted: pick([true, false, false, false, null]),
      sponsorStates: some(['XA', 'XB', 'XC', 'XD'], 0.2),
      stateDirected: pick([true, false, null]),
      accused: [`Group ${Math.floor(random() * 200)}`],
      responses,
      responseClass: responseClassOf(responses),
    }
  })
}

if (import.meta.main) for (const line of await run()) console.log(line)
