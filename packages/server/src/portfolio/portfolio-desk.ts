/**
 * Records of the portfolio on demand: what a reader may see of them, listed, one by one, and by the place they are tied to.
 *
 * Everything is resolved from the statements that the reader may see; the ledger's rows only say which.
 *
 * Rests on: `readRecord` of core. Next door: `load-records.ts` puts on record what comes with the desk.
 */
import {
  faultOf,
  type PortfolioAnswer,
  type RecordAnswer,
  type RecordListAnswer,
  type RecordRow,
  refusalOf,
} from '@demarche/api'
import {
  alternativesOf,
  type CountryGroup,
  inWords,
  kindOfEntity,
  knownBy,
  type Language,
  type Listing,
  type PortfolioRecord,
  readRecord,
  type RecordKind,
  type Statement,
  tiesToEntity,
} from '@demarche/core'
import type { LedgerReads, Reader } from '@demarche/store'
import type { StoreView } from '../access/narrowed-ledger.ts'
import { knownKind } from './narrowed-to.ts'
import { notOnRecord } from '../not-on-record.ts'
import { openPartnerPages, type PartnerPages } from './partner-pages.ts'
import { findingsOf } from './record-findings.ts'
import { type ListQuery, questionOf } from './record-question.ts'
import { openRecordReading, rowOf } from './record-reading.ts'

export interface PortfolioDesk {
  readonly kinds: readonly RecordKind[]
  /** The kinds in the words of that language; in English where there are none. */
  kindsIn(language: Language): readonly RecordKind[]
  /** @throws DemarcheError not-found when there is no such kind */
  kind(id: string): RecordKind
  overview(reader: Reader): Promise<PortfolioAnswer>
  /** @throws DemarcheError not-found for a kind that there is not, value-refused for a facet that says nothing */
  list(reader: Reader, query: ListQuery): Promise<RecordListAnswer>
  /**
   * Every record of the kind that the list would show on all its pages, with all its statements.
   * @throws DemarcheError as `list`, and value-refused when there are more than can go into a file
   */
  all(reader: Reader, query: Omit<ListQuery, 'offset' | 'limit' | 'detail'>): Promise<AllRecords>
  /** Every statement about the record that the reader may see. @throws DemarcheError not-found when there is none */
  statements(reader: Reader, entity: string): Promise<readonly Statement[]>
  /**
   * Of a day on which nothing was known of it the record is empty; its marking is then that of all that is.
   * @throws DemarcheError not-found when the reader may see nothing of the record on any day
   */
  record(
    reader: Reader,
    entity: string,
    when: { readonly asOf?: string | undefined; readonly recordedBy?: string | undefined },
  ): Promise<RecordAnswer>
  readonly partner: PartnerPages['page']
  readonly brief: PartnerPages['brief']
}

export interface AllRecords {
  readonly kind: RecordKind
  readonly asOf: string
  readonly records: readonly PortfolioRecord[]
  /** by entity */
  readonly statements: ReadonlyMap<string, readonly Statement[]>
}

/** Records that go into one file. */
const MOST_IN_A_FILE = 20_000
/** Records whose statements are read at a time: other requests get their turn in between. */
const PIECE = 500

export interface PortfolioParts {
  readonly store: Pick<StoreView, 'as'>
  readonly kinds: readonly RecordKind[]
  readonly translatedKinds: Readonly<Partial<Record<Language, readonly RecordKind[]>>>
  /** organisations and regions with their members */
  readonly groups: readonly CountryGroup[]
  /** the register of listings; read when it is first asked for */
  readonly listings: () => readonly Listing[]
  /** the present calendar day in Brussels */
  readonly today: () => string
}

/** So many of one kind are shown of what is tied to something; the rest is a list. */
const MOST_TIED = 12

/** As many as one record can have around it. */
const ALL = { sort: 'start', order: 'asc', offset: 0, limit: 10_000 } as const

export function openPortfolioDesk({
  store,
  kinds,
  translatedKinds,
  groups,
  listings,
  today,
}: PortfolioParts): PortfolioDesk {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const kind = (id: string): RecordKind => knownKind(byId, id)

  const reading = openRecordReading(kinds, today)

  const recordsWith = async (
    ledger: LedgerReads,
    id: string,
    facets: readonly string[],
    asOf: string,
  ): Promise<readonly PortfolioRecord[]> => {
    const found = await ledger.findRecords({ ...ALL, kinds: [id], facets: [facets] })
    return reading.readAll(ledger, found.entities, asOf)
  }

  const kindsIn = (language: Language): readonly RecordKind[] => translatedKinds[language] ?? kinds
  const partners = openPartnerPages({
    store,
    kinds,
    kindsIn,
    groups,
    listings,
    reading,
  })

  return {
    kinds,
    kindsIn,
    kind,
    async overview(reader) {
      const counts = await store.as(reader).countRecords()
      return { counts: Object.fromEntries([...counts].filter(([id]) => byId.has(id))) }
    },
    async list(reader, { asOf = today(), detail, ...query }) {
      const of = kind(query.kind)
      const ledger = store.as(reader)
      // of a day of the past each must be looked at before it counts
      const past = asOf < today() ? await allFound(ledger, of, query, asOf) : null
      const found = past ? null : await ledger.findRecords(questionOf(of, query))
      const records = past
        ? past.records.slice(query.offset, query.offset + query.limit)
        : await reading.readAll(ledger, found?.entities ?? [], asOf)
      const rows =
        detail === 'all'
          ? withSources(records, await ledger.statementsOf(records.map(({ entity }) => entity)))
          : records.map((record) => rowOf(of, record))
      return {
        total: past ? past.records.length : (found?.total ?? 0),
        rows,
        ...(await reading.namesOf(ledger, rows, asOf)),
      }
    },
    async all(reader, { asOf = today(), ...query }) {
      return allFound(
        store.as(reader),
        kind(query.kind),
        { ...query, offset: 0, limit: MOST_IN_A_FILE },
        asOf,
      )
    },
    async statements(reader, entity) {
      const statements = byId.has(kindOfEntity(entity)) ? await store.as(reader).statements(entity) : []
      if (statements.length === 0) throw notOnRecord(entity)
      return statements
    },
    async record(reader, entity, { asOf = today(), recordedBy }) {
      const of = byId.get(kindOfEntity(entity))
      const ledger = store.as(reader)
      const statements = of ? await ledger.statements(entity) : []
      if (!of || statements.length === 0) throw notOnRecord(entity)
      const record = readRecord({ kind: of, entity, statements, asOf, recordedBy: instantOf(recordedBy) })
      const facets = tiesToEntity(kinds, entity).map((tie) => tie.facet)
      const { sections } = await reading.tiedTo(ledger, facets, { most: MOST_TIED, asOf })
      const rows = sections.flatMap((section) => section.rows)
      const known = knownBy(statements, { saidBy: asOf, recordedBy: instantOf(recordedBy) })
      return {
        record,
        statements: Object.fromEntries(known.map((statement) => [statement.id, statement])),
        tied: sections,
        ...(await reading.namesOf(ledger, [record, ...rows], asOf)),
        ...(await findingsOf(record, (id, any) => recordsWith(ledger, id, any, asOf))),
      }
    },
    partner: partners.page,
    brief: partners.brief,
  }
}

/** Every record that the question finds and of which something was known on the day, with all its statements of then. */
async function allFound(
  ledger: LedgerReads,
  of: RecordKind,
  query: Omit<ListQuery, 'asOf' | 'detail'>,
  asOf: string,
): Promise<AllRecords> {
  const { entities, total } = await ledger.findRecords({
    ...questionOf(of, query),
    offset: 0,
    limit: MOST_IN_A_FILE,
  })
  if (total > MOST_IN_A_FILE)
    throw refusalOf('value-refused', faultOf('/', inWords('too-many-lines', { most: MOST_IN_A_FILE })))
  const statements = new Map<string, readonly Statement[]>()
  for (let start = 0; start < entities.length; start += PIECE) {
    const own = await ledger.statementsOf(entities.slice(start, start + PIECE))
    for (const [entity, known] of Map.groupBy(knownBy(own, { saidBy: asOf }), (one) => one.entity))
      statements.set(entity, known)
  }
  const records = entities.flatMap((entity) => {
    const own = statements.get(entity)
    return own ? [readRecord({ kind: of, entity, statements: own, asOf })] : []
  })
  return { kind: of, asOf, records, statements }
}

/** Records with all their facts and where the statements behind them are taken from. */
export function withSources(
  records: readonly PortfolioRecord[],
  statements: readonly Statement[],
): readonly RecordRow[] {
  const sources = new Map(statements.map(({ id, source }) => [id, source]))
  return records.map(({ entity, kind, name, marking, facts, doubts }) => {
    const behind = facts.flatMap((row) =>
      alternativesOf(row).flatMap(({ support }) => support.map(({ statement }) => statement)),
    )
    return {
      entity,
      kind,
      name,
      marking,
      facts,
      doubts,
      sources: Object.fromEntries(
        [...new Set(behind)].flatMap((id) => {
          const source = sources.get(id)
          return source ? [[id, source] as const] : []
        }),
      ),
    }
  })
}

function instantOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : new Date(text).toISOString()
}
