/**
 * Many projects at once: which pairs are worth a look, without comparing all with all.
 *
 * Each project reads the lists of its keys (`blocking-keys.ts`), the shortest first, until it has read enough; those met
 * most are weighed, those weighed closest are kept. Reading and weighing are bounded for each project, so that
 * the whole grows with the number of projects; among few projects the bounds are never reached, and no pair is lost.
 * Deterministic: ties go by the order of the projects. Why so: docs/decisions/0011-overlap.md. Rule: OVL-16.
 */
import { type BlockingKey, blockingKeys } from './blocking-keys.ts'
import type { OverlapOutcome, ProjectComparison } from './comparison.ts'
import { compareProfiles } from './compare-projects.ts'
import { type OverlapContext, overlapContext, profileOf, type ProjectProfile } from './profile.ts'
import { largest } from './largest.ts'
import type { ProjectFacts } from './project-facts.ts'
import { areClearlyUnrelated, type Weighed, weighProfiles } from './weigh-projects.ts'

export interface OverlapIndex {
  readonly context: OverlapContext
  readonly profiles: readonly ProjectProfile[]
  /** number of each key that at least two projects share */
  readonly keys: ReadonlyMap<string, number>
  /** projects of key k, in their order: `members[starts[k]] … members[starts[k + 1] - 1]` */
  readonly starts: Uint32Array
  readonly members: Uint32Array
  /** the lists that each project reads, in the order of the projects */
  readonly lists: readonly KeyLists[]
}

/** Numbers of keys, the shortest lists first, and how much of its kind each is. */
interface KeyLists {
  readonly numbers: Uint32Array
  readonly shares: Float32Array
}

/** A pair worth a look. `compareProjects` says why. */
export interface OverlapCandidate {
  readonly a: string
  readonly b: string
  readonly outcome: OverlapOutcome
  readonly leaning: ProjectComparison['leaning']
  readonly score: number
  /** 0 to 1: how much of what the index knows of the one it knows of the other */
  readonly closeness: number
}

/** How much work one project may cause. */
interface Effort {
  /** entries of lists that are read */
  readonly entries: number
  /** projects that are weighed */
  readonly weighed: number
}

/** For one plan at a time, which a person waits for. */
const ONE_PLAN: Effort = { entries: 200_000, weighed: 2_000 }
/** Among few all are read and weighed; for more each reads and weighs fewer, down to a floor. */
const ENTRIES_READ_FREELY = 20_000_000
const PAIRS_WEIGHED_FREELY = 200_000
const FEWEST: Effort = { entries: 2_000, weighed: 60 }

function effortAmong(projects: number): Effort {
  return {
    entries: Math.max(FEWEST.entries, Math.ceil(ENTRIES_READ_FREELY / Math.max(1, projects))),
    weighed: Math.max(FEWEST.weighed, Math.ceil(PAIRS_WEIGHED_FREELY / Math.max(1, projects))),
  }
}

/** Reads every project once and lays out the lists. */
export function buildOverlapIndex(
  projects: readonly ProjectFacts[],
  context: OverlapContext = overlapContext(),
): OverlapIndex {
  return indexProfiles(
    projects.map((project) => profileOf(project, context)),
    context,
  )
}

/** The same of projects that were read before, with the same tables. */
export function indexProfiles(profiles: readonly ProjectProfile[], context: OverlapContext): OverlapIndex {
  const steps = indexInSteps(profiles, context)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/** projects in one step */
const STEP = 200

/** The same in steps, for whoever must let others have their turn in between. */
export function* indexInSteps(
  profiles: readonly ProjectProfile[],
  context: OverlapContext,
): Generator<void, OverlapIndex> {
  const numbers = new Map<string, number>()
  const sizes: number[] = []
  const found: KeyLists[] = []
  for (const [position, profile] of profiles.entries()) {
    if (position % STEP === STEP - 1) yield
    const keys = blockingKeys(profile)
    const ofKeys = new Uint32Array(keys.length)
    const shares = new Float32Array(keys.length)
    keys.forEach(({ key, share }, at) => {
      const number = numbers.get(key) ?? numbers.size
      numbers.set(key, number)
      sizes[number] = (sizes[number] ?? 0) + 1
      ofKeys[at] = number
      shares[at] = share
    })
    found.push({ numbers: ofKeys, shares })
  }
  const starts = new Uint32Array(sizes.length + 1)
  sizes.forEach((size, key) => (starts[key + 1] = (starts[key] ?? 0) + size))
  const next = starts.slice()
  const members = new Uint32Array(starts.at(-1) ?? 0)
  const lists: KeyLists[] = []
  for (const [project, each] of found.entries()) {
    if (project % STEP === STEP - 1) yield
    for (const key of each.numbers) {
      const at = next[key] ?? 0
      members[at] = project
      next[key] = at + 1
    }
    lists.push(shortestFirst(each, starts))
  }
  return { context, profiles, keys: numbers, starts, members, lists }
}

function shortestFirst({ numbers, shares }: KeyLists, starts: Uint32Array): KeyLists {
  const size = (key: number) => (starts[key + 1] ?? 0) - (starts[key] ?? 0)
  const order = Array.from(numbers, (_, at) => at).toSorted((one, other) => {
    const [p = 0, q = 0] = [numbers[one], numbers[other]]
    return size(p) - size(q) || p - q
  })
  return {
    numbers: Uint32Array.from(order, (at) => numbers[at] ?? 0),
    shares: Float32Array.from(order, (at) => shares[at] ?? 0),
  }
}

/** The lists that somebody new reads: of keys that are known already. */
function listsOf({ keys, starts }: OverlapIndex, wanted: readonly BlockingKey[]): KeyLists {
  const known = wanted.flatMap(({ key, share }) => {
    const number = keys.get(key)
    return number === undefined ? [] : [{ number, share }]
  })
  return shortestFirst(
    {
      numbers: Uint32Array.from(known, ({ number }) => number),
      shares: Float32Array.from(known, ({ share }) => share),
    },
    starts,
  )
}

/**
 * What a plan would overlap with, the closest first, each with reasons; `a` is the plan. A project of the plan's own id is
 * left out, so that a project on record can be asked about too.
 */
export function candidatesOf(
  index: OverlapIndex,
  plan: ProjectFacts,
  most = 50,
): readonly ProjectComparison[] {
  const profile = profileOf(plan, index.context)
  return nearestTo(index, profile, most).map((other) => compareProfiles(profile, other))
}

/** The projects of the index that come closest to one, the closest first, itself left out. */
export function nearestTo(
  index: OverlapIndex,
  profile: ProjectProfile,
  most = 50,
): readonly ProjectProfile[] {
  const lists = listsOf(index, blockingKeys(profile))
  return nearest(index, profile, lists, ONE_PLAN, scratchFor(index), most).map(({ other }) => other)
}

/**
 * The pairs worth a look among all, each once and the closest first: at most `most` for each project, kept from either side.
 * Closeness is as the project sees it that stands first, unless only the other one kept the pair.
 */
export function allCandidates(index: OverlapIndex, most = 20): readonly OverlapCandidate[] {
  const search = candidateSearch(index, most)
  search.read(index.profiles.length)
  return search.found()
}

/** The search among all in portions, for whoever must let others have their turn. */
export interface CandidateSearch {
  /** Looks around the next so many projects. @returns false when all have been looked around */
  read(projects: number): boolean
  /** what has been found so far, the closest first */
  found(): readonly OverlapCandidate[]
}

/** @see allCandidates */
export function candidateSearch(index: OverlapIndex, most = 20): CandidateSearch {
  const { profiles } = index
  const effort = effortAmong(profiles.length)
  const scratch = scratchFor(index)
  const kept: Uint32Array[] = []
  const ranked: { readonly rank: number; readonly candidate: OverlapCandidate }[] = []
  let next = 0
  const lookAround = (profile: ProjectProfile, position: number): void => {
    const found = nearest(index, profile, index.lists[position] ?? NO_LISTS, effort, scratch, most)
    kept.push(Uint32Array.from(found, ({ at }) => at))
    for (const {
      other,
      at,
      weighed: { outcome, leaning, score },
      closeness,
      rank,
    } of found) {
      if (at < position && kept[at]?.includes(position)) continue
      const [first, second] = at < position ? [other, profile] : [profile, other]
      const candidate = { a: first.facts.id, b: second.facts.id, outcome, leaning, score, closeness }
      ranked.push({ rank, candidate })
    }
  }
  return {
    read(projects) {
      const portion = profiles.slice(next, next + projects)
      portion.forEach((profile, at) => lookAround(profile, next + at))
      next += portion.length
      return next < profiles.length
    },
    found: () => ranked.toSorted((one, two) => two.rank - one.rank).map(({ candidate }) => candidate),
  }
}

const NO_LISTS: KeyLists = { numbers: new Uint32Array(), shares: new Float32Array() }

interface Found {
  readonly other: ProjectProfile
  readonly at: number
  readonly weighed: Weighed
  readonly closeness: number
  /** half by what the rule says, half by how much the records have in common */
  readonly rank: number
}

/** Room to count in, used again for each project; all zero in between. */
interface Scratch {
  readonly met: Float32Array
  readonly touched: number[]
}

function scratchFor({ profiles }: OverlapIndex): Scratch {
  return { met: new Float32Array(profiles.length), touched: [] }
}

function nearest(
  index: OverlapIndex,
  profile: ProjectProfile,
  lists: KeyLists,
  effort: Effort,
  scratch: Scratch,
  most: number,
): readonly Found[] {
  const own = meet(index, lists, effort, scratch)
  const { met, touched } = scratch
  const found: Found[] = []
  for (const at of largest(touched, met, effort.weighed)) {
    const other = index.profiles[at]
    if (other === undefined || other.facts.id === profile.facts.id || areClearlyUnrelated(profile, other))
      continue
    const weighed = weighProfiles(profile, other)
    if (weighed.leaning === 'unrelated') continue
    const closeness = own === 0 ? 0 : Math.min(1, (met[at] ?? 0) / own)
    found.push({ other, at, weighed, closeness, rank: weighed.score + closeness })
  }
  for (const at of touched) met[at] = 0
  return found.toSorted((one, two) => two.rank - one.rank || one.at - two.at).slice(0, most)
}

/** Less than any key is worth: who is met at all counts as met. */
const A_TRACE = 1e-6

/** Adds up what each project met is worth. @returns what the profile itself would be worth */
function meet(
  { starts, members, profiles }: OverlapIndex,
  { numbers, shares }: KeyLists,
  effort: Effort,
  { met, touched }: Scratch,
): number {
  touched.length = 0
  let own = 0
  let left = effort.entries
  for (let list = 0; list < numbers.length; list++) {
    const key = numbers[list] ?? 0
    const from = starts[key] ?? 0
    const to = starts[key + 1] ?? from
    left -= to - from
    if (left < 0) break
    const worth = A_TRACE + (shares[list] ?? 0) * Math.log((profiles.length + 1) / (to - from))
    own += worth
    for (let at = from; at < to; at++) {
      const project = members[at] ?? 0
      const before = met[project] ?? 0
      if (before === 0) touched.push(project)
      met[project] = before + worth
    }
  }
  return own
}
