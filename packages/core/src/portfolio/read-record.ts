/**
 * One record of the portfolio on one date as one value: what is known of it, what is contested, and what nobody knows.
 *
 * Pure: the same statements, kind and date give the same record, and what the reader may not see cannot show in it.
 *
 * Rules: docs/rules/portfolio.md, PFO-03 to PFO-05. Next door: `record-kind.ts`; `../kernel/fact.ts` resolves facts.
 */
import { type Alternative, type Facts, knownBy, knownValue, resolveFacts, supportOf } from '../kernel/fact.ts'
import { factRow, type FactRow, otherTimes } from '../kernel/fact-row.ts'
import { highestMarking, type Marking } from '../kernel/marking.ts'
import { effectiveMarking } from '../kernel/may-read.ts'
import type { CalendarDate, Instant } from '../kernel/partial-date.ts'
import type { Statement } from '../kernel/statement.ts'
import type { Value } from '../kernel/value.ts'
import { vocabularyOf } from './kind-vocabulary.ts'
import type { RecordKind } from './record-kind.ts'

/** What nobody knows of a record, or knows well: an entry of the list of work, not a footnote. */
export interface RecordDoubt {
  readonly property: string
  readonly label: string
  /** nobody has stated it; sources disagree on it; nobody read it in the source that it is ascribed to */
  readonly what: 'missing' | 'contested' | 'unverified'
}

export interface PortfolioRecord {
  readonly entity: string
  readonly kind: string
  /** the entity's own slug where nobody has named it */
  readonly name: string
  readonly asOf: CalendarDate
  /** the highest marking of anything in it; of all that is on record where nothing was known by the day */
  readonly marking: Marking
  readonly facts: readonly FactRow[]
  readonly doubts: readonly RecordDoubt[]
}

export interface RecordInput {
  readonly kind: RecordKind
  readonly entity: string
  /** every statement about the entity that the reader may see */
  readonly statements: readonly Statement[]
  readonly asOf: CalendarDate
  readonly recordedBy?: Instant | undefined
}

/** Reads a record; with no statement known by the date everything expected of it is missing. */
export function readRecord({ kind, entity, statements, asOf, recordedBy }: RecordInput): PortfolioRecord {
  const vocabulary = vocabularyOf(kind)
  const known = knownBy(statements, { saidBy: asOf, recordedBy })
  const facts = resolveFacts(vocabulary, known, { heldOn: asOf })
  const others = otherTimes(vocabulary, known, asOf)
  return {
    entity,
    kind: kind.id,
    name: nameIn(facts) ?? slugOfEntity(entity),
    asOf,
    marking: highestMarking((known.length > 0 ? known : statements).map(effectiveMarking)),
    facts: vocabulary.properties.map((property) => factRow(property, facts, others.get(property.name))),
    doubts: doubtsOf(kind, facts, known),
  }
}

/** What `readRecord` calls the record; nothing else of it is read. */
export function recordName({ kind, entity, statements, asOf, recordedBy }: RecordInput): string {
  const vocabulary = vocabularyOf(kind)
  const known = knownBy(statements, { saidBy: asOf, recordedBy })
  const find = (property: string) => (property === 'name' ? vocabulary.find(property) : undefined)
  return nameIn(resolveFacts({ ...vocabulary, find }, known, { heldOn: asOf })) ?? slugOfEntity(entity)
}

/** Everything that stands for a property, whatever its cardinality; contested values side by side. */
export function alternativesOf(row: FactRow): readonly Alternative[] {
  if (row.cardinality === 'many') return row.values ?? []
  const { fact } = row
  if (!fact || fact.state === 'unknown') return []
  return fact.state === 'known' ? [{ value: fact.value, support: fact.support }] : fact.alternatives
}

/** True where nothing is said of it on any day: all that was on record was withdrawn, or nothing was known yet. */
export function saysNothing({ facts }: Pick<PortfolioRecord, 'facts'>): boolean {
  return facts.every((row) => alternativesOf(row).length === 0 && row.otherTimes === undefined)
}

/** The values of a property of the record, contested ones side by side. */
export function valuesOf(record: Pick<PortfolioRecord, 'facts'>, property: string): readonly Value[] {
  const row = record.facts.find((one) => one.property === property)
  return row ? alternativesOf(row).map(({ value }) => value) : []
}

/** The words or codes in the values of a property, each once. */
export function wordsIn(record: Pick<PortfolioRecord, 'facts'>, property: string): readonly string[] {
  return [
    ...new Set(
      valuesOf(record, property).flatMap((value) =>
        Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [],
      ),
    ),
  ]
}

/** The part of an entity behind its kind: `glacy-plus` of `project:glacy-plus`. */
export function slugOfEntity(entity: string): string {
  return entity.slice(entity.indexOf(':') + 1)
}

/** The kind of an entity: `project` of `project:glacy-plus`. */
export function kindOfEntity(entity: string): string {
  return entity.slice(0, entity.indexOf(':'))
}

function nameIn(facts: Facts): string | undefined {
  const fact = facts.one('name')
  const value = fact.state === 'contested' ? fact.alternatives[0]?.value : knownValue(fact)
  return typeof value === 'string' ? value : undefined
}

function doubtsOf(kind: RecordKind, facts: Facts, known: readonly Statement[]): readonly RecordDoubt[] {
  const read = new Set(known.filter(({ source }) => source.verified).map(({ id }) => id))
  return kind.properties.flatMap(({ name, label, many, expected }): readonly RecordDoubt[] => {
    const fact = facts.one(name)
    const support = many ? facts.many(name).flatMap((one) => one.support) : supportOf(fact)
    if (support.length === 0) return expected ? [{ property: name, label, what: 'missing' }] : NONE
    if (!many && fact.state === 'contested') return [{ property: name, label, what: 'contested' }]
    return support.some(({ statement }) => read.has(statement))
      ? NONE
      : [{ property: name, label, what: 'unverified' }]
  })
}

const NONE: readonly never[] = []
