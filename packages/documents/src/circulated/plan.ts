/**
 * The plan of a document: which section of the outline is written by what.
 *
 * A section writer puts on paper what is on record and returns nothing; or returns, in words, what is missing. The words
 * of a person come first and make up for what is missing. Next door: `write-document.ts` carries plans out.
 */
import type { Section } from '../document-tree.ts'
import type { Draft } from './draft.ts'

/** Writes a section; returns what is missing when there is nothing to write. */
export type SectionWriter = (draft: Draft) => string | undefined

export interface DocumentPlan {
  readonly outline: string
  /** the heading of the whole; the label of the outline when absent */
  readonly title?: (draft: Draft) => string
  /** it is a paper of the case and of no procedure: it speaks before one is opened */
  readonly ofCase?: true
  /** it is the message of one party, which stands as its sender */
  readonly ofOneParty?: true
  /** its sender is left out where that is the party that proposed: who proposes a listing is kept confidential */
  readonly keepsProposer?: true
  /** it says nothing of the case, not even its name: what is adopted speaks for itself */
  readonly withoutCase?: true
  /** it is an act, or a part of one: a draft until it is adopted */
  readonly isAct?: true
  /** where it stands, for what is a draft until something else than an adoption has happened */
  readonly status?: (draft: Draft) => string
  /** false where custom gives the sections no numbers */
  readonly numbers: boolean
  /** by the id of the section in the outline */
  readonly sections: Readonly<Record<string, SectionWriter>>
  /** sections in an order of their own: a text keeps its order, whatever the outline says */
  readonly arrange?: (draft: Draft) => readonly Section[]
  readonly annexes?: (draft: Draft) => readonly Section[]
}

/** A list under an introduction, or what is missing when it is empty. */
export function listed(
  draft: Draft,
  introduction: string,
  lines: readonly Parameters<Draft['writer']['paragraph']>[0][],
  missing: string,
): string | undefined {
  if (lines.length === 0) return missing
  draft.writer.paragraph(introduction)
  draft.writer.list(lines)
  return undefined
}

/** Writes a section of the outline: a person's words, what is on record, or what is missing. */
export function fill(draft: Draft, section: string, write: SectionWriter | undefined): void {
  const wrote = draft.personWrote(section)
  const missing = write ? write(draft) : draft.wording.say('paper.keepsNothing')
  if (missing !== undefined && !wrote) draft.missing(missing)
}
