/**
 * A document of a procedure that circulates: what goes into it.
 *
 * The dossier says what is on record of the case, the acts say what happened on the way, `words` are what a person wrote
 * for a section. Whatever is absent stays visibly blank in the document: nothing is filled in.
 *
 * Plain data: it can be sent to another thread. Next door: `write-document.ts`.
 */
import type {
  CalendarDate,
  Dossier,
  Instant,
  Listing,
  ListingUseFinding,
  Marking,
  PartialDate,
} from '@demarche/core'
import type { Language } from '@demarche/core/kernel/language.ts'
import type { RecordedAct } from '@demarche/core/procedure/act.ts'

export interface ProcedureOnPaper {
  /** all acts of the procedure that the reader may see, in any order */
  readonly acts: readonly RecordedAct[]
  /** id or words of the rule by which it is decided; that of the measure in doctrine when absent */
  readonly decisionRule?: string
  /** when and how it was adopted: silence ends without an act */
  readonly adopted?: { readonly at: Instant; readonly how: 'silence' | 'vote' | 'without-vote' }
}

/** What stands at the head of the document; each that is absent is printed as not given yet. */
export interface DocumentFields {
  /** e.g. the number of the Council document, or of the COREU */
  readonly reference?: string
  readonly date?: CalendarDate
  readonly from?: string
  readonly to?: string
}

/** An item of evidence under the case, as the reader sees it. */
export interface EvidenceOnPaper {
  readonly entity: string
  readonly name: string
  /** the highest marking of what is on record of the item */
  readonly marking: Marking
  readonly use: ListingUseFinding
  /** what kind of data, in words; absent where unknown or contested */
  readonly category?: string
  /** it comes from public sources */
  readonly isOpenSource: boolean
  /** the day of acquisition */
  readonly acquired?: PartialDate
  /** what may be shown to the listed person and a court; absent where nobody wrote it, or several wrote different ones */
  readonly summary?: string
}

export interface CirculatedDocument {
  /** id of the outline in doctrine, one of `CIRCULATED_OUTLINES` */
  readonly outline: string
  readonly dossier: Dossier
  readonly procedure: ProcedureOnPaper
  /** version of the joint text; the last one when absent */
  readonly version?: number
  /** the party that speaks, where the document is one party's: an objection, a proposal */
  readonly party?: string
  readonly fields?: DocumentFields
  /** what a person wrote for a section, by the id of the section in the outline */
  readonly words?: Readonly<Record<string, string>>
  /** paragraph of the joint text to section of the outline; a paragraph `s3` or `s3-2` stands in `s3` without it */
  readonly placement?: Readonly<Record<string, string>>
  /** prints positions by party; they are more sensitive than the text that they concern */
  readonly withPositions?: boolean
  /** items of evidence under the case, for the papers that speak of them */
  readonly evidence?: readonly EvidenceOnPaper[]
  /** the register of listings, for a note on prolonging them */
  readonly register?: readonly Listing[]
  /** marking of the procedure: of its text and its acts */
  readonly marking: Marking
  readonly producedOn: CalendarDate
  /** what the document is written in, English when absent; what is on record stays in its own language */
  readonly language?: Language
}
