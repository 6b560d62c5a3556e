/**
 * How fast overlaps are found among many projects, and how many of the planted ones.
 *
 * Generated projects, two in a hundred of them in overlaps that are planted in other words (`generate-projects.ts`). In the same
 * run, beside it: minhash with banding on the same 100,000, and TF-IDF with cosine over all pairs on 4,000,
 * because it grows with the square.
 *
 * What is counted: of the planted pairs that the rule of the field (OVL-02) calls overlaps once their common theme is given, those
 * that are among the twenty kept for either project; for each way. Which share of the planted ones the rule calls so is a line of its
 * own. Among very many, hundreds of others overlap each project by chance; those are right to be kept, and are counted neither as found
 * nor as missed: they take places from the planted ones.
 *
 * `node_modules/.bin/node bench/overlap.ts`, or `npm run bench -- overlap`.
 */
import {
  candidateSearch,
  changedIndex,
  compareProfiles,
  indexInSteps,
  nearestTo,
  overlapContext,
  type OverlapIndex,
  profileOf,
  type ProjectFacts,
} from '@demarche/core'
import type { BenchLine } from './bench-line.ts'
import { type GeneratedProjects, generateProjects } from './generate-projects.ts'
import { minhashPairs, tfIdfPairs } from './text-baselines.ts'

const SMALL = 10_000
const LARGE = 100_000
const ALL_PAIRS = 4_000
const PLANTED = 0.02
const KEPT = 20
const PLANS = 200
const CHANGES = 20

export async function run(): Promise<BenchLine[]> {
  const lines: BenchLine[] = []
  const times: number[] = []
  for (const size of [ALL_PAIRS, SMALL, LARGE]) {
    const generated = withTrueOverlaps(generateProjects(size, PLANTED, 7))
    const { index, pairs, seconds, processor } = ours(generated.projects)
    times.push(seconds)
    lines.push({
      name: `planted overlaps among ${size} that the rule calls so`,
      value: generated.planted.length / Math.round((size * PLANTED) / 2),
      unit: 'of 1',
    })
    const against = size === LARGE ? { against: 'target 60' } : {}
    lines.push({
      name: `all candidates among ${size}, reading and index included`,
      value: seconds,
      unit: 's',
      ...against,
    })
    lines.push({ name: `the same among ${size}, processor time`, value: processor, unit: 's' })
    lines.push({
      name: `planted overlaps found among ${size}`,
      value: recall(generated, pairs),
      unit: 'of 1',
    })
    if (size === ALL_PAIRS) lines.push(...beside('TF-IDF, all pairs', generated, tfIdfPairs))
    if (size === LARGE) {
      lines.push(...onePlan(generated, index), ...oneChange(generated, index))
      lines.push(...beside('minhash', generated, minhashPairs))
    }
  }
  const [, small = 0, large = 0] = times
  lines.push({
    name: 'growth from 10,000 to 100,000',
    value: large / small,
    unit: 'times',
    against: 'target 16',
  })
  return lines
}

/** Without the planted pairs that are no overlaps by the rule of the field, though they do the same work. */
function withTrueOverlaps({ projects, planted }: GeneratedProjects): GeneratedProjects {
  const context = overlapContext()
  const byId = new Map(projects.map((project) => [project.id, project]))
  const onOneTheme = (id: string) => {
    const project = byId.get(id)
    if (!project) throw new RangeError(`no project ${id}`)
    return profileOf({ ...project, themes: ['given'] }, context)
  }
  const overlaps = planted.filter(
    ([a, b]) => compareProfiles(onOneTheme(a), onOneTheme(b)).leaning === 'duplicate',
  )
  return { projects, planted: overlaps }
}

function ours(projects: readonly ProjectFacts[]) {
  const before = process.cpuUsage()
  const began = performance.now()
  const context = overlapContext()
  const steps = indexInSteps(
    projects.map((project) => profileOf(project, context)),
    context,
  )
  let step = steps.next()
  while (!step.done) step = steps.next()
  const index = step.value
  const search = candidateSearch(index, KEPT)
  search.read(projects.length)
  const pairs = search.found().map(({ a, b }) => [a, b] as const)
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  return { index, pairs, seconds, processor: (user + system) / 1e6 }
}

function onePlan({ projects, planted }: GeneratedProjects, index: OverlapIndex): readonly BenchLine[] {
  const byId = new Map(projects.map((project) => [project.id, project]))
  const times: number[] = []
  let found = 0
  const asked = planted.slice(0, PLANS)
  for (const [first, twin] of asked) {
    const plan = byId.get(twin)
    if (!plan) throw new RangeError(`no project ${twin}`)
    const began = performance.now()
    const profile = profileOf({ ...plan, id: 'plan' }, index.context)
    const candidates = nearestTo(index, profile, KEPT + 1).map((other) => compareProfiles(profile, other))
    times.push(performance.now() - began)
    if (candidates.some(({ b }) => b === first)) found++
  }
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return [
    { name: `a new plan against ${projects.length}, half of them within`, value: at(0.5), unit: 'ms' },
    {
      name: `a new plan against ${projects.length}, slowest of ${times.length}`,
      value: at(1),
      unit: 'ms',
      against: 'target 100',
    },
    { name: 'planted overlaps of new plans found', value: found / asked.length, unit: 'of 1' },
  ]
}

function oneChange({ projects }: GeneratedProjects, index: OverlapIndex): readonly BenchLine[] {
  const times: number[] = []
  let changed = index
  for (const project of projects.slice(0, CHANGES)) {
    const profile = profileOf({ ...project, objective: `${project.objective} Extended.` }, index.context)
    const began = performance.now()
    changed = changedIndex(changed, [], [profile])
    times.push(performance.now() - began)
  }
  times.sort((one, other) => one - other)
  return [
    {
      name: `the index after a change of one among ${projects.length}, half of them within`,
      value: times[CHANGES >> 1] ?? Number.NaN,
      unit: 'ms',
    },
  ]
}

type Pairs = readonly (readonly [string, string])[]

function beside(
  name: string,
  generated: GeneratedProjects,
  find: (texts: ReadonlyMap<string, string>, kept: number) => Pairs,
): readonly BenchLine[] {
  const texts = new Map(
    generated.projects.map(({ id, name: title, objective }) => [id, `${title} ${objective}`]),
  )
  const began = performance.now()
  const pairs = find(texts, KEPT)
  const seconds = (performance.now() - began) / 1000
  const among = `among ${generated.projects.length}`
  return [
    { name: `beside it, ${name} ${among}`, value: seconds, unit: 's' },
    {
      name: `beside it, planted overlaps found by ${name} ${among}`,
      value: recall(generated, pairs),
      unit: 'of 1',
    },
  ]
}

function recall({ planted }: GeneratedProjects, pairs: Pairs): number {
  const found = new Set(pairs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  return planted.filter(([a, b]) => found.has(`${a} ${b}`)).length / planted.length
}

if (import.meta.main) for (const line of await run()) console.log(line)
