/**
 * A paper made of records, such as a partner's brief: records by name, what is known of a property, each with its doubt and
 * its sources; and the frame that all such papers have.
 *
 * Next door: `partner-brief.ts`, `confidence-report.ts` and `consultation-synthesis.ts` write the sections.
 */
import {
  alternativesOf,
  type CalendarDate,
  isPartialDate,
  kindOfEntity,
  type Marking,
  type PortfolioRecord,
  printedNameOf,
  propertyOf,
  type RecordDoubt,
  type RecordKind,
  sayWord,
  type Statement,
  type StatementId,
  type Value,
} from '@demarche/core'
import type { Language } from '@demarche/core/kernel/language.ts'
import type { DocumentTree, Inline } from './document-tree.ts'
import { emphasis, PaperWriter, type Words } from './paper-writer.ts'
import { type Wording, wordingIn } from './language/wording.ts'
import { frontOf, subtitleOf } from './paper-frame.ts'
import { plainText } from './plain-text.ts'
import { withStatusNotes } from './with-status-notes.ts'
import { roman } from './wording.ts'

/** Records and what is needed to set a paper of them; plain data, so that it can go to another thread. */
export interface RecordsOnPaper {
  readonly records: readonly PortfolioRecord[]
  readonly kinds: readonly RecordKind[]
  /** by id, for the footnotes */
  readonly statements: Readonly<Record<StatementId, Statement>>
  /** names of organisations, regions and records that are referred to */
  readonly names: Readonly<Record<string, string>>
  readonly producedOn: CalendarDate
  readonly doctrineVersion: string
  /** what the paper is written in, English when absent; `kinds` are in it already, what is on record stays in its own */
  readonly language?: Language
  /** the highest of anything in it */
  readonly marking: Marking
}

/** What a paper of records says beside what all of them do. */
export interface RecordOutline {
  readonly title: string
  readonly asOf: CalendarDate
  /** the head of the table of particulars. @example 'Particulars of the brief' */
  readonly caption: string
  readonly particulars: readonly (readonly [field: string, given: Words])[]
  /** in their order: the number of each follows from its place */
  readonly sections: readonly (readonly [id: string, title: string, write: () => void])[]
}

export class RecordPaper<Paper extends RecordsOnPaper> {
  readonly writer: PaperWriter
  readonly wording: Wording
  protected readonly paper: Paper
  protected readonly records: ReadonlyMap<string, PortfolioRecord>
  protected readonly kinds: ReadonlyMap<string, RecordKind>

  constructor(paper: Paper) {
    this.paper = paper
    this.wording = wordingIn(paper.language ?? 'en')
    this.writer = new PaperWriter(paper.statements, this.wording)
    this.records = new Map(paper.records.map((record) => [record.entity, record]))
    this.kinds = new Map(paper.kinds.map((kind) => [kind.id, kind]))
  }

  /** The whole paper: its particulars, then its sections with their numbers. */
  tree({ title, asOf, caption, particulars, sections }: RecordOutline): DocumentTree {
    const { producedOn, doctrineVersion, marking } = this.paper
    const { say } = this.wording
    this.writer.table(
      caption,
      [
        [say('paper.field'), 22],
        [say('paper.given'), 78],
      ],
      particulars,
    )
    const front = this.writer.close('front', '', '').blocks
    const written = sections.map(([id, heading, write], index) => {
      write()
      return this.writer.close(id, roman(index + 1), heading)
    })
    return withStatusNotes({
      title: plainText(title),
      subtitle: subtitleOf(this.wording, asOf, doctrineVersion, producedOn),
      language: this.wording.language,
      marking,
      knownOn: asOf,
      producedOn,
      doctrineVersion: plainText(doctrineVersion),
      ...frontOf(this.wording, front),
      sections: written,
      annexes: [],
      notes: this.writer.notes,
    })
  }

  /** The record by name, with references to the statements that name it. */
  named(entity: string): readonly (string | Inline)[] {
    const record = this.records.get(entity)
    if (!record) return [entity]
    return [record.name, ...this.notes(entity, 'name')]
  }

  /** References to the statements that say what is known of a property. */
  notes(entity: string, property: string): readonly Inline[] {
    const row = this.records.get(entity)?.facts.find((one) => one.property === property)
    return row ? this.writer.support(alternativesOf(row).flatMap(({ support }) => support)) : []
  }

  meeting(entity: string): readonly (string | Inline)[] {
    return [...this.named(entity), ', ', ...this.known(entity, 'start')]
  }

  /** Stands behind what nobody read in the source that it is ascribed to. */
  get unread(): Inline {
    return emphasis(` ${this.wording.say('record.unread')}`)
  }

  /** What is on record of a property, with its doubt and its sources; that nobody knows, where nobody does. */
  known(entity: string, property: string): readonly (string | Inline)[] {
    const record = this.records.get(entity)
    const row = record?.facts.find((one) => one.property === property)
    const alternatives = row ? alternativesOf(row) : []
    if (!record || alternatives.length === 0) return [this.wording.say('record.unknown')]
    const doubt = record.doubts.find((one) => one.property === property)?.what
    const said = alternatives.map(({ value }) => this.#say(record.kind, property, value))
    return [
      doubt === 'contested'
        ? this.wording.say('record.contested', { values: this.wording.list(said, 'or') })
        : said.join(this.wording.semicolon),
      ...(doubt === 'unverified' ? [this.unread] : []),
      ...this.writer.support(alternatives.flatMap(({ support }) => support)),
    ]
  }

  #say(kind: string, property: string, value: Value): string {
    const of = this.kinds.get(kind)
    const known = of && propertyOf(of, property)
    if (Array.isArray(value)) return value.map((one: Value) => this.#say(kind, property, one)).join(', ')
    if (typeof value !== 'string') return String(value)
    if (known?.type === 'date' && isPartialDate(value)) return this.wording.date(value)
    if (known?.type === 'places') return this.place(value)
    if (known?.type === 'reference') return this.#nameOf(value) ?? value
    return known ? sayWord(known, value) : value
  }

  /** What the property in doubt is called in the language of the paper. */
  labelOf(entity: string, { property, label }: Pick<RecordDoubt, 'property' | 'label'>): string {
    const of = this.kinds.get(kindOfEntity(entity))
    return (of && propertyOf(of, property))?.label ?? label
  }

  /** Whether anything about the property of the record is unread. */
  isUnread(entity: string, property: string): boolean {
    return (
      this.records
        .get(entity)
        ?.doubts.some((doubt) => doubt.property === property && doubt.what === 'unverified') ?? false
    )
  }

  /** True where the record says anything of the property. */
  says(entity: string, property: string): boolean {
    const row = this.records.get(entity)?.facts.find((one) => one.property === property)
    return row !== undefined && alternativesOf(row).length > 0
  }

  word(kind: string, property: string, word: string, part: string): string {
    const of = this.kinds.get(kind)
    return (of && propertyOf(of, property)?.parts?.[part]?.values?.[word]) ?? word
  }

  /** What is referred to may be called anything, `constructor` too. */
  #nameOf(referred: string): string | undefined {
    return Object.hasOwn(this.paper.names, referred) ? this.paper.names[referred] : undefined
  }

  place(code: string): string {
    return this.#nameOf(code) ?? printedNameOf(code, this.wording.language)
  }
}
