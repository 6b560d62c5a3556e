/**
 * The picture by goals, as a reader sees it: how much counts for each goal, and the records behind each figure, which are
 * always read.
 *
 * Rests on: `goals-summary.ts` for which record counts for which goal. Next door: `open-points-desk.ts`.
 */
import {
  faultOf,
  type GoalRecord,
  type GoalRecordsAnswer,
  type goalRecordsQuerySchema,
  type GoalRow,
  type GoalsAnswer,
  type goalsExportQuerySchema,
  type goalsQuerySchema,
  NO_GOAL,
  refusalOf,
} from '@demarche/api'
import {
  hasMark,
  inWords,
  type PictureMark,
  type PlacedRecord,
  type PortfolioRecord,
  type RecordKind,
  wordsIn,
} from '@demarche/core'
import type { LedgerReader, Reader, Store } from '@demarche/store'
import type { z } from 'zod'
import { openGoalsSummary } from './goals-summary.ts'
import { notOnRecord } from '../not-on-record.ts'
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
    query: Omit<z.output<typeof goalsExportQuerySchema>, 'language'>,
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
/** So many of what a record is linked with are named. */
const MOST_LINKED = 12

export function openGoalsDesk({ store, kinds, reading, overlaps }: Parts): GoalsDesk {
  const summarise = openGoalsSummary({ store, kinds, overlaps })

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
      return (await summarise.figures(reader, reading.today(), search)).answer
    },
    async records(reader, { goal, layer, mark, search, offset, limit }) {
      const { asOf, records } = await summarise.withRecords(reader, reading.today(), search)
      const own = records.get(goal)
      if (!own) throw notOnRecord(goal)
      const fitting = own.filter((record) => record.layer === layer && bears(record, mark))
      const ledger = store.as(reader)
      const rows = await rowsOf(ledger, fitting.slice(offset, offset + limit), goal, asOf)
      return { asOf, total: fitting.length, rows, named: await namesIn(ledger, rows, asOf) }
    },
    async all(reader, { mark }) {
      const { asOf, goals, records } = await summarise.withRecords(reader, reading.today(), 'yes')
      const ledger = store.as(reader)
      const wanted = [...goals.map(({ shown }) => shown), null].map((goal) => ({
        goal,
        own: (records.get(goal?.entity ?? NO_GOAL) ?? []).filter((record) => bears(record, mark)),
      }))
      const total = wanted.reduce((sum, { own }) => sum + own.length, 0)
      if (total > MOST_IN_A_FILE) {
        throw refusalOf('value-refused', faultOf('/', inWords('too-many-lines', { most: MOST_IN_A_FILE })))
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

function bears(record: PlacedRecord, mark: PictureMark | undefined): boolean {
  return mark === undefined || hasMark(record, mark)
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
