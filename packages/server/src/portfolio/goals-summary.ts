/**
 * The picture by goals of what a reader sees: which record counts for which goal, and how many in each cell.
 *
 * Laid out from what the ledger keeps beside each record (GOL-08); only records of which that cannot tell are read. Kept
 * for as long as the reader sees the same, and changed by what changed; whoever sees nearly the same shares it.
 *
 * Rests on: core's `portfolio/goals`. Next door: `known-goal.ts`; `goals-desk.ts` shows the records; `overlap-desk.ts` says what is doubled.
 */
import { type GoalsAnswer, NO_GOAL } from '@demarche/api'
import {
  doublesOf,
  facetsOf,
  type Double,
  type Goal,
  GOAL_KIND,
  GOAL_LINK_KIND,
  type GoalLink,
  goalLinkIn,
  GoalPicture,
  kindOfEntity,
  knownBy,
  PICTURE_LAYERS,
  type PicturedRecord,
  type PlacedRecord,
  type PortfolioRecord,
  readRecord,
  type RecordKind,
  recordsByGoal,
  SETTLED_FACETS,
  type Timing,
  timingOf,
  timingOfStated,
  valuesOf,
} from '@demarche/core'
import {
  type LedgerReader,
  type Reader,
  recordsChanged,
  type StatedRecord,
  type Store,
} from '@demarche/store'
import { keepWhatIsMade, type MadeOfStatements } from '../dossier/made-of-statements.ts'
import { keepLast } from '../keep-last.ts'
import { byNumber, type KnownGoal, knownGoal } from './known-goal.ts'
import type { OverlapDesk } from './overlap-desk.ts'

interface Parts {
  readonly store: Pick<Store, 'as'>
  readonly kinds: readonly RecordKind[]
  readonly overlaps: Pick<OverlapDesk, 'doubles'>
}

const MOST_SUMMARIES = 6
const MOST_PICTURES = 4
const MOST_DAYS = 2
/** A picture of which more differs is another one's. */
const MOST_CHANGED = 1000

/** The figures of the picture of what a reader sees on a day. */
export interface GoalsSummary {
  readonly asOf: string
  readonly goals: readonly KnownGoal[]
  readonly answer: GoalsAnswer
}

/** The records behind the figures, by goal, and by `none`. */
export interface GoalsWithRecords extends GoalsSummary {
  readonly records: ReadonlyMap<string, readonly PlacedRecord[]>
}

/** Asks on a day. @param search whether overlaps that nobody has found yet are searched for */
type AskOfPicture<Answer> = (reader: Reader, asOf: string, search: 'yes' | 'no') => Promise<Answer>

export interface SummariseGoals {
  readonly figures: AskOfPicture<GoalsSummary>
  readonly withRecords: AskOfPicture<GoalsWithRecords>
}

/** A picture, and what it is of. */
interface KeptPicture {
  readonly of: string
  readonly picture: GoalPicture
  stated: readonly StatedRecord[]
}

export function openGoalsSummary({ store, kinds, overlaps }: Parts): SummariseGoals {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const goalKind = kindOf(byId, GOAL_KIND)
  const linkKind = kindOf(byId, GOAL_LINK_KIND)
  const pictured = kinds
    .filter(({ picture }) => picture !== undefined)
    .toSorted((a, b) => layerOf(a) - layerOf(b))
  const whole = keepWhatIsMade((entity, statements) => ({ entity, statements }))
  const readers = new Map<string, MadeOfStatements<PicturedRecord>>()
  const summaries = new Map<string, GoalsSummary & Partial<GoalsWithRecords>>()
  let pictures: readonly KeptPicture[] = []

  const readersOn = (day: string): MadeOfStatements<PicturedRecord> => {
    const read =
      readers.get(day) ??
      keepWhatIsMade((entity, statements): PicturedRecord => {
        const kind = kindOf(byId, kindOfEntity(entity))
        const record = readRecord({ kind, entity, statements, asOf: day })
        return { entity, kind: kind.id, facets: facetsIn(record), timing: timingOf(kind, record, day) }
      })
    keepLast(readers, day, read, MOST_DAYS)
    return read
  }

  /** Every record of a kind of which something is known on the day, with its statements of then. */
  const allOf = async (ledger: LedgerReader, kind: RecordKind, asOf: string) => {
    const { digests } = await ledger.kindSeen(kind.id)
    const { made } = await whole(ledger, digests)
    return [...made.values()].flatMap(({ entity, statements }) => {
      const known = knownBy(statements, { saidBy: asOf })
      return known.length === 0
        ? []
        : [{ record: readRecord({ kind, entity, statements, asOf }), statements: known }]
    })
  }

  /** The records of the picture, in the order of their layers; those of which the ledger cannot tell are read. */
  const recordsOn = async (
    ledger: LedgerReader,
    stated: readonly StatedRecord[],
    asOf: string,
  ): Promise<readonly PicturedRecord[]> => {
    const own = Map.groupBy(stated, ({ kind }) => kind)
    const told = pictured.flatMap((kind) => {
      const timingIn = timingOnce(kind, asOf)
      return (own.get(kind.id) ?? []).map((record): PicturedRecord | string => {
        const { entity, facets } = record
        const timing = timingIn(record)
        return timing === undefined ? entity : { entity, kind: kind.id, facets, timing }
      })
    })
    const unread = told.filter((one) => typeof one === 'string')
    const { made } = await readersOn(asOf)(ledger, await ledger.digestsOf(unread))
    return told.flatMap((one) => (typeof one === 'string' ? (made.get(one) ?? []) : [one]))
  }

  /** What is looked up in the picture of all that is stated, made of the one that differs least. */
  const lookUp = async <Found>(
    ledger: LedgerReader,
    asked: {
      /** version of what the reader saw before it was told what is stated */
      readonly toldAt: string
      readonly asOf: string
      readonly search: string
      readonly goals: readonly Goal[]
      readonly stated: readonly StatedRecord[]
      readonly links: readonly GoalLink[]
      readonly doubles: ReadonlyMap<string, readonly Double[]>
    },
    find: (picture: GoalPicture) => Found,
  ): Promise<Found> => {
    const { toldAt, asOf, search, goals, stated, links, doubles } = asked
    const of = JSON.stringify([asOf, search, goals])
    for (;;) {
      const [nearest] = pictures
        .filter((kept) => kept.of === of)
        .map((kept) => ({ kept, from: kept.stated, ...recordsChanged(kept.stated, stated) }))
        .filter(({ gone, come }) => gone.length + come.length <= MOST_CHANGED)
        .toSorted((one, other) => one.gone.length + one.come.length - other.gone.length - other.come.length)
      const { gone, come } = nearest ?? { gone: [], come: stated }
      const shown = await recordsOn(ledger, come, asOf)
      // something was recorded meanwhile, perhaps not for all who are told the same is stated: nobody else shares what was read
      if ((await ledger.version()) !== toldAt) {
        const own = new GoalPicture(kinds, goals)
        own.change({
          gone: [],
          come: stated,
          pictured: await recordsOn(ledger, stated, asOf),
          links,
          doubles,
        })
        return find(own)
      }
      // somebody else may have changed it meanwhile
      if (nearest && nearest.kept.stated !== nearest.from) continue
      const kept = nearest?.kept ?? { of, picture: new GoalPicture(kinds, goals), stated }
      kept.picture.change({ gone, come, pictured: shown, links, doubles })
      kept.stated = stated
      pictures = [kept, ...pictures.filter((one) => one !== kept)].slice(0, MOST_PICTURES)
      return find(kept.picture)
    }
  }

  const summarise = async (
    reader: Reader,
    asOf: string,
    search: 'yes' | 'no',
    isWhole: boolean,
  ): Promise<GoalsSummary & Partial<GoalsWithRecords>> => {
    const ledger = store.as(reader)
    const version = await ledger.version()
    const key = `${search} ${asOf} ${version}`
    const known = summaries.get(key)
    if (known && (known.records || !isWhole)) {
      keepLast(summaries, key, known, MOST_SUMMARIES)
      return known
    }
    const goals = (await allOf(ledger, goalKind, asOf)).map(knownGoal).toSorted(byNumber)
    const links = (await allOf(ledger, linkKind, asOf)).flatMap(({ record }) => goalLinkIn(record) ?? [])
    const { suggested, verdicts } = await overlaps.doubles(reader, asOf, search)
    const toldAt = await ledger.version()
    const stated = await ledger.statedRecords()
    const asked = {
      toldAt,
      asOf,
      search,
      goals: goals.map(({ goal }) => goal),
      stated,
      links,
      doubles: doublesOf(suggested, verdicts),
    }
    const summary = await lookUp(ledger, asked, (picture) => ({
      asOf,
      goals,
      answer: {
        asOf,
        goals: goals.map(({ goal: { rules }, shown }) => ({
          ...shown,
          rules,
          cells: picture.cells(shown.entity),
        })),
        none: picture.cells(null),
      },
      ...(isWhole ? { records: recordsIn(picture, goals, stated) } : {}),
    }))
    // what was recorded meanwhile is in it already: it is not what that version means
    if ((await ledger.version()) === version) keepLast(summaries, key, summary, MOST_SUMMARIES)
    return summary
  }

  /** In the order of their layers. */
  const recordsIn = (
    picture: GoalPicture,
    goals: readonly KnownGoal[],
    stated: readonly StatedRecord[],
  ): GoalsWithRecords['records'] => {
    const own = Map.groupBy(stated, ({ kind }) => kind)
    const byGoal = recordsByGoal(
      pictured.flatMap(({ id }) => (own.get(id) ?? []).flatMap(({ entity }) => picture.placed(entity) ?? [])),
    )
    return new Map([
      ...goals.map(({ goal: { entity } }) => [entity, byGoal.get(entity) ?? []] as const),
      [NO_GOAL, byGoal.get(null) ?? []] as const,
    ])
  }

  return {
    figures: (reader, asOf, search) => summarise(reader, asOf, search, false),
    async withRecords(reader, asOf, search) {
      const { records = new Map(), ...summary } = await summarise(reader, asOf, search, true)
      return { ...summary, records }
    },
  }
}

function kindOf(byId: ReadonlyMap<string, RecordKind>, id: string): RecordKind {
  const kind = byId.get(id)
  if (!kind) throw new RangeError(`The desk has no kind of record "${id}".`)
  return kind
}

function layerOf({ picture }: RecordKind): number {
  return picture ? PICTURE_LAYERS.indexOf(picture.layer) : PICTURE_LAYERS.length
}

/** When records of the kind are late by what is stated of them, found once for all of which the same is; see `timingOfStated`. */
function timingOnce(kind: RecordKind, asOf: string): (record: StatedRecord) => Timing | null | undefined {
  const known = new Map<string, Timing | null | undefined>()
  const settling = new Set(SETTLED_FACETS)
  return ({ stated, unsettledUntil, facets }) => {
    if (stated === null) return undefined
    const settled = facets.filter((facet) => settling.has(facet))
    const pastDue = unsettledUntil !== null && unsettledUntil < asOf
    const key = `${pastDue} ${settled.join(' ')} ${stated}`
    if (!known.has(key)) known.set(key, timingOfStated(kind, { stated, facets: settled, pastDue }))
    return known.get(key)
  }
}

function facetsIn(record: PortfolioRecord): readonly string[] {
  return record.facts.flatMap(({ property }) =>
    valuesOf(record, property).flatMap((value) => facetsOf({ property, value })),
  )
}
