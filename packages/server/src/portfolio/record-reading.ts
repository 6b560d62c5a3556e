/**
 * How records are read for a reader: from the statements that the reader sees, as they were known on a day, with the names of
 * what they refer to and what is tied to something.
 *
 * Of what nobody had said anything by the day nothing is read. A name has the marking of the statements that give it.
 *
 * Rests on: `readRecord` of core. Next door: `portfolio-desk.ts` and `partner-pages.ts` answer with it.
 */
import type { RecordNames, RecordRow, TiedSection } from '@demarche/api'
import {
  alternativesOf,
  CASE_VOCABULARY,
  caseName,
  effectiveMarking,
  highestMarking,
  kindOfEntity,
  knownBy,
  type Marking,
  type PortfolioRecord,
  type RecordKind,
  readRecord,
  recordName,
  resolveFacts,
  type Statement,
  UNNAMED_CASE,
} from '@demarche/core'
import type { LedgerReads, OpenRecords } from '@demarche/store'

export interface Named {
  readonly names: RecordNames
  /** the highest marking of the statements that give the names; the lowest there is where none does */
  readonly namesMarking: Marking
}

/** What is tied to something, by kind and property, and the records among it with all their facts. */
export interface TiedRead {
  readonly sections: readonly TiedSection[]
  readonly records: readonly PortfolioRecord[]
}

/** How much of what is tied to something is read. */
export interface Wanted {
  readonly most: number
  readonly asOf: string
  readonly open?: readonly OpenRecords[]
}

export interface RecordReading {
  /** the present calendar day in Brussels */
  readonly today: () => string
  /** The records of these entities, in their order; none of which nothing was known by the day. */
  readAll(ledger: LedgerReads, entities: readonly string[], asOf: string): Promise<readonly PortfolioRecord[]>
  /**
   * Everything that has one of these facets: how many, and the last so many of each kind and property; of some kinds also
   * what is open still, however old it is.
   */
  tiedTo(ledger: LedgerReads, facets: readonly string[], wanted: Wanted): Promise<TiedRead>
  /**
   * What is called how of everything that the records refer to.
   * @param read what was read already, which is not read again and adds nothing to the marking of the names
   */
  namesOf(
    ledger: LedgerReads,
    records: readonly Pick<PortfolioRecord, 'facts'>[],
    asOf: string,
    read?: readonly Pick<PortfolioRecord, 'entity' | 'name'>[],
  ): Promise<Named>
}

/** So many of one kind can be tied to something on a day of the past, where each must be looked at before it counts. */
const MOST_IN_THE_PAST = 10_000

export function openRecordReading(kinds: readonly RecordKind[], today: () => string): RecordReading {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))

  const recordsIn = (
    entities: readonly string[],
    known: ReadonlyMap<string, readonly Statement[]>,
    asOf: string,
  ): readonly PortfolioRecord[] =>
    entities.flatMap((entity) => {
      const kind = byId.get(kindOfEntity(entity))
      const statements = known.get(entity)
      return kind && statements ? [readRecord({ kind, entity, statements, asOf })] : []
    })

  const rowIn = (
    entity: string,
    known: ReadonlyMap<string, readonly Statement[]>,
    records: ReadonlyMap<string, PortfolioRecord>,
  ): RecordRow | null => {
    const record = records.get(entity)
    const kind = record && byId.get(record.kind)
    if (kind) return rowOf(kind, record)
    const statements = known.get(entity)
    if (!statements || kindOfEntity(entity) !== 'case') return null
    return {
      entity,
      kind: 'case',
      name: nameOfCase(statements),
      marking: highestMarking(statements.map(effectiveMarking)),
      facts: [],
      doubts: [],
    }
  }

  return {
    today,
    async readAll(ledger, entities, asOf) {
      return recordsIn(entities, await knownOf(ledger, entities, asOf), asOf)
    },
    async tiedTo(ledger, facets, { most, asOf, open }) {
      const isPast = asOf < today()
      const tied = await ledger.findTied(facets, isPast ? MOST_IN_THE_PAST : most, open)
      const entities = [...new Set(tied.flatMap((section) => [...section.entities, ...section.open]))]
      const known = await knownOf(ledger, entities, asOf)
      const records = recordsIn(entities, known, asOf)
      const byEntity = new Map(records.map((record) => [record.entity, record]))
      const rowsOf = (some: readonly string[]) =>
        some.flatMap((entity) => rowIn(entity, known, byEntity) ?? [])
      const read = tied.map(({ kind, property, total, ...section }) => {
        const last = rowsOf(section.entities)
        return {
          kind,
          property,
          total: isPast ? last.length : total,
          rows: [...last.slice(0, most), ...rowsOf(section.open)],
        }
      })
      const sections = read.filter(({ total }) => total > 0)
      const shown = new Set(sections.flatMap(({ rows }) => rows.map(({ entity }) => entity)))
      return { sections, records: records.filter(({ entity }) => shown.has(entity)) }
    },
    async namesOf(ledger, records, asOf, read = []) {
      const referred = [...new Set(records.flatMap(referencesIn))]
      const named = new Map(read.map(({ entity, name }) => [entity, name]))
      const unread = referred.filter((entity) => !named.has(entity))
      const known = await knownOf(ledger, unread, asOf)
      for (const [entity, statements] of known) {
        const kind = byId.get(kindOfEntity(entity))
        if (kind) named.set(entity, recordName({ kind, entity, statements, asOf }))
        else if (kindOfEntity(entity) === 'case') named.set(entity, nameOfCase(statements))
      }
      const naming = [...known.values()].flat().filter(givesName)
      return {
        names: Object.fromEntries(
          referred.flatMap((entity) => {
            const name = named.get(entity)
            return name === undefined ? [] : [[entity, name] as const]
          }),
        ),
        namesMarking: highestMarking(naming.map(effectiveMarking)),
      }
    },
  }
}

/** By entity, what of it was known on the day. */
async function knownOf(
  ledger: LedgerReads,
  entities: readonly string[],
  asOf: string,
): Promise<ReadonlyMap<string, readonly Statement[]>> {
  return Map.groupBy(knownBy(await ledger.statementsOf(entities), { saidBy: asOf }), ({ entity }) => entity)
}

/** A record as a list shows it. */
export function rowOf(
  kind: RecordKind,
  { entity, kind: id, name, marking, facts, doubts }: PortfolioRecord,
): RecordRow {
  const shown = new Set([...kind.columns, 'start', 'end', 'due', 'status'])
  return {
    entity,
    kind: id,
    name,
    marking,
    facts: facts.filter(({ property }) => shown.has(property)),
    doubts,
  }
}

function nameOfCase(statements: readonly Statement[]): string {
  const facts = resolveFacts(CASE_VOCABULARY, statements)
  return caseName(facts, new Map(statements.map((one) => [one.id, one]))) ?? UNNAMED_CASE
}

function givesName({ assertions }: Statement): boolean {
  return assertions.some(({ property }) => property === 'name')
}

/** The entities that a record, or a row of it, points at. */
function referencesIn(record: Pick<PortfolioRecord, 'facts'>): readonly string[] {
  return record.facts
    .flatMap(alternativesOf)
    .flatMap(({ value }) => (typeof value === 'string' && /^[a-z-]+:[\w.-]+$/.test(value) ? [value] : []))
}
