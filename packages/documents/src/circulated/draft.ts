/**
 * A document while it is written: the writer, the procedure read from its acts, and the marking of what went in.
 *
 * Each thing that is said of the case passes through here with the statements it rests on, so that the document carries
 * the highest marking of what it contains, no more. A document for the public may say of the case only what rests on
 * public statements.
 *
 * Rules TXT-15 to TXT-18 in docs/rules/joint-text.md. Next door: `case-on-record.ts`, `text-body.ts`.
 */
import {
  highestMarking,
  isAtLeastAsStrict,
  isCountryCode,
  markingKey,
  OWN_DESK,
  PUBLIC,
  type CalendarDate,
  type Citation,
  type Doctrine,
  type DocumentOutline,
  type Dossier,
  type LegalTest,
  type Marking,
  type Measure,
  type Track,
} from '@demarche/core'
import { LANGUAGES } from '@demarche/core/kernel/language.ts'
import type { Act, ActVerb, RecordedAct } from '@demarche/core/procedure/act.ts'
import { brusselsTime } from '@demarche/core/kernel/brussels-time.ts'
import {
  readJointText,
  versionOf,
  type JointText,
  type TextVersion,
} from '@demarche/core/procedure/joint-text/index.ts'
import { type ListingAnnex, readListingAnnex } from '@demarche/core/procedure/listing-annex.ts'
import type { Inline } from '../document-tree.ts'
import { type Wording, wordingIn } from '../language/wording.ts'
import { entryOf, measureOf, testOf, type Paper } from '../options-paper/paper.ts'
import { emphasis, PaperWriter, type Words } from '../paper-writer.ts'
import type { CirculatedDocument } from './circulated-document.ts'

/** An act on record of one verb. */
export type Recorded<V extends ActVerb> = Omit<RecordedAct, 'act'> & {
  readonly act: Extract<Act, { verb: V }>
}

type Cited = Iterable<{ readonly statement: string }>

/** Readers outside of the institutions and the capitals, as outlines name them. */
const OUTSIDE: readonly string[] = ['public', 'listed-person', 'court-if-challenged']

export class Draft implements Paper {
  readonly input: CirculatedDocument
  readonly outline: DocumentOutline
  readonly dossier: Dossier
  readonly doctrine: Doctrine
  readonly writer: PaperWriter
  readonly wording: Wording
  readonly joint: JointText
  readonly version: TextVersion | undefined
  readonly acts: readonly RecordedAct[]
  /** it leaves the house: nothing in it may rest on a marked statement */
  readonly isPublic: boolean
  readonly #contained: Marking[]

  constructor(input: CirculatedDocument, outline: DocumentOutline, doctrine: Doctrine) {
    this.input = input
    this.outline = outline
    this.dossier = input.dossier
    this.doctrine = doctrine
    this.wording = wordingIn(input.language ?? 'en')
    this.writer = new PaperWriter(input.dossier.statements, this.wording)
    this.joint = readJointText(input.procedure.acts)
    this.version = versionOf(this.joint, input.version)
    this.acts = input.procedure.acts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    this.isPublic = outline.audience.some((reader) => OUTSIDE.includes(reader))
    this.#contained = [input.marking]
  }

  /** The highest marking of what has been written so far. */
  get marking(): Marking {
    return highestMarking(this.#contained)
  }

  /** True when what rests on these statements may stand in this document. */
  maySay(support: Cited): boolean {
    if (!this.isPublic) return true
    const markings = [...support].map(({ statement }) => this.dossier.statements[statement]?.marking)
    return (
      markings.length > 0 &&
      markings.every((marking) => marking !== undefined && markingKey(marking) === markingKey(PUBLIC))
    )
  }

  /** True when what is marked so may stand in a paper that goes to all who see the procedure. */
  mayCarry(marking: Marking): boolean {
    return isAtLeastAsStrict(this.input.marking, marking)
  }

  /** Counts something that carries no statement of the dossier. */
  carry(marking: Marking): void {
    this.#contained.push(marking)
  }

  /** Footnotes to the statements that a line rests on; what it rests on counts for the marking. */
  cite(support: Cited): readonly Inline[] {
    const ids = [...support].map(({ statement }) => statement)
    if (ids.length === 0) this.derived()
    for (const id of ids) this.#contained.push(this.dossier.statements[id]?.marking ?? this.dossier.marking)
    return this.writer.statements(ids)
  }

  /** What follows from the case as a whole counts as the dossier does. */
  derived(): void {
    this.#contained.push(this.dossier.marking)
  }

  law(citation: Citation | undefined, verified: boolean | undefined): readonly Inline[] {
    return this.writer.law(citation, verified)
  }

  /** The last act of that verb, by anybody or by one party. */
  last<V extends ActVerb>(verb: V, party?: string): Recorded<V> | undefined {
    return this.all(verb, party).at(-1)
  }

  all<V extends ActVerb>(verb: V, party?: string): readonly Recorded<V>[] {
    return this.acts.filter(
      (each): each is RecordedAct & Recorded<V> =>
        each.act.verb === verb && (party === undefined || each.party === party),
    )
  }

  get opened(): Recorded<'open'> | undefined {
    return this.last('open')
  }

  get measure(): Measure | undefined {
    const id = this.opened?.act.measure
    return id === undefined ? undefined : measureOf(this, id)
  }

  get track(): Track | undefined {
    return entryOf(this, this.doctrine.tracks, this.opened?.act.track ?? '')
  }

  /** The name of the measure of the procedure, where it is one of the catalogue. */
  get measureLabel(): string | undefined {
    const { measure } = this
    return measure && this.wording.label('measures', measure.id, measure.label)
  }

  /** Whom a listing names, on which grounds: the one source of the annexes of both acts (TXT-22). */
  get annex(): ListingAnnex {
    return readListingAnnex(this.acts, this.version, this.adopted?.at)
  }

  /** A test of doctrine by its name without the `test-` that some packs put before it. */
  testNamed(name: string): LegalTest | undefined {
    return testOf(this, `test-${name}`) ?? testOf(this, name)
  }

  /** A footnote to the provision that a test of doctrine rests on. */
  lawOf(name: string): readonly Inline[] {
    const test = this.testNamed(name)
    return this.law(test?.source, test?.verified)
  }

  get title(): string {
    return this.opened?.act.title ?? this.wording.say('paper.untitled')
  }

  /**
   * What the document is about: the title, without the name of the measure that the label of a document says already. The
   * title was given in the language of whoever opened the procedure.
   */
  get subject(): string {
    const { measure } = this
    if (!measure) return this.title
    const openings = LANGUAGES.map(wordingIn).flatMap(({ say, label }) =>
      [measure.label, label('measures', measure.id, measure.label)].map((name) =>
        say('paper.labelled', { label: name, text: '' }),
      ),
    )
    const opening = openings.find((each) => this.title.startsWith(each)) ?? ''
    return this.title.slice(opening.length)
  }

  /** When what stands in this version was adopted; undefined while it was not, and for an earlier version. */
  get adopted(): CirculatedDocument['procedure']['adopted'] {
    return this.version === this.joint.versions.at(-1) ? this.input.procedure.adopted : undefined
  }

  /** The last circulation of this document. */
  get circulation(): Recorded<'circulate'> | undefined {
    return this.all('circulate').findLast(({ act }) =>
      act.documents.some(({ outline }) => outline === this.outline.id),
    )
  }

  /** The day of the text: as given, of its adoption, or of its last circulation. */
  get date(): CalendarDate | undefined {
    const at = this.adopted?.at ?? this.circulation?.at
    return this.input.fields?.date ?? (at === undefined ? undefined : brusselsTime(at).date)
  }

  /** What a person wrote for a section, as paragraphs; false when nobody did. */
  personWrote(section: string): boolean {
    const words = this.input.words?.[section]?.trim()
    if (!words) return false
    for (const line of linesOf(words)) this.writer.paragraph(line)
    return true
  }

  /** TXT-16: says that a section has nothing, and what would fill it. */
  missing(what: string): void {
    this.writer.gap([emphasis(this.wording.say('paper.missing', { what }))])
  }

  /** A party by its name: of a State by its code, of others from doctrine; its code where there is none. */
  party(code: string): string {
    if (code === OWN_DESK) return this.wording.say('paper.ownDesk')
    if (isCountryCode(code)) return this.wording.country(code)
    const named = this.doctrine.parties?.filter((party) => party.code === code) ?? []
    const found = entryOf(this, named, named[0]?.id ?? '')
    return found ? this.wording.label('parties', found.id, found.label) : code
  }

  /** TXT-24: a blank inside a line, with what belongs there; it counts as a gap of the document. */
  blank(what: string): Inline {
    return { kind: 'emphasis', text: this.wording.say('paper.blank', { what }), isGap: true }
  }

  /** What is on record, else a blank that says what belongs there. */
  orBlank(words: Words | undefined, what: string): Words {
    return words === undefined || words === '' ? this.blank(what) : words
  }

  /** TXT-17: a field that nobody gave is a visible blank. */
  given(value: string | undefined): Words {
    const isBlank = value === undefined || value.trim() === ''
    return isBlank ? [emphasis(this.wording.say('paper.notGiven'))] : value
  }
}

/** Words as parts, to be put beside others in one line. */
export function parts(words: Words): readonly (string | Inline)[] {
  return typeof words === 'string' || 'kind' in words ? [words] : words
}

export function linesOf(text: string): readonly string[] {
  return text.split(/\s*\n+\s*/).filter((line) => line.trim() !== '')
}
