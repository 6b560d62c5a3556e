/**
 * The list of work over all kinds of record, as a reader sees it: what is missing, contested, unverified, lapsed, overdue.
 *
 * Counted and put in order by what the ledger keeps beside each record (PFO-52); only records of which that cannot tell are
 * read, and kept for as long as the reader sees the same of them. What is shown is always read.
 *
 * Rests on: core's `portfolio/open-points`. Next door: `partner-pages.ts` shows the same of one partner.
 */
import {
  faultOf,
  type OpenPointsAnswer,
  type openPointsQuerySchema,
  type OpenPointsRow,
  refusalOf,
} from '@demarche/api'
import {
  contactStanding,
  type CountryGroup,
  inWords,
  kindOfEntity,
  POINT_SORTS,
  pointsOf,
  pointsOfStated,
  PORTFOLIO_AREAS,
  type PortfolioRecord,
  readRecord,
  type RecordKind,
  type RecordPoint,
} from '@demarche/core'
import type { LedgerReader, Reader, StatedRecord, Store } from '@demarche/store'
import type { z } from 'zod'
import { keepWhatIsMade, type MadeOfStatements } from '../dossier/made-of-statements.ts'
import { keepLast } from '../keep-last.ts'
import { CONTACT_KIND, type ContactChecks, markedWithChecks } from './contact-checks.ts'
import { facetsAt, knownKind } from './narrowed-to.ts'
import type { RecordReading } from './record-reading.ts'

type Query = z.output<typeof openPointsQuerySchema>
type Wanted = Pick<Query, 'kind' | 'sort' | 'place'>

export interface OpenPointsDesk {
  /** @throws DemarcheError not-found for a kind that there is not */
  list(reader: Reader, query: Query): Promise<OpenPointsAnswer>
  /** All pages of it. @throws DemarcheError as `list`, and value-refused when there are more than go into a file */
  all(
    reader: Reader,
    wanted: Wanted,
  ): Promise<{ readonly asOf: string; readonly rows: readonly OpenPointsRow[] }>
}

interface Parts {
  readonly store: Pick<Store, 'as'>
  readonly kinds: readonly RecordKind[]
  readonly groups: readonly CountryGroup[]
  readonly reading: RecordReading
  readonly checksOf: ContactChecks
}

/** As the parts of the portfolio are shown, but that papers come last: what was promised and is paid for is asked about first. */
const WORK_ORDER = [...PORTFOLIO_AREAS.filter((area) => area !== 'strategy'), 'strategy']
/** Records that go into one file. */
const MOST_IN_A_FILE = 20_000
/** Records whose statements are read at a time: other requests get their turn in between. */
const PIECE = 500
const MOST_SUMMARIES = 24
const MOST_DAYS = 2

/** A record with what is open of it. */
interface Open {
  readonly entity: string
  readonly kind: string
  readonly points: readonly RecordPoint[]
}

/** What is open at a place, as a reader sees it. */
interface Summary {
  readonly day: string
  /** in the order of the kinds, then by name */
  readonly open: readonly Open[]
  readonly counts: OpenPointsAnswer['counts']
  /** points of contact that lapsed, each with its checks */
  readonly lapsed: ReadonlyMap<string, readonly PortfolioRecord[]>
}

export function openOpenPointsDesk({ store, kinds: all, groups, reading, checksOf }: Parts): OpenPointsDesk {
  const kinds = all.toSorted((a, b) => WORK_ORDER.indexOf(a.area) - WORK_ORDER.indexOf(b.area))
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const readers = new Map<string, MadeOfStatements<readonly RecordPoint[]>>()
  const summaries = new Map<string, Summary>()

  /** The points of records of which only reading them can tell. */
  const readThose = async (ledger: LedgerReader, entities: readonly string[], day: string) => {
    const read =
      readers.get(day) ??
      keepWhatIsMade((entity, statements): readonly RecordPoint[] => {
        const kind = byId.get(kindOfEntity(entity))
        return kind ? pointsOf(kind, readRecord({ kind, entity, statements, asOf: day }), day) : []
      })
    keepLast(readers, day, read, MOST_DAYS)
    const { made } = await read(ledger, await ledger.digestsOf(entities))
    const contacts = [...made.keys()].filter((entity) => kindOfEntity(entity) === CONTACT_KIND)
    const checks = contacts.length > 0 ? await checksOf(ledger, day) : new Map<string, never>()
    const lapsed = new Map(
      contacts.flatMap((entity) => {
        const own = checks.get(entity) ?? []
        return contactStanding(own, day).lapsed ? [[entity, own] as const] : []
      }),
    )
    const points = [...made].map(([entity, own]): readonly [string, readonly RecordPoint[]] => [
      entity,
      lapsed.has(entity) ? [{ sort: 'lapsed' }, ...own] : own,
    ])
    return { read: new Map(points), lapsed }
  }

  const summarise = async (
    ledger: LedgerReader,
    place: string | undefined,
    day: string,
  ): Promise<Summary> => {
    const key = `${day} ${place ?? ''} ${await ledger.version()}`
    const known = summaries.get(key)
    if (known) {
      keepLast(summaries, key, known, MOST_SUMMARIES)
      return known
    }
    const facets = place === undefined ? undefined : facetsAt(kinds, groups, place, day)
    const records = inOrderOf(kinds, await ledger.statedRecords(facets))
    const told = records.map(pointsOnce(byId, day))
    const unread = records.flatMap(({ entity }, index) => (told[index] === null ? [entity] : []))
    const { read, lapsed } = await readThose(ledger, unread, day)
    const open: Open[] = []
    for (const [index, { entity, kind }] of records.entries()) {
      const points = told[index] ?? read.get(entity)
      if (points && points.length > 0) open.push({ entity, kind, points })
    }
    const summary: Summary = { day, open, counts: countsOf(open, kinds), lapsed }
    // what was recorded meanwhile is in it already: it is not what that version means
    if (key.endsWith(await ledger.version())) keepLast(summaries, key, summary, MOST_SUMMARIES)
    return summary
  }

  const rowsOf = async (
    ledger: LedgerReader,
    { day, lapsed }: Summary,
    { sort }: Wanted,
    entities: readonly string[],
  ): Promise<readonly OpenPointsRow[]> => {
    const rows: OpenPointsRow[] = []
    for (let start = 0; start < entities.length; start += PIECE) {
      const records = await reading.readAll(ledger, entities.slice(start, start + PIECE), day)
      for (const record of records) {
        const kind = byId.get(record.kind)
        if (!kind) continue
        const points = pointsOf(kind, record, day, lapsed.has(record.entity))
        const { entity, kind: id, name } = record
        const marking = markedWithChecks(record, lapsed.get(entity))
        rows.push({ entity, kind: id, name, marking, points: points.filter(isAsked(sort)) })
      }
    }
    return rows
  }

  return {
    async list(reader, { offset, limit, ...wanted }) {
      if (wanted.kind !== undefined) knownKind(byId, wanted.kind)
      const asOf = reading.today()
      const ledger = store.as(reader)
      const summary = await summarise(ledger, wanted.place, asOf)
      const entities = fittingOf(summary, wanted)
      return {
        asOf,
        counts: summary.counts,
        total: entities.length,
        rows: await rowsOf(ledger, summary, wanted, entities.slice(offset, offset + limit)),
      }
    },
    async all(reader, wanted) {
      if (wanted.kind !== undefined) knownKind(byId, wanted.kind)
      const asOf = reading.today()
      const ledger = store.as(reader)
      const summary = await summarise(ledger, wanted.place, asOf)
      const entities = fittingOf(summary, wanted)
      if (entities.length > MOST_IN_A_FILE) {
        throw refusalOf('value-refused', faultOf('/', inWords('too-many-lines', { most: MOST_IN_A_FILE })))
      }
      return { asOf, rows: await rowsOf(ledger, summary, wanted, entities) }
    },
  }
}

function isAsked(sort: Wanted['sort']): (point: RecordPoint) => boolean {
  return (point) => sort === undefined || point.sort === sort
}

/** The records that fit, in their order. */
function fittingOf({ open }: Summary, { kind: wanted, sort }: Wanted): readonly string[] {
  return open
    .filter(({ kind, points }) => (wanted === undefined || kind === wanted) && points.some(isAsked(sort)))
    .map(({ entity }) => entity)
}

/** Those of the kinds alone, in their order. */
function inOrderOf(kinds: readonly RecordKind[], records: readonly StatedRecord[]): readonly StatedRecord[] {
  const byKind = Map.groupBy(records, ({ kind }) => kind)
  return kinds.flatMap(({ id }) => byKind.get(id) ?? [])
}

/** The points that are told of a record, found once for all of which the same is stated; null where only reading can tell. */
function pointsOnce(
  byId: ReadonlyMap<string, RecordKind>,
  day: string,
): (record: StatedRecord) => readonly RecordPoint[] | null {
  // no text is put together for each of many records
  const known = new Map([...byId.keys()].map((id) => [id, { pastDue: noPoints(), others: noPoints() }]))
  return ({ kind: id, stated, unsettledUntil }) => {
    const kind = byId.get(id)
    const ofKind = known.get(id)
    // whether a point of contact lapsed stands in other records
    if (!kind || !ofKind || stated === null || id === CONTACT_KIND) return null
    const isPastDue = unsettledUntil !== null && unsettledUntil < day
    const alike = isPastDue ? ofKind.pastDue : ofKind.others
    let points = alike.get(stated)
    if (points === undefined) alike.set(stated, (points = pointsOfStated(kind, stated, isPastDue)))
    return points
  }
}

/** By what is stated. */
function noPoints(): Map<string, readonly RecordPoint[] | null> {
  return new Map()
}

/** By kind, in the order of the kinds, and by sort, what asks first coming first. */
function countsOf(open: readonly Open[], kinds: readonly RecordKind[]): OpenPointsAnswer['counts'] {
  // records of which the same is told have the very same points
  const alike = new Map<readonly RecordPoint[], { readonly kind: string; records: number }>()
  for (const { kind, points } of open) {
    const known = alike.get(points)
    if (known) known.records += 1
    else alike.set(points, { kind, records: 1 })
  }
  const counts = new Map<string, number>()
  for (const [points, { kind, records }] of alike)
    for (const { sort } of points)
      counts.set(`${kind} ${sort}`, (counts.get(`${kind} ${sort}`) ?? 0) + records)
  return kinds.flatMap(({ id }) =>
    POINT_SORTS.flatMap((sort) => {
      const points = counts.get(`${id} ${sort}`)
      return points === undefined ? [] : [{ kind: id, sort, points }]
    }),
  )
}
