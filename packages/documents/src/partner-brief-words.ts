/**
 * The words of a paper made of records, such as a partner's brief: records by name, what is known of a property, each with its doubt and its sources.
 *
 * Next door: `partner-brief.ts` writes the sections.
 */
import {
  alternativesOf,
  type CalendarDate,
  formatPartialDate,
  isPartialDate,
  type Marking,
  type PartnerView,
  type PortfolioRecord,
  printedNameOf,
  propertyOf,
  type RecordKind,
  sayWord,
  type Statement,
  type StatementId,
  type Value,
} from '@demarche/core'
import type { Inline } from './document-tree.ts'
import { emphasis, PaperWriter } from './paper-writer.ts'

/** Records and what is needed to say them in words. */
export interface RecordsOnPaper {
  readonly records: readonly PortfolioRecord[]
  readonly kinds: readonly RecordKind[]
  /** by id, for the footnotes */
  readonly statements: Readonly<Record<StatementId, Statement>>
  /** names of organisations, regions and records that are referred to */
  readonly names: Readonly<Record<string, string>>
}

/** Everything that the brief is made of; plain data, so that it can go to another thread. */
export interface PartnerBrief extends RecordsOnPaper {
  readonly code: string
  readonly name: string
  readonly asOf: CalendarDate
  readonly producedOn: CalendarDate
  readonly doctrineVersion: string
  /** the highest of anything in it */
  readonly marking: Marking
  readonly view: PartnerView
}

/** Stands behind what nobody read in the source that it is ascribed to. */
export const UNREAD = emphasis(' (unverified)')

export class BriefWords<Paper extends RecordsOnPaper = PartnerBrief> {
  readonly writer: PaperWriter
  protected readonly brief: Paper
  protected readonly records: ReadonlyMap<string, PortfolioRecord>
  protected readonly kinds: ReadonlyMap<string, RecordKind>

  constructor(brief: Paper) {
    this.brief = brief
    this.writer = new PaperWriter(brief.statements)
    this.records = new Map(brief.records.map((record) => [record.entity, record]))
    this.kinds = new Map(brief.kinds.map((kind) => [kind.id, kind]))
  }

  /** The record by name, with references to the statements that name it. */
  named(entity: string): readonly (string | Inline)[] {
    const record = this.records.get(entity)
    if (!record) return [entity]
    const row = record.facts.find(({ property }) => property === 'name')
    return [
      record.name,
      ...(row ? this.writer.support(alternativesOf(row).flatMap(({ support }) => support)) : []),
    ]
  }

  meeting(entity: string): readonly (string | Inline)[] {
    return [...this.named(entity), ', ', ...this.known(entity, 'start')]
  }

  /** What is on record of a property, with its doubt and its sources; that nobody knows, where nobody does. */
  known(entity: string, property: string): readonly (string | Inline)[] {
    const record = this.records.get(entity)
    const row = record?.facts.find((one) => one.property === property)
    const alternatives = row ? alternativesOf(row) : []
    if (!record || alternatives.length === 0) return ['not known']
    const doubt = record.doubts.find((one) => one.property === property)?.what
    const said = alternatives.map(({ value }) => this.#say(record.kind, property, value))
    return [
      doubt === 'contested' ? `${said.join(' or ')} (sources differ)` : said.join('; '),
      ...(doubt === 'unverified' ? [UNREAD] : []),
      ...this.writer.support(alternatives.flatMap(({ support }) => support)),
    ]
  }

  #say(kind: string, property: string, value: Value): string {
    const of = this.kinds.get(kind)
    const known = of && propertyOf(of, property)
    if (Array.isArray(value)) return value.map((one: Value) => this.#say(kind, property, one)).join(', ')
    if (typeof value !== 'string') return String(value)
    if (known?.type === 'date' && isPartialDate(value)) return formatPartialDate(value)
    if (known?.type === 'places') return this.place(value)
    if (known?.type === 'reference') return this.brief.names[value] ?? value
    return known ? sayWord(known, value) : value
  }

  word(kind: string, property: string, word: string, part: string): string {
    const of = this.kinds.get(kind)
    return (of && propertyOf(of, property)?.parts?.[part]?.values?.[word]) ?? word
  }

  place(code: string): string {
    return this.brief.names[code] ?? printedNameOf(code, 'en')
  }
}
