/**
 * One picture of it all: goal by goal the texts that say what is wanted, the instruments, what is done and what was
 * promised, each marked where it is late, lonely or doubled, or where nobody can tell.
 *
 * Pure: takes what a reader sees, in any order, and answers for nothing else.
 *
 * Rules: docs/rules/portfolio.md, GOL-02 to GOL-07. Next door: `goal.ts`, `timing.ts`, `doubles.ts`.
 */
import type { PictureLayer, RecordKind } from '../record-kind.ts'
import type { Double } from './doubles.ts'
import { facetOfRule, type Goal, type GoalLink } from './goal.ts'
import { type Named, namesIn } from './named-records.ts'
import type { Timing } from './timing.ts'

/** What the picture is told of a record. */
export interface PicturedRecord {
  readonly entity: string
  readonly kind: string
  /** its words, and the records and norms that it names, as `property=value` */
  readonly facets: readonly string[]
  readonly timing: Timing | null
}

/** Why a record counts: somebody said so; a rule of the goal; what it names counts. */
export type GoalGround =
  | { readonly how: 'said'; readonly link: string }
  | { readonly how: 'rule'; readonly rule: number }
  | { readonly how: 'through'; readonly property: string; readonly record: string }

export interface GoalClaim {
  readonly goal: string
  readonly grounds: readonly GoalGround[]
  /** some say that it does not serve the goal */
  readonly contested: boolean
}

export interface PlacedRecord {
  readonly entity: string
  readonly kind: string
  readonly layer: PictureLayer
  /** in the order of the goals; none: it counts for no goal */
  readonly claims: readonly GoalClaim[]
  /** goals that people say it does not serve */
  readonly setAside: readonly string[]
  readonly timing: Timing | null
  /** it names no other record and no norm, and no other record names it */
  readonly lonely: boolean
  readonly doubles: readonly Double[]
  /** records of the picture that it names or that name it */
  readonly linked: readonly string[]
}

export interface GoalsInput {
  readonly kinds: readonly RecordKind[]
  /** in the order in which they are shown */
  readonly goals: readonly Goal[]
  readonly links: readonly GoalLink[]
  readonly records: readonly PicturedRecord[]
  /** what any record that the reader sees names, whether it is in the picture or not */
  readonly pointedAt: ReadonlySet<string>
  readonly doubles: ReadonlyMap<string, readonly Double[]>
}

/** What a figure of the picture can be narrowed to. `perhaps-doubled`: the search says so, and nobody has judged. */
export const PICTURE_MARKS = ['late', 'cannot-tell', 'lonely', 'doubled', 'perhaps-doubled'] as const
export type PictureMark = (typeof PICTURE_MARKS)[number]

/** How many records there are, and how many bear each mark. */
export interface GoalCell extends Readonly<Record<PictureMark, number>> {
  readonly total: number
}
export type GoalCells = Readonly<Record<PictureLayer, GoalCell>>

/** One for all of which there is none: among many records that is most of them. */
const NONE: readonly never[] = []

/** GOL-02 to GOL-06: every record of a kind in the picture, in the order given. */
export function layOutGoals(input: GoalsInput): readonly PlacedRecord[] {
  const byKind = new Map(input.kinds.map((kind) => [kind.id, kind]))
  const records = input.records.filter(({ kind }) => byKind.get(kind)?.picture !== undefined)
  const known = new Set(records.map(({ entity }) => entity))
  const places = new Map(input.goals.map(({ entity }, place) => [entity, place]))
  const namesOf = namesIn(input.kinds)
  const named = new Map(records.map((record) => [record.entity, namesOf(record)]))
  const linked = neighbours(named, known)
  const { grounds, setAside, contested } = claimsOf(input, records, byKind, named)
  return records.map(({ entity, kind, timing }): PlacedRecord => {
    const own = grounds.get(entity)
    const doubted = contested.get(entity)
    const away = setAside.get(entity)
    const links = linked.get(entity)
    return {
      entity,
      kind,
      layer: byKind.get(kind)?.picture?.layer ?? 'activity',
      claims: own
        ? [...own]
            .toSorted(([one], [other]) => (places.get(one) ?? 0) - (places.get(other) ?? 0))
            .map(([goal, why]) => ({ goal, grounds: why, contested: doubted?.has(goal) === true }))
        : NONE,
      setAside: away ? input.goals.flatMap(({ entity: goal }) => (away.has(goal) ? [goal] : [])) : NONE,
      timing,
      lonely: (named.get(entity) ?? NONE).length === 0 && !input.pointedAt.has(entity) && !links,
      doubles: input.doubles.get(entity) ?? NONE,
      linked: links ? [...links].toSorted() : NONE,
    }
  })
}

export function hasMark({ timing, lonely, doubles }: PlacedRecord, mark: PictureMark): boolean {
  if (mark === 'lonely') return lonely
  if (mark === 'doubled') return doubles.some(({ confirmed }) => confirmed)
  if (mark === 'perhaps-doubled') return doubles.length > 0 && !doubles.some(({ confirmed }) => confirmed)
  return timing === mark
}

const emptyCell = () => ({
  total: 0,
  late: 0,
  'cannot-tell': 0,
  lonely: 0,
  doubled: 0,
  'perhaps-doubled': 0,
})

/** GOL-07: how much there is by layer; a record that serves two goals is counted with both. */
export function countCells(records: readonly PlacedRecord[]): GoalCells {
  const cells = {
    strategy: emptyCell(),
    instrument: emptyCell(),
    activity: emptyCell(),
    commitment: emptyCell(),
  }
  for (const record of records) {
    const cell = cells[record.layer]
    cell.total += 1
    for (const mark of PICTURE_MARKS) if (hasMark(record, mark)) cell[mark] += 1
  }
  return cells
}

/** The records by goal, of no goal under null; a record that serves two goals stands with both. */
export function recordsByGoal(
  records: readonly PlacedRecord[],
): ReadonlyMap<string | null, readonly PlacedRecord[]> {
  const byGoal = new Map<string | null, PlacedRecord[]>()
  const add = (goal: string | null, record: PlacedRecord): void => {
    const own = byGoal.get(goal)
    if (own) own.push(record)
    else byGoal.set(goal, [record])
  }
  for (const record of records) {
    if (record.claims.length === 0) add(null, record)
    for (const { goal } of record.claims) add(goal, record)
  }
  return byGoal
}

/** GOL-05: both ends of each link between records of the picture. */
function neighbours(
  named: ReadonlyMap<string, readonly Named[]>,
  known: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const linked = new Map<string, Set<string>>()
  const add = (one: string, other: string) => {
    const own = linked.get(one) ?? new Set<string>()
    linked.set(one, own.add(other))
  }
  for (const [entity, values] of named) {
    for (const { value } of values) {
      if (!known.has(value)) continue
      add(entity, value)
      add(value, entity)
    }
  }
  return linked
}

interface Claims {
  /** by record and goal */
  readonly grounds: ReadonlyMap<string, ReadonlyMap<string, readonly GoalGround[]>>
  readonly setAside: ReadonlyMap<string, ReadonlySet<string>>
  /** by record, of which goals people say both */
  readonly contested: ReadonlyMap<string, ReadonlySet<string>>
}

function claimsOf(
  { goals, links }: GoalsInput,
  records: readonly PicturedRecord[],
  byKind: ReadonlyMap<string, RecordKind>,
  named: ReadonlyMap<string, readonly Named[]>,
): Claims {
  const grounds = new Map<string, Map<string, GoalGround[]>>()
  const setAside = new Map<string, Set<string>>()
  const contested = new Map<string, Set<string>>()
  const known = new Set(records.map(({ entity }) => entity))
  const isGoal = new Set(goals.map(({ entity }) => entity))
  /** what counts and has not passed it on yet */
  const fresh: (readonly [record: string, goal: string])[] = []
  const claim = (record: string, goal: string, ground: GoalGround): void => {
    if (setAside.get(record)?.has(goal)) return
    const own = grounds.get(record) ?? new Map<string, GoalGround[]>()
    grounds.set(record, own)
    const why = own.get(goal)
    if (why) why.push(ground)
    else {
      own.set(goal, [ground])
      fresh.push([record, goal])
    }
  }

  const said = Map.groupBy(
    links.filter(({ record, goal }) => known.has(record) && isGoal.has(goal)),
    ({ record, goal }) => `${record} ${goal}`,
  )
  for (const own of said.values()) {
    const [first] = own
    if (!first) continue
    const { record, goal } = first
    const words = new Set(own.flatMap(({ says }) => says))
    if (!words.has('yes')) setAside.set(record, (setAside.get(record) ?? new Set<string>()).add(goal))
    else if (words.has('no')) contested.set(record, (contested.get(record) ?? new Set<string>()).add(goal))
    for (const { entity, says } of own.toSorted((a, b) => (a.entity < b.entity ? -1 : 1)))
      if (says.includes('yes')) claim(record, goal, { how: 'said', link: entity })
  }

  const ofKind = rulesByKind(goals)
  for (const { entity, kind, facets } of records) {
    const byFacet = ofKind.get(kind)
    if (!byFacet) continue
    const found = [null, ...facets].flatMap((one) => byFacet.get(one) ?? NONE)
    for (const { goal, rule } of found.toSorted((a, b) => a.rule - b.rule))
      claim(entity, goal, { how: 'rule', rule })
  }

  const followers = new Map<string, { readonly record: string; readonly property: string }[]>()
  for (const { entity, kind } of records) {
    const through = byKind.get(kind)?.picture?.through ?? []
    for (const { property, value } of named.get(entity) ?? []) {
      if (!through.includes(property)) continue
      const own = followers.get(value)
      if (own) own.push({ record: entity, property })
      else followers.set(value, [{ record: entity, property }])
    }
  }
  for (let next = fresh.pop(); next; next = fresh.pop()) {
    const [record, goal] = next
    for (const follower of followers.get(record) ?? [])
      claim(follower.record, goal, { how: 'through', property: follower.property, record })
  }
  for (const own of grounds.values()) for (const why of own.values()) why.sort(inOrder)
  return { grounds, setAside, contested }
}

const HOW = ['said', 'rule', 'through'] as const

/** What people say first, then rules, then what follows; the same whatever came first. */
function inOrder(a: GoalGround, b: GoalGround): number {
  const byHow = HOW.indexOf(a.how) - HOW.indexOf(b.how)
  if (byHow !== 0) return byHow
  if (a.how === 'rule' && b.how === 'rule') return a.rule - b.rule
  const key = (ground: GoalGround) =>
    ground.how === 'through'
      ? `${ground.property} ${ground.record}`
      : ground.how === 'said'
        ? ground.link
        : ''
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
}

interface RuleOfGoal {
  readonly goal: string
  readonly rule: number
}

/** The rules by kind, and under what they look for: a facet, or null for all of the kind. */
function rulesByKind(
  goals: readonly Goal[],
): ReadonlyMap<string, ReadonlyMap<string | null, readonly RuleOfGoal[]>> {
  const all = goals.flatMap(({ entity: goal, rules }) =>
    rules.map((one, rule) => ({ goal, rule, kind: one.kind, wanted: facetOfRule(one) })),
  )
  return new Map(
    [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, own]) => [
      kind,
      Map.groupBy(own, ({ wanted }) => wanted),
    ]),
  )
}
