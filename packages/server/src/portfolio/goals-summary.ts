/**
 * The picture by goals of what a reader sees: which record counts for which goal, and how many in each cell.
 *
 * Laid out from what the ledger keeps beside each record (GOL-08); only records of which that cannot tell are read. Kept
 * for as long as the reader sees the same.
 *
 * Rests on: core's `portfolio/goals`. Next door: `goals-desk.ts` shows the records; `overlap-desk.ts` says what is doubled.
 */
import { type GoalRow, type GoalsAnswer, NO_GOAL } from '@demarche/api'
import {
  alternativesOf,
  countCells,
  doublesOf,
  facetsOf,
  type Goal,
  GOAL_KIND,
  GOAL_LINK_KIND,
  goalIn,
  goalLinkIn,
  kindOfEntity,
  knownBy,
  layOutGoals,
  namedByAny,
  PICTURE_LAYERS,
  type PicturedRecord,
  type PlacedRecord,
  type PortfolioRecord,
  readRecord,
  type RecordKind,
  recordsByGoal,
  SETTLED_FACETS,
  type Statement,
  type Timing,
  timingOf,
  timingOfStated,
  valuesOf,
  wordsIn,
} from '@demarche/core'
import type { LedgerReader, Reader, StatedRecord, Store } from '@demarche/store'
import { keepWhatIsMade, type MadeOfStatements } from '../dossier/made-of-statements.ts'
import { keepLast } from '../keep-last.ts'
import type { OverlapDesk } from './overlap-desk.ts'

interface Parts {
  readonly store: Pick<Store, 'as'>
  readonly kinds: readonly RecordKind[]
  readonly overlaps: Pick<OverlapDesk, 'doubles'>
}

const MOST_SUMMARIES = 6
const MOST_DAYS = 2

/** A goal, and how it is shown. */
export interface KnownGoal {
  readonly goal: Goal
  readonly number: number
  readonly shown: Omit<GoalRow, 'cells' | 'rules'>
}

/** The picture of what a reader sees on a day. */
export interface GoalsSummary {
  readonly asOf: string
  readonly goals: readonly KnownGoal[]
  /** by goal, and by `none` */
  readonly records: ReadonlyMap<string, readonly PlacedRecord[]>
  readonly answer: GoalsAnswer
}

/** @param search whether overlaps that nobody has found yet are searched for */
export type SummariseGoals = (reader: Reader, asOf: string, search: 'yes' | 'no') => Promise<GoalsSummary>

export function openGoalsSummary({ store, kinds, overlaps }: Parts): SummariseGoals {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const goalKind = kindOf(byId, GOAL_KIND)
  const linkKind = kindOf(byId, GOAL_LINK_KIND)
  const pictured = kinds
    .filter(({ picture }) => picture !== undefined)
    .toSorted((a, b) => layerOf(a) - layerOf(b))
  const whole = keepWhatIsMade((entity, statements) => ({ entity, statements }))
  const readers = new Map<string, MadeOfStatements<PicturedRecord>>()
  const summaries = new Map<string, GoalsSummary>()

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

  return async (reader, asOf, search) => {
    const ledger = store.as(reader)
    const key = `${search} ${asOf} ${await ledger.version()}`
    const known = summaries.get(key)
    if (known) {
      keepLast(summaries, key, known, MOST_SUMMARIES)
      return known
    }
    const goals = (await allOf(ledger, goalKind, asOf)).map(knownGoal).toSorted(byNumber)
    const stated = await ledger.statedRecords()
    const { suggested, verdicts } = await overlaps.doubles(reader, asOf, search)
    const placed = layOutGoals({
      kinds,
      goals: goals.map(({ goal }) => goal),
      links: (await allOf(ledger, linkKind, asOf)).flatMap(({ record }) => goalLinkIn(record) ?? []),
      records: await recordsOn(ledger, stated, asOf),
      pointedAt: namedByAny(kinds, stated),
      doubles: doublesOf(suggested, verdicts),
    })
    const byGoal = recordsByGoal(placed)
    const records = new Map([
      ...goals.map(({ goal: { entity } }) => [entity, byGoal.get(entity) ?? []] as const),
      [NO_GOAL, byGoal.get(null) ?? []] as const,
    ])
    const cellsOf = (goal: string) => countCells(records.get(goal) ?? [])
    const summary: GoalsSummary = {
      asOf,
      goals,
      records,
      answer: {
        asOf,
        goals: goals.map(({ goal: { rules }, shown }) => ({
          ...shown,
          rules,
          cells: cellsOf(shown.entity),
        })),
        none: cellsOf(NO_GOAL),
      },
    }
    // what was recorded meanwhile is in it already: it is not what that version means
    if (key.endsWith(await ledger.version())) keepLast(summaries, key, summary, MOST_SUMMARIES)
    return summary
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
  return ({ stated, unsettledUntil, facets }) => {
    if (stated === null) return undefined
    const settled = facets.filter((facet) => SETTLED_FACETS.includes(facet))
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

function knownGoal({
  record,
  statements,
}: {
  readonly record: PortfolioRecord
  readonly statements: readonly Statement[]
}): KnownGoal {
  const verified = new Set(statements.flatMap(({ id, source }) => (source.verified ? [id] : [])))
  const behind = new Set(
    record.facts.flatMap((row) =>
      row.property === 'name' || row.property === 'aim'
        ? alternativesOf(row).flatMap(({ support }) => support.map(({ statement }) => statement))
        : [],
    ),
  )
  const numbers = valuesOf(record, 'number').filter((value) => typeof value === 'number')
  return {
    goal: goalIn(record, verified),
    number: Math.min(...numbers),
    shown: {
      entity: record.entity,
      name: record.name,
      marking: record.marking,
      aim: wordsIn(record, 'aim'),
      unverified: record.doubts.some(
        ({ property, what }) => what === 'unverified' && (property === 'name' || property === 'aim'),
      ),
      sources: statements.flatMap(({ id, source }) => (behind.has(id) ? [source] : [])),
    },
  }
}

/** By number, then by address; without a number last. */
function byNumber(a: KnownGoal, b: KnownGoal): number {
  if (a.number !== b.number) return a.number < b.number ? -1 : 1
  return a.goal.entity < b.goal.entity ? -1 : 1
}
