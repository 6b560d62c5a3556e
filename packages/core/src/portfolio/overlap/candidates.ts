/**
 * Which projects of an index are worth a look beside one, and which pairs among all.
 *
 * Each project reads the lists of its keys, the shortest first, until it has read enough; to those met most it is seen how
 * close they are, the closest are weighed, and of those the rule calls alike the closest are kept. Each of these steps is bounded for
 * each project, so that the whole grows with the number of projects; among few projects the bounds are never reached, and no
 * pair is lost. Deterministic: ties go by id. Why so: docs/decisions/0011-overlap.md. Rule: OVL-16. Next door:
 * `overlap-index.ts`, `closeness.ts`.
 */
import { closenessTo } from './closeness.ts'
import type { OverlapOutcome, ProjectComparison } from './comparison.ts'
import { areRuledOut, type Gists, gistOf } from './gists.ts'
import { largest } from './largest.ts'
import { byNeighbourhood, type KeysOfProject, knownKeysOf, type OverlapIndex } from './overlap-index.ts'
import type { ProjectProfile } from './profile.ts'
import { type Weighed, weighProfiles } from './weigh-projects.ts'

/** A pair worth a look. `compareProjects` says why. */
export interface OverlapCandidate {
  readonly a: string
  readonly b: string
  readonly outcome: OverlapOutcome
  readonly leaning: ProjectComparison['leaning']
  readonly score: number
  /** 0 to 1: how much of their words, countries and time they have in common */
  readonly closeness: number
}

/** How much work one project may cause. */
interface Effort {
  /** entries of lists that are read */
  readonly entries: number
  /** projects whose closeness is seen */
  readonly seen: number
  /** projects that are weighed */
  readonly weighed: number
}

/** For one plan at a time, which a person waits for. */
const ONE_PLAN: Effort = { entries: 200_000, seen: 20_000, weighed: 2_000 }
/** Among few all are read and weighed; for more each reads and weighs fewer, down to a floor. */
const READ_FREELY = 20_000_000
const WEIGHED_FREELY = 200_000
const FEWEST: Effort = { entries: 2_000, seen: 80, weighed: 25 }

function effortAmong(projects: number): Effort {
  const forEach = (freely: number): number => Math.ceil(freely / Math.max(1, projects))
  return {
    entries: Math.max(FEWEST.entries, forEach(READ_FREELY)),
    seen: Math.max(FEWEST.seen, forEach(WEIGHED_FREELY)),
    weighed: Math.max(FEWEST.weighed, forEach(WEIGHED_FREELY)),
  }
}

/** The projects of the index that come closest to one, the closest first; one of its own id is left out. */
export function nearestTo(
  index: OverlapIndex,
  profile: ProjectProfile,
  most = 50,
): readonly ProjectProfile[] {
  const keys = knownKeysOf(profile, index)
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
   */
  found(): readonly OverlapCandidate[]
}

export function candidateSearch(index: OverlapIndex, most = 20): CandidateSearch {
  const order = inNeighbourhoods(index)
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

/** All positions, neighbours one after the other: what was read for one is still at hand for the next. */
function inNeighbourhoods({ positions, profiles }: OverlapIndex): readonly number[] {
  const placed = Array.from(positions.values()).flatMap((position) => {
    const profile = profiles[position]
    return profile ? [{ position, profile }] : []
  })
  placed.sort((one, other) => byNeighbourhood(one.profile, other.profile))
  return placed.map(({ position }) => position)
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
  /** by what the rule says, and still more by how much they have in common */
  readonly rank: number
}

/**
 * Room to count in, by position: one for all searches, all zero in between. With one of its own for each plan so much memory waits
 * to be given back that after some eighty plans the whole heap is gone through: half a second where 100,000 projects are kept.
 */
let room = { counts: new Float32Array(), touched: new Uint32Array(), left: new Uint32Array() }

function roomFor({ profiles: { length } }: OverlapIndex): typeof room {
  if (room.counts.length < length)
    room = {
      counts: new Float32Array(length),
      touched: new Uint32Array(length),
      left: new Uint32Array(length),
    }
  return room
}

function nearest(
  index: OverlapIndex,
  { profile, self, keys }: Asking,
  effort: Effort,
  most: number,
): readonly Found[] {
  const gist = gistOf(profile)
  const met = metMost(index, { keys, gist, self }, effort)
  const closest = closestOf(index, met, closenessTo(index, keys, gist, met), effort.weighed)
  const found: Found[] = []
  for (const [place, at] of closest.positions.entries()) {
    const other = index.profiles[at]
    if (!other) continue
    const weighed = weighProfiles(profile, other)
    if (weighed.leaning === 'unrelated') continue
    const closeness = closest.closeness[place] ?? 0
    found.push({ other, at, weighed, closeness, rank: BY_RULE * weighed.score + closeness })
  }
  return found
    .toSorted((one, two) => two.rank - one.rank || rankOf(index, one.at) - rankOf(index, two.at))
    .slice(0, most)
}

/** What the score of the rule counts beside closeness. */
const BY_RULE = 0.4

interface Closest {
  readonly positions: Uint32Array
  readonly closeness: Float32Array
}

/** Leaves the room as it was found, before anything else is done. */
function closestOf(index: OverlapIndex, met: Uint32Array, closeness: Float32Array, most: number): Closest {
  const { counts } = roomFor(index)
  for (let place = 0; place < met.length; place++) counts[met[place] ?? 0] = closeness[place] ?? 0
  const positions = largest(met, most, counts, index.ranks)
  const theirs = new Float32Array(positions.length)
  for (let place = 0; place < theirs.length; place++) theirs[place] = counts[positions[place] ?? 0] ?? 0
  for (let place = 0; place < met.length; place++) counts[met[place] ?? 0] = 0
  return { positions, closeness: theirs }
}

/** Of those met that nothing rules out, those met most. Leaves the room as it was found, before anything else is done. */
function metMost(
  index: OverlapIndex,
  { keys, gist, self }: { readonly keys: KeysOfProject; readonly gist: Gists; readonly self: number },
  { entries, seen }: Effort,
): Uint32Array {
  const { counts, touched, left } = roomFor(index)
  const many = meet(index, keys, entries)
  let some = 0
  for (let place = 0; place < many; place++) {
    const at = touched[place] ?? 0
    if (at !== self && !areRuledOut(gist, index.gists, at)) left[some++] = at
  }
  const positions = largest(left.subarray(0, some), seen, counts, index.ranks)
  for (let place = 0; place < many; place++) counts[touched[place] ?? 0] = 0
  return positions
}

const NOBODY = new Uint32Array()
/** Less than any key is worth: who is met at all counts as met. */
const A_TRACE = 1e-6

/** Adds up in the room what each project met is worth, until so many entries are read. @returns how many were met */
function meet(index: OverlapIndex, { numbers, shares }: KeysOfProject, entries: number): number {
  const { counts, touched } = roomFor(index)
  const listAt = (at: number): Uint32Array => index.lists[numbers[at] ?? 0] ?? NOBODY
  // the shortest list first; of those as long as each other the one that the profile gives first
  const order = new Float64Array(numbers.length)
  for (let at = 0; at < order.length; at++) order[at] = listAt(at).length * order.length + at
  order.sort()
  let many = 0
  let left = entries
  for (let place = 0; place < order.length; place++) {
    const at = (order[place] ?? 0) % order.length
    const list = listAt(at)
    if (list.length === 0) continue
    left -= list.length
    if (left < 0) break
    const worth = A_TRACE + (shares[at] ?? 0) * Math.log((index.positions.size + 1) / list.length)
    for (let entry = 0; entry < list.length; entry++) {
      const project = list[entry] ?? 0
      const before = counts[project] ?? 0
      if (before === 0) touched[many++] = project
      counts[project] = before + worth
    }
  }
  return many
}
