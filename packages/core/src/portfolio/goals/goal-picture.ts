/**
 * One picture of it all, changed in place: of a change only what it touches is placed anew, however much there is.
 *
 * A record that comes, goes or changes touches what it names and what names it, and, where its kind passes goals on, what follows
 * from it. Changed step by step it is the one that is laid out anew; held by `goal-picture.test.ts`.
 *
 * Rules: docs/rules/portfolio.md, GOL-02 to GOL-07. Next door: `goal-claims.ts`.
 */
import type { RecordKind } from '../record-kind.ts'
import type { Double } from './doubles.ts'
import type { Goal, GoalLink } from './goal.ts'
import { groundsInOrder, type OwnClaims, ownClaimsIn } from './goal-claims.ts'
import { type Faceted, isJudging, type Named, namesIn } from './named-records.ts'
import {
  copyOf,
  type CountedCells,
  countIn,
  type GoalCells,
  type GoalGround,
  noCells,
  type PicturedRecord,
  type PlacedRecord,
} from './placed-record.ts'

/** What changed for whoever looks at the picture. */
export interface PictureChange {
  /** all that was seen and is no more, or not as it was, of whatever kind */
  readonly gone: readonly Faceted[]
  /** all that is seen now and was not, or not as it is */
  readonly come: readonly Faceted[]
  /** of what came, what is in the picture */
  readonly pictured: readonly PicturedRecord[]
  /** all of them, whether they changed or not */
  readonly links: readonly GoalLink[]
  readonly doubles: ReadonlyMap<string, readonly Double[]>
}

interface Entry {
  readonly record: PicturedRecord
  readonly named: readonly Named[]
  readonly claims: OwnClaims
}

interface Relinked {
  readonly lost: Set<string>
  readonly found: Set<string>
}

/** One for all of which there is none: among many records that is most of them. */
const NONE: readonly never[] = []

export class GoalPicture {
  readonly #kinds: ReadonlyMap<string, RecordKind>
  readonly #goals: readonly string[]
  readonly #namesOf: ReturnType<typeof namesIn>
  readonly #ownClaimsOf: ReturnType<typeof ownClaimsIn>
  readonly #entries = new Map<string, Entry>()
  /** which records of the picture name something */
  readonly #namers = new Map<string, Set<string>>()
  /** by how many records something is named, in the picture or not */
  readonly #pointers = new Map<string, number>()
  /** both ends of each link between records of the picture, in order */
  readonly #linked = new Map<string, readonly string[]>()
  readonly #placed = new Map<string, PlacedRecord>()
  readonly #cells = new Map<string | null, CountedCells>()
  #said: ReadonlyMap<string, readonly GoalLink[]> = new Map()
  #doubles: ReadonlyMap<string, readonly Double[]> = new Map()

  /** An empty picture. @param goals in the order in which they are shown */
  constructor(kinds: readonly RecordKind[], goals: readonly Goal[]) {
    this.#kinds = new Map(kinds.map((kind) => [kind.id, kind]))
    this.#goals = goals.map(({ entity }) => entity)
    this.#namesOf = namesIn(kinds)
    this.#ownClaimsOf = ownClaimsIn(goals)
  }

  /** Where a record stands; none that is not in the picture. */
  placed(entity: string): PlacedRecord | undefined {
    return this.#placed.get(entity)
  }

  /** GOL-07: the figures of a goal; those of no goal where none is named. */
  cells(goal: string | null): GoalCells {
    return copyOf(this.#cells.get(goal) ?? noCells())
  }

  /** Everything stands as it does after that. */
  change({ gone, come, pictured, links, doubles }: PictureChange): void {
    const touched = new Set([...this.#point(gone, -1), ...this.#point(come, 1)])
    const said = Map.groupBy(
      links.toSorted((a, b) => (a.entity < b.entity ? -1 : 1)),
      ({ record }) => record,
    )
    const moved = changedIn(this.#said, said)
    this.#said = said
    for (const entity of changedIn(this.#doubles, doubles)) touched.add(entity)
    this.#doubles = doubles
    const relinked = new Map<string, Relinked>()
    for (const { entity } of gone) {
      if (this.#remove(entity, relinked)) moved.add(entity)
    }
    for (const record of pictured) {
      if (!this.#kinds.get(record.kind)?.picture) continue
      this.#remove(record.entity, relinked)
      this.#add(record)
      moved.add(record.entity)
    }
    for (const { entity } of pictured) this.#link(entity, relinked)
    for (const entity of this.#relink(relinked)) touched.add(entity)
    for (const entity of this.#claim(moved)) touched.add(entity)
    for (const entity of touched) this.#place(entity)
  }

  /** Counts what they name. @returns what that is */
  #point(records: readonly Faceted[], by: 1 | -1): ReadonlySet<string> {
    const named = new Set<string>()
    for (const record of records) {
      if (isJudging(record.kind)) continue
      for (const { value } of this.#namesOf(record)) {
        const count = (this.#pointers.get(value) ?? 0) + by
        if (count > 0) this.#pointers.set(value, count)
        else this.#pointers.delete(value)
        named.add(value)
      }
    }
    return named
  }

  /** @returns whether it was there */
  #remove(entity: string, relinked: Map<string, Relinked>): boolean {
    const entry = this.#entries.get(entity)
    if (!entry) return false
    this.#entries.delete(entity)
    for (const { value } of entry.named) {
      const namers = this.#namers.get(value)
      namers?.delete(entity)
      if (namers?.size === 0) this.#namers.delete(value)
    }
    for (const other of this.#linked.get(entity) ?? NONE) {
      relinkedOf(relinked, other).lost.add(entity)
      relinkedOf(relinked, entity).lost.add(other)
    }
    return true
  }

  #add(record: PicturedRecord): void {
    const { entity } = record
    const named = this.#namesOf(record)
    this.#entries.set(entity, { record, named, claims: NO_CLAIMS })
    for (const { value } of named) {
      const namers = this.#namers.get(value)
      if (namers) namers.add(entity)
      else this.#namers.set(value, new Set([entity]))
    }
  }

  /** GOL-05: what it names and what names it, of what is in the picture. */
  #link(entity: string, relinked: Map<string, Relinked>): void {
    const others = [
      ...(this.#entries.get(entity)?.named ?? NONE).map(({ value }) => value),
      ...(this.#namers.get(entity) ?? NONE),
    ]
    for (const other of others) {
      if (!this.#entries.has(other) || !this.#entries.has(entity)) continue
      relinkedOf(relinked, entity).found.add(other)
      relinkedOf(relinked, other).found.add(entity)
    }
  }

  /** @returns the records whose links changed */
  #relink(relinked: ReadonlyMap<string, Relinked>): Iterable<string> {
    for (const [entity, { lost, found }] of relinked) {
      const kept = (this.#linked.get(entity) ?? NONE).filter((one) => !lost.has(one) && !found.has(one))
      const linked = [...kept, ...found].toSorted()
      if (linked.length > 0) this.#linked.set(entity, linked)
      else this.#linked.delete(entity)
    }
    return relinked.keys()
  }

  /** GOL-02, GOL-03: of these and of all that follows from them, what counts. @returns all of them */
  #claim(moved: ReadonlySet<string>): ReadonlySet<string> {
    const following = new Set(moved)
    for (const entity of following) for (const { record } of this.#followersOf(entity)) following.add(record)
    /** what counts and has not passed it on yet */
    const fresh: (readonly [record: string, goal: string])[] = []
    for (const entity of following) {
      const entry = this.#entries.get(entity)
      if (!entry) continue
      const claims = this.#ownClaimsOf(entry.record, this.#said.get(entity) ?? NONE)
      this.#entries.set(entity, { ...entry, claims })
      for (const goal of claims.grounds.keys()) fresh.push([entity, goal])
    }
    const pass = (record: string, goal: string, to: Follower): void => {
      const claims = this.#entries.get(to.record)?.claims
      if (!claims || claims.setAside.has(goal)) return
      const ground: GoalGround = { how: 'through', property: to.property, record }
      const why = claims.grounds.get(goal)
      if (why) {
        why.push(ground)
        return
      }
      claims.grounds.set(goal, [ground])
      fresh.push([to.record, goal])
    }
    // what is not touched itself passes on what it always did
    for (const entity of following) {
      for (const { property, value } of this.#passedOnTo(entity)) {
        if (following.has(value)) continue
        for (const goal of this.#entries.get(value)?.claims.grounds.keys() ?? NONE)
          pass(value, goal, { record: entity, property })
      }
    }
    for (let next = fresh.pop(); next; next = fresh.pop()) {
      const [record, goal] = next
      for (const follower of this.#followersOf(record)) pass(record, goal, follower)
    }
    for (const entity of following)
      for (const why of this.#entries.get(entity)?.claims.grounds.values() ?? NONE) why.sort(groundsInOrder)
    return following
  }

  /** What counts for the goals of something because it names it. */
  *#followersOf(entity: string): Iterable<Follower> {
    for (const record of this.#namers.get(entity) ?? NONE)
      for (const { property, value } of this.#passedOnTo(record))
        if (value === entity) yield { record, property }
  }

  /** By what a record counts for what it names. */
  #passedOnTo(entity: string): readonly Named[] {
    const entry = this.#entries.get(entity)
    const through = entry && this.#kinds.get(entry.record.kind)?.picture?.through
    return entry && through ? entry.named.filter(({ property }) => through.includes(property)) : NONE
  }

  #place(entity: string): void {
    const before = this.#placed.get(entity)
    if (before) this.#count(before, -1)
    const entry = this.#entries.get(entity)
    if (!entry) {
      this.#placed.delete(entity)
      return
    }
    const { record, named, claims } = entry
    const linked = this.#linked.get(entity) ?? NONE
    const placed: PlacedRecord = {
      entity,
      kind: record.kind,
      layer: this.#kinds.get(record.kind)?.picture?.layer ?? 'activity',
      claims:
        claims.grounds.size === 0
          ? NONE
          : this.#goals.flatMap((goal) => {
              const grounds = claims.grounds.get(goal)
              return grounds ? [{ goal, grounds, contested: claims.contested.has(goal) }] : []
            }),
      setAside: claims.setAside.size === 0 ? NONE : this.#goals.filter((goal) => claims.setAside.has(goal)),
      timing: record.timing,
      lonely: named.length === 0 && linked.length === 0 && !this.#pointers.has(entity),
      doubles: this.#doubles.get(entity) ?? NONE,
      linked,
    }
    this.#placed.set(entity, placed)
    this.#count(placed, 1)
  }

  #count(record: PlacedRecord, by: 1 | -1): void {
    const goals = record.claims.length === 0 ? [null] : record.claims.map(({ goal }) => goal)
    for (const goal of goals) {
      const cells = this.#cells.get(goal) ?? noCells()
      this.#cells.set(goal, cells)
      countIn(cells, record, by)
    }
  }
}

interface Follower {
  readonly record: string
  readonly property: string
}

const NO_CLAIMS: OwnClaims = { grounds: new Map(), setAside: new Set(), contested: new Set() }

function relinkedOf(relinked: Map<string, Relinked>, entity: string): Relinked {
  const known = relinked.get(entity)
  if (known) return known
  const made: Relinked = { lost: new Set(), found: new Set() }
  relinked.set(entity, made)
  return made
}

/** Of what something else is said than before. */
function changedIn<One>(
  before: ReadonlyMap<string, readonly One[]>,
  after: ReadonlyMap<string, readonly One[]>,
): Set<string> {
  const isSame = (entity: string) =>
    JSON.stringify(before.get(entity) ?? NONE) === JSON.stringify(after.get(entity) ?? NONE)
  return new Set([...before.keys(), ...after.keys()].filter((entity) => !isSame(entity)))
}
