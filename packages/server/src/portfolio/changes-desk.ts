/**
 * What changed in the portfolio since a day, as a reader sees it: each record with what was recorded, corrected and withdrawn.
 *
 * The ledger finds the records; what is said of them is read from their statements. What came with the desk and nobody else
 * has touched is counted and not listed.
 *
 * Rule: docs/rules/portfolio.md, PFO-90 to PFO-92. Rests on: `../dossier/case-history.ts`. Next door: `coming-desk.ts` for what is ahead.
 */
import {
  type ChangeAct,
  type ChangedRecordRow,
  type ChangesAnswer,
  type changesQuerySchema,
  faultOf,
  refusalOf,
} from '@demarche/api'
import {
  addDays,
  type CountryGroup,
  dayInBrussels,
  effectiveMarking,
  facetsOf,
  highestMarking,
  inWords,
  lastNameOf,
  readRecord,
  type RecordKind,
  type Statement,
  withdrawnBy,
} from '@demarche/core'
import type { ChangedRecord, LedgerReads, Reader, Store } from '@demarche/store'
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { recordEvents } from '../dossier/case-history.ts'
import { SHIPPED_BY } from '../load-precedents.ts'
import { facetsAt, knownKind } from './narrowed-to.ts'
import type { RecordReading } from './record-reading.ts'

type Query = z.output<typeof changesQuerySchema>
type Wanted = Omit<Query, 'offset' | 'limit'>

export interface ChangesDesk {
  /** @throws DemarcheError not-found for a kind that there is not */
  list(reader: Reader, query: Query): Promise<ChangesAnswer>
  /** All pages of it. @throws DemarcheError as `list`, and value-refused when there are more than can be looked at */
  all(
    reader: Reader,
    wanted: Wanted,
  ): Promise<{ readonly since: string; readonly rows: readonly ChangedRecordRow[] }>
}

interface Parts {
  readonly store: Pick<Store, 'as'>
  readonly kinds: readonly RecordKind[]
  readonly groups: readonly CountryGroup[]
  readonly reading: Pick<RecordReading, 'today'>
}

const DAYS_BACK = 30
/** So many of the latest are looked at for one answer: of a record that is under two labels, both. */
const MOST_LOOKED_AT = 10_000
/** Records whose statements are read at a time. */
const PIECE = 500

interface Found {
  readonly since: string
  /** the first instant of that day */
  readonly from: string
  readonly answer: Omit<ChangesAnswer, 'rows'>
  readonly entities: readonly string[]
}

export function openChangesDesk({ store, kinds, groups, reading }: Parts): ChangesDesk {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))

  /** @param most so many of them are needed, the latest first; with a place all are, since only reading tells which were there */
  const find = async (
    ledger: LedgerReads,
    { kind, place, ...asked }: Wanted,
    most = MOST_LOOKED_AT,
  ): Promise<Found> => {
    if (kind !== undefined) knownKind(byId, kind)
    const today = reading.today()
    const since = asked.since ?? addDays(today, -DAYS_BACK)
    const from = firstInstantOf(since)
    const facets = place === undefined ? undefined : facetsAt(kinds, groups, place, today)
    const found = await ledger.findChanged({
      kinds: kind === undefined ? [...byId.keys()] : [kind],
      since: from,
      facets,
      apart: SHIPPED_BY.party,
      most: MOST_LOOKED_AT,
      limit: facets ? MOST_LOOKED_AT : Math.min(most, MOST_LOOKED_AT),
    })
    const elsewhere = facets ? await goneFromElsewhere(ledger, found.records, new Set(facets)) : new Set()
    const entities = found.records.flatMap(({ entity }) => (elsewhere.has(entity) ? [] : [entity]))
    const { total, last } = found.apart
    return {
      since,
      from,
      answer: {
        since,
        total: facets ? entities.length : found.total,
        shipped: { records: total, on: last === null ? null : dayInBrussels(last) },
        isCut: found.isCut,
      },
      entities,
    }
  }

  const rowsOf = async (
    ledger: LedgerReads,
    entities: readonly string[],
    { from }: Found,
  ): Promise<readonly ChangedRecordRow[]> => {
    const rows: ChangedRecordRow[] = []
    const asOf = reading.today()
    for (let start = 0; start < entities.length; start += PIECE) {
      const piece = entities.slice(start, start + PIECE)
      const known = Map.groupBy(await ledger.statementsOf(piece), ({ entity }) => entity)
      for (const entity of piece) {
        const statements = known.get(entity) ?? []
        const kind = byId.get(statements[0]?.kind ?? '')
        if (kind) rows.push(rowOf(kind, statements, from, asOf))
      }
    }
    return rows
  }

  return {
    list: (reader, { offset, limit, ...wanted }) =>
      store.as(reader).atOneMoment(async (ledger) => {
        const found = await find(ledger, wanted, offset + limit)
        const page = found.entities.slice(offset, offset + limit)
        return { ...found.answer, rows: await rowsOf(ledger, page, found) }
      }),
    all: (reader, wanted) =>
      store.as(reader).atOneMoment(async (ledger) => {
        const found = await find(ledger, wanted)
        if (found.answer.isCut) {
          throw refusalOf('value-refused', faultOf('/', inWords('too-many-lines', { most: MOST_LOOKED_AT })))
        }
        return { since: found.since, rows: await rowsOf(ledger, found.entities, found) }
      }),
  }
}

/** Of the records of which nothing stands any more: those that nothing ever tied to what is asked for. */
async function goneFromElsewhere(
  ledger: LedgerReads,
  records: readonly ChangedRecord[],
  facets: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const gone = records.flatMap(({ entity, stands }) => (stands ? [] : [entity]))
  const tied = new Set(
    (await ledger.statementsOf(gone)).flatMap(({ entity, assertions }) =>
      assertions.some((one) => facetsOf(one).some((facet) => facets.has(facet))) ? [entity] : [],
    ),
  )
  return new Set(gone.filter((entity) => !tied.has(entity)))
}

/** @param statements about one record, as the reader sees them; one at least. @param from an instant */
function rowOf(
  kind: RecordKind,
  statements: readonly Statement[],
  from: string,
  asOf: string,
): ChangedRecordRow {
  const entity = statements[0]?.entity ?? ''
  const record = readRecord({ kind, entity, statements, asOf })
  const isWithdrawn = withdrawnBy(statements) !== null
  const events = recordEvents(statements).filter(({ statement }) => statement.assertedAt >= from)
  const shown = isWithdrawn ? statements : events.map(({ statement }) => statement)
  return {
    entity,
    kind: kind.id,
    name: (isWithdrawn && lastNameOf(statements)) || record.name,
    marking: highestMarking([record.marking, ...shown.map(effectiveMarking)]),
    isNew: statements.every(({ assertedAt }) => assertedAt >= from),
    isWithdrawn,
    acts: actsOf(events),
  }
}

/** What one party did at one moment stands together. */
function actsOf(events: ReturnType<typeof recordEvents>): readonly ChangeAct[] {
  const together = Map.groupBy(
    events,
    ({ act, statement }) => `${act} ${statement.assertedAt} ${statement.assertedBy}`,
  )
  return [...together.values()].flatMap((own): ChangeAct[] => {
    const [first] = own
    if (!first || first.act === 'erased') return []
    const { assertedAt: at, assertedBy: by } = first.statement
    const said = own.map(({ statement }) => statement)
    const reason = said.find((one) => one.reason !== undefined)?.reason
    return [
      {
        act: first.act,
        at,
        by,
        properties: [...new Set(said.flatMap(propertiesOf))],
        sources: [...new Set(said.map(({ source }) => source.document))],
        ...(reason === undefined ? {} : { reason }),
      },
    ]
  })
}

/** What a statement says, or what it withdraws or corrects where it says nothing itself. */
function propertiesOf({ assertions, supersedes = [], retracts = [] }: Statement): readonly string[] {
  if (assertions.length > 0) return assertions.map(({ property }) => property)
  return [...supersedes, ...retracts].flatMap(({ property }) => (property === undefined ? [] : [property]))
}

/** As instants stand on record. */
function firstInstantOf(day: string): string {
  const { epochMilliseconds } = Temporal.PlainDate.from(day).toZonedDateTime('Europe/Brussels')
  return new Date(epochMilliseconds).toISOString()
}
