/**
 * The joint text: what the parties negotiate, paragraph by paragraph, as it follows from the acts of a procedure.
 *
 * Plain shapes, made by `read-joint-text.ts`. Nothing is dropped: amendments that were refused, paragraphs that were
 * deleted and reserves that stand are all here, each with who, when and why.
 *
 * Rules TXT-01 to TXT-09 in docs/rules/joint-text.md. Next door: `compare-versions.ts`, `given-up.ts`.
 */
import { inWords, type RefusalWords } from '../../refusal/refusal-words.ts'
import type { Position } from '../position.ts'

/** A paragraph as words alone. */
export interface Paragraph {
  /** unique within a text, and kept when the words change */
  readonly id: string
  readonly text: string
}

/** Who did it and when: `statement` is the act on record, `at` a UTC instant. */
export interface Deed {
  readonly statement: string
  readonly party: string
  readonly at: string
}

/** A reserve or an objection that stands. */
export interface Hold extends Deed {
  readonly position: Position
  /** what is reserved, and what would lift it, in the party's words */
  readonly comment?: string
  /** the version of the text that it was stated on */
  readonly version: number
  /** true when the words have changed since: the party may want to look again */
  readonly wordsChanged: boolean
}

export interface TextAmendment extends Deed {
  /** its id within the procedure */
  readonly amendment: string
  readonly paragraph: string
  readonly kind: 'replace' | 'delete' | 'insert'
  /** the proposed words; empty for a deletion */
  readonly text: string
  readonly reason?: string
  /** the text it was proposed on: version, and the words of the paragraph then */
  readonly base: { readonly version: number; readonly text: string }
  readonly state: 'pending' | 'accepted' | 'rejected'
  /** pending: the words it was proposed on have changed, or the paragraph has gone */
  readonly baseChanged: boolean
  readonly decision?: Deed & { readonly reason?: string }
  /** accepted: the version that it made, and the paragraph that an insertion became */
  readonly version?: number
  readonly became?: string
}

/** `agreed`: in these words, with nothing pending and nothing held. `open` is everything else that is not reserved. */
export const PARAGRAPH_STATES = ['agreed', 'open', 'reserved'] as const
export type ParagraphState = (typeof PARAGRAPH_STATES)[number]

export interface TextParagraph extends Paragraph {
  readonly status: ParagraphState
  /** the present words were recorded as agreed; an amendment or a reserve may have come since */
  readonly agreement?: Deed
  readonly holds: readonly Hold[]
  /** in the order of their proposal, side by side */
  readonly pending: readonly TextAmendment[]
  readonly decided: readonly TextAmendment[]
  /** the version that gave it its present words */
  readonly since: number
}

/** What made a version. */
export type VersionOrigin =
  | { readonly verb: 'set-text'; readonly note?: string }
  | { readonly verb: 'decide-amendment'; readonly amendment: string; readonly proposedBy: string }
  | { readonly verb: 'agree-paragraph'; readonly paragraphs: readonly string[] }

/** The whole text at one moment. A number, once given, always means the same words. */
export interface TextVersion extends Deed {
  /** from 1 */
  readonly number: number
  readonly origin: VersionOrigin
  readonly paragraphs: readonly (Paragraph & { readonly agreed: boolean })[]
}

/** An act that could not do what it says: it changed nothing. */
export interface TextFault {
  readonly statement: string
  readonly rule: string
  readonly text: string
  readonly words: RefusalWords
}

export interface JointText {
  /** in the order of the text; empty while nobody has laid one */
  readonly paragraphs: readonly TextParagraph[]
  /** paragraphs that stood in a version and do not now, with their last words and what is still pending on them */
  readonly removed: readonly (Paragraph & {
    readonly pending: readonly TextAmendment[]
    readonly decided: readonly TextAmendment[]
    readonly removedIn: number
  })[]
  /** every amendment in the order of proposal */
  readonly amendments: readonly TextAmendment[]
  readonly versions: readonly TextVersion[]
  /** reserves and objections to the text as a whole */
  readonly holds: readonly Hold[]
  readonly faults: readonly TextFault[]
}

/** The version of that number, or the last one; undefined when there is none. */
export function versionOf(text: JointText, number?: number): TextVersion | undefined {
  return number === undefined ? text.versions.at(-1) : text.versions.find((each) => each.number === number)
}

/** Why no version has that number; null where one has. PRC-38, TXT-18 */
export function whyNoVersion(
  { versions: { length: most } }: Pick<JointText, 'versions'>,
  seen: number,
): RefusalWords | null {
  if (seen <= most) return null
  return most === 0 ? inWords('no-text') : inWords('no-version', { seen, most })
}

/** True when there is a text, every paragraph of it is agreed, and no reserve stands to the whole. */
export function isAgreed({ paragraphs, holds }: JointText): boolean {
  return paragraphs.length > 0 && holds.length === 0 && paragraphs.every(({ status }) => status === 'agreed')
}
