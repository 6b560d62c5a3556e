/**
 * Many projects at once, laid out by what they have in common, so that those near to one are found without comparing all
 * with all.
 *
 * Each project stands in the list of each of its keys (`blocking-keys.ts`). An index is a value: a project that changes gives
 * another index, which shares all lists but those of that project's keys, and is the same as one laid out anew: nothing that
 * is found rests on the order in which projects came. Next door: `candidates.ts` searches it.
 */
import { blockingKeys } from './blocking-keys.ts'
import { changedGists, type Gists, gistsOf } from './gists.ts'
import type { OverlapContext, ProjectProfile } from './profile.ts'

export interface OverlapIndex {
  readonly context: OverlapContext
  /** by position; null where a project was taken out */
  readonly profiles: readonly (ProjectProfile | null)[]
  readonly gists: Gists
  readonly positions: ReadonlyMap<string, number>
  /** of each position, which stands first: in the order of ids */
  readonly ranks: Uint32Array
  /** the keys of each position, in the order in which its profile gives them */
  readonly keys: readonly KeysOfProject[]
  /** number of each key; shared with the indices that came of changes, which have lists for more of them or fewer */
  readonly numbers: Map<string, number>
  /** by number of key, the positions of its projects */
  readonly lists: readonly (Uint32Array | undefined)[]
}

/** Numbers of keys, and how much of its kind each is. */
export interface KeysOfProject {
  readonly numbers: Uint32Array
  readonly shares: Float32Array
  /** so many come first, and are those of countries */
  readonly countries: number
  /** so many come next, and are those of words */
  readonly words: number
}

const NO_KEYS: KeysOfProject = {
  numbers: new Uint32Array(),
  shares: new Float32Array(),
  countries: 0,
  words: 0,
}
/** The number of a key that no project of the index has: it has no list. */
const ON_NO_LIST = 2 ** 32 - 1
const NOBODY = new Uint32Array()

/** projects in one step */
const STEP = 200

/** Reads the keys of every project once and lays out the lists, in steps, so that others can have their turn in between. */
export function* indexInSteps(
  profiles: readonly ProjectProfile[],
  context: OverlapContext,
): Generator<void, OverlapIndex> {
  const ordered = profiles.toSorted(byNeighbourhood)
  const numbers = new Map<string, number>()
  const keys: KeysOfProject[] = []
  const sizes: number[] = []
  for (const [position, profile] of ordered.entries()) {
    if (position % STEP === STEP - 1) yield
    const own = keysOf(profile, (key) => numbered(key, numbers))
    for (const number of own.numbers) sizes[number] = (sizes[number] ?? 0) + 1
    keys.push(own)
  }
  const lists = sizes.map((size) => new Uint32Array(size))
  const filled = new Uint32Array(lists.length)
  for (const [position, own] of keys.entries()) {
    if (position % STEP === STEP - 1) yield
    for (const number of own.numbers) {
      const at = filled[number] ?? 0
      const list = lists[number]
      if (list) list[at] = position
      filled[number] = at + 1
    }
  }
  return {
    context,
    profiles: ordered,
    gists: gistsOf(ordered),
    positions: new Map(ordered.map(({ facts: { id } }, position) => [id, position])),
    ranks: ranksOf(ordered),
    keys,
    numbers,
    lists,
  }
}

/** The index with some projects taken out, and some put in or, where it has one of their id, in its place. */
export function changedIndex(
  index: OverlapIndex,
  removed: Iterable<string>,
  added: Iterable<ProjectProfile>,
): OverlapIndex {
  const profiles = [...index.profiles]
  const positions = new Map(index.positions)
  const keys = [...index.keys]
  const { numbers } = index
  const lists = [...index.lists]
  const filled: number[] = []
  let { ranks } = index
  const takeOut = (position: number): void => {
    for (const number of keys[position]?.numbers ?? [])
      lists[number] = (lists[number] ?? NOBODY).filter((one) => one !== position)
    profiles[position] = null
    keys[position] = NO_KEYS
  }
  for (const id of removed) {
    const position = positions.get(id)
    if (position === undefined) continue
    takeOut(position)
    positions.delete(id)
  }
  for (const profile of added) {
    const { id } = profile.facts
    const known = positions.get(id)
    const position = known ?? profiles.length
    if (known === undefined) ranks = withRank(ranks, positions, id)
    else takeOut(known)
    positions.set(id, position)
    profiles[position] = profile
    filled.push(position)
    const own = keysOf(profile, (key) => numbered(key, numbers))
    keys[position] = own
    for (const number of own.numbers) lists[number] = withOne(lists[number] ?? NOBODY, position)
  }
  return {
    context: index.context,
    profiles,
    gists: changedGists(index.gists, profiles, filled),
    positions,
    ranks,
    keys,
    numbers,
    lists,
  }
}

/** The keys of a project as the index knows them; those of nobody in it have no list. */
export function knownKeysOf(profile: ProjectProfile, { numbers }: OverlapIndex): KeysOfProject {
  return keysOf(profile, (key) => numbers.get(key) ?? ON_NO_LIST)
}

function keysOf(profile: ProjectProfile, numberOf: (key: string) => number): KeysOfProject {
  const keys = blockingKeys(profile)
  return {
    numbers: Uint32Array.from(keys, ({ key }) => numberOf(key)),
    shares: Float32Array.from(keys, ({ share }) => share),
    countries: profile.places.countries.length,
    words: profile.stems.length,
  }
}

/** @param numbers of the keys that are known; gets the key if it is not */
function numbered(key: string, numbers: Map<string, number>): number {
  let number = numbers.get(key)
  if (number === undefined) numbers.set(key, (number = numbers.size))
  return number
}

/** With the rank of one more, whose position is the next: all that stand behind it move on. */
function withRank(ranks: Uint32Array, positions: ReadonlyMap<string, number>, id: string): Uint32Array {
  let own = 0
  for (const [other, position] of positions) if (other < id) own = Math.max(own, (ranks[position] ?? 0) + 1)
  return withOne(
    ranks.map((rank) => (rank < own ? rank : rank + 1)),
    own,
  )
}

function withOne(list: Uint32Array, one: number): Uint32Array {
  const longer = new Uint32Array(list.length + 1)
  longer.set(list)
  longer[list.length] = one
  return longer
}

/**
 * Those of one country and time beside each other, so that what one meets lies together, and is still at hand for the next:
 * half the time among 100,000.
 */
export function byNeighbourhood(one: ProjectProfile, other: ProjectProfile): number {
  const [here, there] = [one.places.countries[0] ?? '', other.places.countries[0] ?? '']
  if (here !== there) return here < there ? -1 : 1
  return (one.period.startEarliest ?? 0) - (other.period.startEarliest ?? 0) || byId(one, other)
}

/** Of each position, which stands first in the order of ids. */
function ranksOf(profiles: readonly ProjectProfile[]): Uint32Array {
  const ranks = new Uint32Array(profiles.length)
  const placed = profiles.map((profile, position) => ({ profile, position }))
  placed.sort((one, other) => byId(one.profile, other.profile))
  for (const [rank, { position }] of placed.entries()) ranks[position] = rank
  return ranks
}

function byId({ facts: { id: one } }: ProjectProfile, { facts: { id: other } }: ProjectProfile): number {
  return one < other ? -1 : one > other ? 1 : 0
}
