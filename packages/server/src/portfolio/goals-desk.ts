/**
 * The picture by goals, as a reader sees it: how much counts for each goal, and the records behind each figure.
 *
 * Laid out from what the ledger keeps beside each record (GOL-08); only records of which that cannot tell are read. Kept
 * for as long as the reader sees the same. What is shown is always read.
 *
 * Rests on: core's `portfolio/goals`. Next door: `open-points-desk.ts`; `overlap-desk.ts` says what is doubled.
 */
import {
  DemarcheError,
  type GoalRecord,
  type GoalRecordsAnswer,
  type goalRecordsQuerySchema,
  type GoalRow,
  type GoalsAnswer,
  type goalsExportQuerySchema,
  type goalsQuerySchema,
  NO_GOAL,
} from '@demarche/api'
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
  hasMark,
  kindOfEntity,
  knownBy,
  layOutGoals,
  namedByAny,
  PICTURE_LAYERS,
  type PicturedRecord,
  type PictureMark,
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
import type { z } from 'zod'
import { keepWhatIsMade, type MadeOfStatements } from '../dossier/made-of-statements.ts'
import { keepLast } from '../keep-last.ts'
import type { OverlapDesk } from './overlap-desk.ts'
import type { RecordReading } from './record-reading.ts'

/** The records of one goal, or of none, in the order of layers, kinds and names. */
export interface GoalInFile {
  readonly goal: Pick<GoalRow, 'entity' | 'name' | 'marking'> | null
  readonly rows: readonly GoalRecord[]
}

export interface GoalsDesk {
  show(reader: Reader, query: z.output<typeof goalsQuerySchema>): Promise<GoalsAnswer>
  /** @throws DemarcheError not-found for a goal of which the reader may see nothing */
  records(reader: Reader, query: z.output<typeof goalRecordsQuerySchema>): Promise<GoalRecordsAnswer>
  /** All of it, or what bears a mark. @throws DemarcheError value-refused when there are more than go into a file */
  all(
    reader: Reader,
    query: z.output<typeof goalsExportQuerySchema>,
  ): Promise<Pick<GoalRecordsAnswer, 'asOf' | 'named'> & { readonly goals: readonly GoalInFile[] }>
}

interface Parts {
  readonly store: Pick<Store, 'as'>
  readonly kinds: readonly RecordKind[]
  readonly reading: RecordReading
  readonly overlaps: Pick<OverlapDesk, 'doubles'>
}

/** Records that go into one file; one that serves two goals stands there twice. */
const MOST_IN_A_FILE = 20_000
/** Records whose statements are read at a time: other requests get their turn in between. */
const PIECE = 500
const MOST_SUMMARIES = 6
const MOST_DAYS = 2
/** So many of what a record is linked with are named. */
const MOST_LINKED = 12

/** A goal, and how it is shown. */
interface KnownGoal {
  readonly goal: Goal
  readonly number: number
  readonly shown: Omit<GoalRow, 'cells' | 'rules'>
}

/** The picture of what a reader sees. */
interface Summary {
  readonly asOf: string
  readonly goals: readonly KnownGoal[]
  /** by goal, and by `none` */
  readonly records: ReadonlyMap<string, readonly PlacedRecord[]>
  readonly answer: GoalsAnswer
}

export function openGoalsDesk({ store, kinds, reading, overlaps }: Parts): GoalsDesk {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const goalKind = kindOf(byId, GOAL_KIND)
  const linkKind = kindOf(byId, GOAL_LINK_KIND)
  const pictured = kinds
    .filter(({ picture }) => picture !== undefined)
    .toSorted((a, b) => layerOf(a) - layerOf(b))
  const whole = keepWhatIsMade((entity, statements) => ({ entity, statements }))
  const readers = new Map<string, MadeOfStatements<PicturedRecord>>()
  const summaries = new Map<string, Summary>()

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

  const summarise = async (reader: Reader, asOf: string, search: 'yes' | 'no'): Promise<Summary> => {
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
    const summary: Summary = {
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

  /** The records as they are shown; none that went meanwhile. */
  const rowsOf = async (
    ledger: LedgerReader,
    placed: readonly PlacedRecord[],
    goal: string,
    asOf: string,
  ): Promise<readonly GoalRecord[]> => {
    const rows: GoalRecord[] = []
    for (let start = 0; start < placed.length; start += PIECE) {
      const piece = placed.slice(start, start + PIECE)
      const read = new Map(
        (
          await reading.readAll(
            ledger,
            piece.map(({ entity }) => entity),
            asOf,
          )
        ).map((record) => [record.entity, record]),
      )
      for (const { claims, linked, ...one } of piece) {
        const record = read.get(one.entity)
        if (!record) continue
        rows.push({
          ...one,
          name: record.name,
          marking: record.marking,
          due: wordsIn(record, 'due'),
          claim: claims.find((claim) => claim.goal === goal) ?? null,
          linked: linked.slice(0, MOST_LINKED),
          links: linked.length,
        })
      }
    }
    return rows
  }

  /** What is called how of everything that the rows name, where the reader sees it. */
  const namesIn = async (
    ledger: LedgerReader,
    rows: readonly GoalRecord[],
    asOf: string,
  ): Promise<GoalRecordsAnswer['named']> => {
    const wanted = [...new Set(rows.flatMap(namedIn))]
    const named: [string, { name: string; marking: PortfolioRecord['marking'] }][] = []
    for (let start = 0; start < wanted.length; start += PIECE)
      for (const { entity, name, marking } of await reading.readAll(
        ledger,
        wanted.slice(start, start + PIECE),
        asOf,
      ))
        named.push([entity, { name, marking }])
    return Object.fromEntries(named)
  }

  return {
    async show(reader, { search }) {
      return (await summarise(reader, reading.today(), search)).answer
    },
    async records(reader, { goal, layer, mark, search, offset, limit }) {
      const { asOf, records } = await summarise(reader, reading.today(), search)
      const own = records.get(goal)
      if (!own) throw new DemarcheError('not-found', `No goal ${goal} that you may see is on record here.`)
      const fitting = own.filter((record) => record.layer === layer && bears(record, mark))
      const ledger = store.as(reader)
      const rows = await rowsOf(ledger, fitting.slice(offset, offset + limit), goal, asOf)
      return { asOf, total: fitting.length, rows, named: await namesIn(ledger, rows, asOf) }
    },
    async all(reader, { mark }) {
      const { asOf, goals, records } = await summarise(reader, reading.today(), 'yes')
      const ledger = store.as(reader)
      const wanted = [...goals.map(({ shown }) => shown), null].map((goal) => ({
        goal,
        own: (records.get(goal?.entity ?? NO_GOAL) ?? []).filter((record) => bears(record, mark)),
      }))
      const total = wanted.reduce((sum, { own }) => sum + own.length, 0)
      if (total > MOST_IN_A_FILE) {
        const message = `${total} lines are more than the ${MOST_IN_A_FILE} that go into one file. Narrow the picture: to what is late, lonely or doubled.`
        throw new DemarcheError('value-refused', message)
      }
      const inFile: GoalInFile[] = []
      for (const { goal, own } of wanted)
        inFile.push({ goal, rows: await rowsOf(ledger, own, goal?.entity ?? NO_GOAL, asOf) })
      const named = await namesIn(
        ledger,
        inFile.flatMap(({ rows }) => rows),
        asOf,
      )
      return { asOf, goals: inFile, named }
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
  return ({ stated, unsettledUntil, facets }) => {
    if (stated === null) return undefined
    const settled = facets.filter((facet) => SETTLED_FACETS.includes(facet))
    const pastDue = unsettledUntil !== null && unsettledUntil < asOf
    const key = `${pastDue} ${settled.join(' ')} ${stated}`
    if (!known.has(key)) known.set(key, timingOfStated(kind, { stated, facets: settled, pastDue }))
    return known.get(key)
  }
}

function bears(record: PlacedRecord, mark: PictureMark | undefined): boolean {
  return mark === undefined || hasMark(record, mark)
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

function namedIn({ doubles, claim, linked, setAside }: GoalRecord): readonly string[] {
  return [
    ...doubles.map(({ other }) => other),
    ...(claim?.grounds ?? []).flatMap((ground) =>
      ground.how === 'said' ? [ground.link] : ground.how === 'through' ? [ground.record] : [],
    ),
    ...linked,
    ...setAside,
  ]
}
