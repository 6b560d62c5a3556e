/**
 * The document tree: one paper as a value, before it becomes a Word file, a PDF or a page of Markdown.
 *
 * A builder such as `options-paper.ts` makes it; the renderers only set it in type. Numbers of paragraphs and of
 * footnotes are part of the tree, so that "paragraph 12" is paragraph 12 in every format. All text in it is data:
 * a renderer never reads markup out of it.
 *
 * Next door: `paper-writer.ts` builds trees, `render-document.ts` chooses a renderer.
 */
import type { CalendarDate, Marking } from '@demarche/core'
import type { Language } from '@demarche/core/kernel/language.ts'
import { wordingIn } from './language/wording.ts'

export type Inline =
  | {
      readonly kind: 'text' | 'strong' | 'emphasis' | 'code'
      readonly text: string
      /** a blank: it says what belongs there (TXT-24) */
      readonly isGap?: true
      /** of words in another language than the paper */
      readonly language?: Language
    }
  /** an http or https address; anything else is set as text by the writer */
  | {
      readonly kind: 'link'
      readonly text: string
      readonly address: string
      readonly language?: Language
    }
  /** references to footnotes by their number, ascending; the same footnote may be referred to again */
  | { readonly kind: 'notes'; readonly numbers: readonly number[] }

export type Content = readonly Inline[]

export interface ListItem {
  /** 0 for the outermost level */
  readonly level: number
  readonly content: Content
}

export interface Column {
  readonly label: string
  /** width as a share of the sum of all shares */
  readonly share: number
}

export interface Table {
  readonly kind: 'table'
  /** what the table shows; also its description for readers who cannot see it */
  readonly caption: string
  /** the head row, repeated on each page */
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Content[])[]
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  /** `number` continues through the whole paper; paragraphs without one introduce an annex or a table */
  | {
      readonly kind: 'paragraph'
      readonly number?: number
      readonly content: Content
      /** it says that nothing is on record for its section (TXT-16) */
      readonly isGap?: true
    }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | Table

export interface Section {
  readonly id: string
  /** `I`, `II` … for sections, `A`, `B` … for annexes; empty where custom has no numbers */
  readonly number: string
  readonly title: string
  readonly blocks: readonly Block[]
}

/** A footnote: where a statement stands, or which provision of law or guidance a line rests on. */
export interface Note {
  readonly number: number
  readonly kind: 'statement' | 'law'
  readonly content: Content
}

export interface DocumentTree {
  readonly title: string
  readonly subtitle: string
  readonly language: Language
  /** printed in the header and the footer of each page */
  readonly marking: Marking
  /** what was known by the end of this day */
  readonly knownOn: CalendarDate
  readonly producedOn: CalendarDate
  readonly doctrineVersion: string
  /** stands between the title and everything else: reference, date and other particulars of the paper */
  readonly front?: readonly Block[]
  /** stands alone on the first page, before the numbered sections; a paper may have none */
  readonly summary?: readonly Block[]
  readonly sections: readonly Section[]
  readonly annexes: readonly Section[]
  /** in order of first reference, numbered from 1 */
  readonly notes: readonly Note[]
}

/** @example sectionHeading({ number: 'II', title: 'Facts', … }) // 'II. Facts' */
export function sectionHeading({ number, title }: Section): string {
  return number === '' ? title : `${number}. ${title}`
}

/** @example annexHeading({ number: 'A', title: 'Facts', … }, 'en') // 'Annex A: Facts'; the title alone where it has no letter */
export function annexHeading({ number, title }: Section, language: Language): string {
  return number === '' ? title : wordingIn(language).say('paper.annex', { letter: number, title })
}

/** Rows of more letters than this may break over a page; shorter ones stay whole. */
const LONG_ROW = 700

/** True when a row is short enough to be kept on one page. */
export function staysWhole(row: readonly Content[]): boolean {
  return row.every((cell) => textOf(cell).length <= LONG_ROW)
}

/** The text of a run of inlines, footnote references left out. */
export function textOf(content: Content): string {
  return content.map((inline) => (inline.kind === 'notes' ? '' : inline.text)).join('')
}

/** How many places of a paper say that nothing is on record for them: paragraphs, and blanks inside a line. */
export function gapsIn({ front = [], summary = [], sections, annexes }: DocumentTree): number {
  const blocks = [...front, ...summary, ...[...sections, ...annexes].flatMap((section) => section.blocks)]
  return blocks.reduce((count, block) => {
    const blanks = contentsOf(block)
      .flat()
      .filter((inline) => 'isGap' in inline && inline.isGap).length
    return count + blanks + (block.kind === 'paragraph' && block.isGap ? 1 : 0)
  }, 0)
}

function contentsOf(block: Block): readonly Content[] {
  switch (block.kind) {
    case 'heading':
      return []
    case 'paragraph':
      return [block.content]
    case 'list':
      return block.items.map(({ content }) => content)
    case 'table':
      return block.rows.flat()
  }
}
