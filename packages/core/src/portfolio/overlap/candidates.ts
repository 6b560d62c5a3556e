/**
 * Which projects of an index are worth a look beside one, and which pairs among all.
 *
 * Each project reads the lists of its keys, the shortest first, until it has read enough; those met most are weighed, those
 * weighed closest are kept. Reading and weighing are bounded for each project, so that the whole grows with the number of
 * projects; among few projects the bounds are never reached, and no pair is lost. Deterministic: ties go by id.
 * Why so: docs/decisions/0011-overlap.md. Rule: OVL-16. Next door: `overlap-index.ts`.
 */
import { blockingKeys } from './blocking-keys.ts'
import type { OverlapOutcome, ProjectComparison } from './comparison.ts'
import { areRuledOut, gistOf } from './gists.ts'
import { largest } from './largest.ts'
import type { KeysOfProject, OverlapIndex } from './overlap-index.ts'
import type { ProjectProfile } from './profile.ts'
import { areClearlyUnrelated, type Weighed, weighProfiles } from './weigh-projects.ts'

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

/** The projects of the index that come closest to one, the closest first; one of its own id is left out. */
export function nearestTo(
  index: OverlapIndex,
  profile: ProjectProfile,
  most = 50,
): readonly ProjectProfile[] {
  const known = blockingKeys(profile).flatMap(({ key, share }) => {
    const number = index.numbers.get(key)
    return number === undefined ? [] : [{ number, share }]
  })
  const keys = {
    numbers: Uint32Array.from(known, ({ number }) => number),
    shares: Float32Array.from(known, ({ share }) => share),
  }
  const self = index.positions.get(profile.facts.id) ?? NOWHERE
  return nearest(index, { profile, self, keys }, ONE_PLAN, most).map(({ other }) => other)
}

const NOWHERE = -1

/** The search among all in portions, for whoever must let others have their turn. */
export interface CandidateSearch {
  /** Looks around the next so many projects. @returns false when all have been looked around */
  read(projects: number): boolean
  /**
   * The pairs found so far, each once and the closest first: at most `most` for each project, kept from either side.
   * Closeness is as the project sees it that stands first, unless only the other one kept the pair.
   */
  found(): readonly OverlapCandidate[]
}

export function candidateSearch(index: OverlapIndex, most = 20): CandidateSearch {
  const order = Array.from(index.positions.values()).toSorted(
    (one, other) => rankOf(index, one) - rankOf(index, other),
  )
  const effort = effortAmong(order.length)
  const kept: Uint32Array[] = []
  const ranked: { readonly rank: number; readonly candidate: OverlapCandidate }[] = []
  let next = 0
  const lookAround = (self: number): void => {
    const [profile, keys] = [index.profiles[self], index.keys[self]]
    if (!profile || !keys) return
    const found = nearest(index, { profile, self, keys }, effort, most)
    kept[self] = Uint32Array.from(found, ({ at }) => at)
    for (const { other, at, weighed, closeness, rank } of found) {
      if (kept[at]?.includes(self) === true) continue
      const { outcome, leaning, score } = weighed
      const [a, b] = rankOf(index, at) < rankOf(index, self) ? [other, profile] : [profile, other]
      ranked.push({ rank, candidate: { a: a.facts.id, b: b.facts.id, outcome, leaning, score, closeness } })
    }
  }
  return {
    read(projects) {
      for (const self of order.slice(next, next + projects)) lookAround(self)
      next += projects
      return next < order.length
    },
    found: () => ranked.toSorted((one, two) => two.rank - one.rank).map(({ candidate }) => candidate),
  }
}

function rankOf({ ranks }: OverlapIndex, position: number): number {
  return ranks[position] ?? 0
}

/** Whom others are looked for around. */
interface Asking {
  readonly profile: ProjectProfile
  /** its position */
  readonly self: number
  readonly keys: KeysOfProject
}

interface Found {
  readonly other: ProjectProfile
  readonly at: number
  readonly weighed: Weighed
  readonly closeness: number
  /** half by what the rule says, half by how much the records have in common */
  readonly rank: number
}

/**
 * Room to count in, by position: one for all searches, all zero in between. With one of its own for each plan so much memory waits
 * to be given back that after some eighty plans the whole heap is gone through: half a second where 100,000 projects are kept.
 */
let room = { met: new Float32Array(), touched: new Uint32Array() }

function roomFor({ profiles: { length } }: OverlapIndex): typeof room {
  if (room.met.length < length) room = { met: new Float32Array(length), touched: new Uint32Array(length) }
  return room
}

function nearest(
  index: OverlapIndex,
  { profile, self, keys }: Asking,
  effort: Effort,
  most: number,
): readonly Found[] {
  const { own, positions, worths } = metMost(index, keys, effort)
  const gist = gistOf(profile)
  const found: Found[] = []
  for (const [place, at] of positions.entries()) {
    if (at === self || areRuledOut(gist, index.gists, at)) continue
    const other = index.profiles[at]
    if (!other || areClearlyUnrelated(profile, other)) continue
    const weighed = weighProfiles(profile, other)
    if (weighed.leaning === 'unrelated') continue
    const closeness = own === 0 ? 0 : Math.min(1, (worths[place] ?? 0) / own)
    found.push({ other, at, weighed, closeness, rank: weighed.score + closeness })
  }
  return found
    .toSorted((one, two) => two.rank - one.rank || rankOf(index, one.at) - rankOf(index, two.at))
    .slice(0, most)
}

interface Met {
  /** what the profile itself would be worth */
  readonly own: number
  /** those that were met most */
  readonly positions: Uint32Array
  /** what each of them is worth */
  readonly worths: Float32Array
}

/** Leaves the room as it was found, before anything else is done. */
function metMost(index: OverlapIndex, keys: KeysOfProject, effort: Effort): Met {
  const { met, touched } = roomFor(index)
  const { own, many } = meet(index, keys, effort, met, touched)
  const positions = largest(touched.subarray(0, many), effort.weighed, met, index.ranks)
  const worths = Float32Array.from(positions, (at) => met[at] ?? 0)
  for (let place = 0; place < many; place++) met[touched[place] ?? 0] = 0
  return { own, positions, worths }
}

const NOBODY = new Uint32Array()
/** Less than any key is worth: who is met at all counts as met. */
const A_TRACE = 1e-6

/** Adds up what each project met is worth. @returns what the profile itself would be worth, and how many were met */
function meet(
  { lists, positions }: OverlapIndex,
  { numbers, shares }: KeysOfProject,
  effort: Effort,
  met: Float32Array,
  touched: Uint32Array,
): { readonly own: number; readonly many: number } {
  const listAt = (at: number): Uint32Array => lists[numbers[at] ?? 0] ?? NOBODY
  // the shortest list first; of those as long as each other the one that the profile gives first
  const order = new Float64Array(numbers.length)
  for (let at = 0; at < order.length; at++) order[at] = listAt(at).length * order.length + at
  order.sort()
  let own = 0
  let many = 0
  let left = effort.entries
  for (let place = 0; place < order.length; place++) {
    const at = (order[place] ?? 0) % order.length
    const list = listAt(at)
    if (list.length === 0) continue
    left -= list.length
    if (left < 0) break
    const worth = A_TRACE + (shares[at] ?? 0) * Math.log((positions.size + 1) / list.length)
    own += worth
    for (let entry = 0; entry < list.length; entry++) {
      const project = list[entry] ?? 0
      const before = met[project] ?? 0
      if (before === 0) touched[many++] = project
      met[project] = before + worth
    }
  }
  return { own, many }
}
