/**
 * The list of work over all kinds of record, as a reader sees it: what is missing, contested, unverified, lapsed, overdue.
 *
 * Counted by what the ledger keeps beside each record (PFO-52); only records of which that cannot tell are read, and kept
 * for as long as the reader sees the same of them. What is shown is always read.
 *
 * Rests on: core's `portfolio/open-points`. Next door: `partner-pages.ts` shows the same of one partner.
 */
import {
  DemarcheError,
  type OpenPointsAnswer,
  type openPointsQuerySchema,
  type OpenPointsRow,
} from '@demarche/api'
import {
  contactStanding,
  type CountryGroup,
  facet,
  groupsOf,
  kindOfEntity,
  PORTFOLIO_AREAS,
  POINT_SORTS,
  type PointSort,
  pointsOf,
  pointsOfStated,
  type PortfolioRecord,
  type RecordKind,
  type RecordPoint,
  readRecord,
  SETTLED_FACETS,
  tiesToPlace,
} from '@demarche/core'
import type { LedgerReader, Reader, StatedGroup, StatedQuery, Store } from '@demarche/store'
import type { z } from 'zod'
import { keepWhatIsMade, type MadeOfStatements } from '../dossier/made-of-statements.ts'
import { keepLast } from '../keep-last.ts'
import { CONTACT_KIND, type ContactChecks, markedWithChecks } from './contact-checks.ts'
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

/** Records that go into one file. */
const MOST_IN_A_FILE = 20_000
/** Records whose statements are read at a time: other requests get their turn in between. */
const PIECE = 500
const MOST_SUMMARIES = 24
const MOST_DAYS = 2

/** What is open at a place, as a reader sees it. */
interface Summary {
  readonly question: StatedQuery
  /** of which the ledger can tell */
  readonly told: readonly (StatedGroup & {
    readonly total: number
    readonly points: readonly RecordPoint[]
  })[]
  /** records that were read, with their points */
  readonly read: ReadonlyMap<string, readonly RecordPoint[]>
  /** points of contact among them, each with its checks */
  readonly lapsed: ReadonlyMap<string, readonly PortfolioRecord[]>
}

export function openOpenPointsDesk({ store, kinds: all, groups, reading, checksOf }: Parts): OpenPointsDesk {
  // as the parts of the portfolio are shown
  const kinds = all.toSorted((a, b) => PORTFOLIO_AREAS.indexOf(a.area) - PORTFOLIO_AREAS.indexOf(b.area))
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const readers = new Map<string, MadeOfStatements<readonly RecordPoint[]>>()
  const summaries = new Map<string, Summary>()

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
    const question: StatedQuery = {
      kinds: kinds.map(({ id }) => id),
      facets: place === undefined ? [] : [facetsAt(kinds, groups, place, day)],
      day,
      settled: SETTLED_FACETS,
    }
    const groupsFound = (await ledger.countStated(question)).map((group) => {
      const kind = byId.get(group.kind)
      // whether a point of contact lapsed stands in other records
      const isTold = kind && group.stated !== null && group.kind !== CONTACT_KIND
      return { ...group, points: isTold ? pointsOfStated(kind, group.stated, group.pastDue) : null }
    })
    const untold = groupsFound.filter(({ points }) => points === null)
    const unread = await ledger.findStated(question, {
      groups: untold,
      entities: [],
      offset: 0,
      limit: untold.reduce((sum, { total }) => sum + total, 0),
    })
    const read =
      readers.get(day) ??
      keepWhatIsMade((entity, statements): readonly RecordPoint[] => {
        const kind = byId.get(kindOfEntity(entity))
        return kind ? pointsOf(kind, readRecord({ kind, entity, statements, asOf: day }), day) : []
      })
    keepLast(readers, day, read, MOST_DAYS)
    const { made } = await read(ledger, await ledger.digestsOf(unread))
    const contacts = [...made.keys()].filter((entity) => kindOfEntity(entity) === CONTACT_KIND)
    const checks = contacts.length > 0 ? await checksOf(ledger, day) : new Map<string, never>()
    const lapsed = new Map(
      contacts.flatMap((entity) => {
        const own = checks.get(entity) ?? []
        return contactStanding(own, day).lapsed ? [[entity, own] as const] : []
      }),
    )
    const summary: Summary = {
      question,
      told: groupsFound.flatMap(({ points, ...group }) => (points === null ? [] : [{ ...group, points }])),
      read: new Map(
        [...made].map(([entity, points]) => [
          entity,
          lapsed.has(entity) ? [{ sort: 'lapsed' }, ...points] : points,
        ]),
      ),
      lapsed,
    }
    // what was recorded meanwhile is in it already: it is not what that version means
    if (key.endsWith(await ledger.version())) keepLast(summaries, key, summary, MOST_SUMMARIES)
    return summary
  }

  const rowsOf = async (
    ledger: LedgerReader,
    { question, lapsed }: Summary,
    { sort }: Wanted,
    entities: readonly string[],
  ): Promise<readonly OpenPointsRow[]> => {
    const rows: OpenPointsRow[] = []
    for (let start = 0; start < entities.length; start += PIECE) {
      const records = await reading.readAll(ledger, entities.slice(start, start + PIECE), question.day)
      for (const record of records) {
        const kind = byId.get(record.kind)
        if (!kind) continue
        const points = pointsOf(kind, record, question.day, lapsed.has(record.entity))
        const { entity, kind: id, name } = record
        const marking = markedWithChecks(record, lapsed.get(entity))
        rows.push({ entity, kind: id, name, marking, points: points.filter(isAsked(sort)) })
      }
    }
    return rows
  }

  const asked = (kind: string | undefined): void => {
    if (kind === undefined || byId.has(kind)) return
    throw new DemarcheError('not-found', `There is no kind of record "${kind}".`)
  }

  return {
    async list(reader, { offset, limit, ...wanted }) {
      asked(wanted.kind)
      const asOf = reading.today()
      const ledger = store.as(reader)
      const summary = await summarise(ledger, wanted.place, asOf)
      const { question, total, ...fitting } = fittingOf(summary, wanted)
      const entities = await ledger.findStated(question, { ...fitting, offset, limit })
      return {
        asOf,
        counts: countsOf(summary, kinds),
        total,
        rows: await rowsOf(ledger, summary, wanted, entities),
      }
    },
    async all(reader, wanted) {
      asked(wanted.kind)
      const asOf = reading.today()
      const ledger = store.as(reader)
      const summary = await summarise(ledger, wanted.place, asOf)
      const { question, total, ...fitting } = fittingOf(summary, wanted)
      if (total > MOST_IN_A_FILE) {
        const message = `${total} records are more than the ${MOST_IN_A_FILE} that go into one file. Narrow the list: by a kind, a sort or a place.`
        throw new DemarcheError('value-refused', message)
      }
      const entities = await ledger.findStated(question, { ...fitting, offset: 0, limit: MOST_IN_A_FILE })
      return { asOf, rows: await rowsOf(ledger, summary, wanted, entities) }
    },
  }
}

/** By what records are tied to the place; a source that names a region of it and no country speaks of it too. */
export function facetsAt(
  kinds: readonly RecordKind[],
  groups: readonly CountryGroup[],
  place: string,
  day: string,
): readonly string[] {
  return [
    ...new Set([
      ...tiesToPlace(kinds, place).map((tie) => tie.facet),
      ...groupsOf(groups, place, day).map(({ group }) => facet('regions', group.id)),
    ]),
  ]
}

function isAsked(sort: Wanted['sort']): (point: RecordPoint) => boolean {
  return (point) => sort === undefined || point.sort === sort
}

/** The groups and the single records that fit, and how many records that is. */
function fittingOf(
  { question, told, read }: Summary,
  { kind, sort }: Wanted,
): {
  readonly question: StatedQuery
  readonly groups: readonly StatedGroup[]
  readonly entities: readonly string[]
  readonly total: number
} {
  const isOfKind = (id: string) => kind === undefined || kind === id
  const groups = told.filter((group) => isOfKind(group.kind) && group.points.some(isAsked(sort)))
  const entities = [...read]
    .filter(([entity, points]) => isOfKind(kindOfEntity(entity)) && points.some(isAsked(sort)))
    .map(([entity]) => entity)
  const total = groups.reduce((sum, group) => sum + group.total, 0) + entities.length
  return { question, groups, entities, total }
}

/** By kind, in the order of the kinds, and by sort, what asks first coming first. */
function countsOf({ told, read }: Summary, kinds: readonly RecordKind[]): OpenPointsAnswer['counts'] {
  const counts = new Map<string, Map<PointSort, number>>()
  const add = (kind: string, sort: PointSort, many: number) => {
    const own = counts.get(kind) ?? new Map<PointSort, number>()
    own.set(sort, (own.get(sort) ?? 0) + many)
    counts.set(kind, own)
  }
  for (const { kind, total, points } of told) for (const { sort } of points) add(kind, sort, total)
  for (const [entity, points] of read) for (const { sort } of points) add(kindOfEntity(entity), sort, 1)
  return kinds.flatMap(({ id }) =>
    POINT_SORTS.flatMap((sort) => {
      const points = counts.get(id)?.get(sort)
      return points === undefined ? [] : [{ kind: id, sort, points }]
    }),
  )
}
