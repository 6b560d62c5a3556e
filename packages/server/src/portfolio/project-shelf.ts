/**
 * The projects that a reader may see, read for comparison, with an index over them; kept until one of them changes.
 *
 * Kept by what is seen, whoever sees it (docs/decisions/0007-kept-by-what-was-seen.md): two readers who see the same projects
 * share one index, and no index holds anything that its reader may not see.
 *
 * Next door: `overlap-desk.ts`, `../dossier/made-of-statements.ts`; core's `portfolio/overlap`.
 */
import { createHash } from 'node:crypto'
import type { OverlapProject } from '@demarche/api'
import {
  candidateSearch,
  changedIndex,
  comparedProject,
  type ComparedProject,
  compareOnRecord,
  type CountryGroup,
  indexInSteps,
  inListOrder,
  type Money,
  moneySchema,
  type OrderedPair,
  type OverlapContext,
  overlapContext,
  type OverlapIndex,
  type OverlapOutcome,
  type PortfolioRecord,
  PROJECT_KIND,
  projectOf,
  knownBy,
  readRecord,
  type RecordKind,
  valuesOf,
  wordsIn,
} from '@demarche/core'
import type { KindSeen, LedgerView, Reader, Store } from '@demarche/store'
import { keepLast } from '../keep-last.ts'
import { keepWhatIsMade, type MadeOfStatements } from '../dossier/made-of-statements.ts'

export interface ShelvedProject extends ComparedProject {
  readonly shown: OverlapProject
  /** every amount that a source gives, of the whole project */
  readonly budgets: readonly Money[]
}

export interface RankedPair {
  readonly a: ShelvedProject
  readonly b: ShelvedProject
  readonly outcome: OverlapOutcome
}

export interface ProjectShelf {
  readonly asOf: string
  readonly context: OverlapContext
  readonly index: OverlapIndex
  readonly projects: ReadonlyMap<string, ShelvedProject>
  /** all pairs worth a look, in the order of the list; found once, in portions */
  pairs(): Promise<readonly RankedPair[]>
}

export type ProjectShelves = (reader: Reader, asOf: string) => Promise<ProjectShelf>

/** indices that are kept: of the sights of different readers, and of days asked for */
const MOST_SHELVES = 6
const MOST_VERSIONS = 64
const MOST_DAYS = 3
/** of so many projects or fewer an index is changed; beyond that a new one is laid out */
const MOST_CHANGED = 200
/** times that somebody waits for what another is filling; then an own one is filled */
const MOST_WAITS = 2
/** projects looked around before others get their turn */
const PORTION = 100

export function openProjectShelves(
  store: Pick<Store, 'as'>,
  kind: RecordKind,
  groups: readonly CountryGroup[],
): ProjectShelves {
  let context: OverlapContext | undefined
  const tables = (): OverlapContext => (context ??= overlapContext())
  /** null for a project of which nothing was known on the day */
  const readers = new Map<string, MadeOfStatements<ShelvedProject | null>>()
  const shelves = new Map<string, ProjectShelf>()
  /** those that somebody is filling: whoever sees the same waits first: it may be theirs */
  const filling = new Map<string, Promise<ProjectShelf>>()
  /** under which digest of projects a version of all that is seen stands */
  const versions = new Map<string, string>()

  const readOn = (asOf: string): MadeOfStatements<ShelvedProject | null> => {
    const read =
      readers.get(asOf) ??
      keepWhatIsMade((entity, statements): ShelvedProject | null => {
        if (knownBy(statements, { saidBy: asOf }).length === 0) return null
        const record = readRecord({ kind, entity, statements, asOf })
        return {
          ...comparedProject(projectOf(record, groups), tables()),
          shown: shownOf(record),
          budgets: valuesOf(record, 'budget').flatMap((value) => moneySchema.safeParse(value).data ?? []),
        }
      })
    keepLast(readers, asOf, read, MOST_DAYS)
    return read
  }

  const fill = async (
    view: LedgerView,
    { version, digests }: KindSeen,
    key: string,
    asOf: string,
  ): Promise<ProjectShelf> => {
    const { made, asAsked } = await readOn(asOf)(view, digests)
    const known = [...made].flatMap(([entity, one]) => (one ? [[entity, one] as const] : []))
    const projects = new Map(known)
    const index = nearestIndex([...shelves.values()], asOf, projects) ?? (await laidOut(projects, tables()))
    const shelf = shelfOf(asOf, index, projects)
    // what was recorded meanwhile is in it already: it is not what that version means
    if (asAsked) {
      keepLast(shelves, key, shelf, MOST_SHELVES)
      keepLast(versions, `${asOf} ${version}`, key, MOST_VERSIONS)
    }
    return shelf
  }

  const fillOnce = async (
    view: LedgerView,
    seen: KindSeen,
    key: string,
    asOf: string,
  ): Promise<ProjectShelf> => {
    const mine = fill(view, seen, key, asOf)
    filling.set(key, mine)
    try {
      return await mine
    } finally {
      if (filling.get(key) === mine) filling.delete(key)
    }
  }

  return async (reader, asOf) => {
    const view = store.as(reader)
    for (let waits = 0; ; waits += 1) {
      const now = versions.get(`${asOf} ${await view.version()}`)
      const known = now === undefined ? undefined : shelves.get(now)
      if (now !== undefined && known) {
        keepLast(shelves, now, known, MOST_SHELVES)
        return known
      }
      const seen = await view.kindSeen(PROJECT_KIND)
      const key = `${asOf} ${digestOf(seen.digests)}`
      const same = shelves.get(key)
      if (same) {
        keepLast(versions, `${asOf} ${seen.version}`, key, MOST_VERSIONS)
        return same
      }
      const underWay = filling.get(key)
      if (!underWay || waits === MOST_WAITS) return fillOnce(view, seen, key, asOf)
      // what comes of it is not taken from there: it may hold what its reader alone saw meanwhile
      await underWay.catch(() => undefined)
    }
  }
}

function laidOut(
  projects: ReadonlyMap<string, ShelvedProject>,
  context: OverlapContext,
): Promise<OverlapIndex> {
  const profiles = [...projects.values()].map(({ profile }) => profile)
  return inTurns(indexInSteps(profiles, context))
}

/**
 * The index of these projects made from one of others that differs little, the last that was asked for first; undefined where
 * none does. It is the same as one laid out anew, whoever saw what the other was made of.
 */
function nearestIndex(
  shelves: readonly ProjectShelf[],
  asOf: string,
  projects: ReadonlyMap<string, ShelvedProject>,
): OverlapIndex | undefined {
  for (const other of shelves.toReversed()) {
    if (other.asOf !== asOf) continue
    const removed = [...other.projects.keys()].filter((id) => !projects.has(id))
    const added = [...projects].filter(([id, project]) => other.projects.get(id) !== project)
    if (removed.length + added.length > MOST_CHANGED) continue
    return changedIndex(
      other.index,
      removed,
      added.map(([, { profile }]) => profile),
    )
  }
  return undefined
}

function shelfOf(
  asOf: string,
  index: OverlapIndex,
  projects: ReadonlyMap<string, ShelvedProject>,
): ProjectShelf {
  const { context } = index
  let found: Promise<readonly RankedPair[]> | undefined
  const find = async (): Promise<readonly RankedPair[]> => {
    const search = candidateSearch(index)
    while (search.read(PORTION)) await nextTurn()
    return search
      .found()
      .flatMap(({ a, b, outcome }): RankedPair[] => {
        const [one, other] = [projects.get(a), projects.get(b)]
        if (!one || !other) return []
        const isContested = one.project.readings.length > 1 || other.project.readings.length > 1
        return [
          { a: one, b: other, outcome: isContested ? compareOnRecord(one, other, context).outcome : outcome },
        ]
      })
      .toSorted(byListOrder)
  }
  return { asOf, context, index, projects, pairs: () => (found ??= find()) }
}

export function byListOrder(one: RankedPair, other: RankedPair): number {
  const ordered = ({ a, b, outcome }: RankedPair): OrderedPair => ({
    outcome,
    one: a.profile,
    other: b.profile,
  })
  return inListOrder(ordered(one), ordered(other))
}

function shownOf(record: PortfolioRecord): OverlapProject {
  return {
    entity: record.entity,
    name: record.name,
    marking: record.marking,
    start: wordsIn(record, 'start'),
    end: wordsIn(record, 'end'),
    countries: wordsIn(record, 'countries'),
    regions: wordsIn(record, 'regions'),
    themes: wordsIn(record, 'themes'),
    donors: wordsIn(record, 'donors'),
    implementers: wordsIn(record, 'implementers'),
  }
}

function digestOf(digests: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const [entity, digest] of digests) hash.update(`${entity} ${digest}\n`)
  return hash.digest('hex')
}

/** Goes through the steps, and lets others have their turn after each. */
async function inTurns<T>(steps: Generator<void, T>): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    await nextTurn()
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
