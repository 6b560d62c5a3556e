/**
 * Writes a document tree from front to back: counts paragraphs, numbers footnotes, opens sections.
 *
 * A footnote is numbered at its first reference and keeps that number: one statement, one footnote. Call the methods
 * in the order in which the paper is read.
 *
 * Next door: `document-tree.ts` for what comes out, `options-paper.ts` for a paper written with it.
 */
import { formatMarking, placeInFile, type Citation, type Statement, type StatementId } from '@demarche/core'
import type { Block, Column, Content, Inline, ListItem, Note, Section } from './document-tree.ts'
import type { Wording } from './language/wording.ts'
import { plainText } from './plain-text.ts'
import { opening, sayCitation } from './wording.ts'

/** What may be handed in as content: plain strings are text. */
export type Words = string | Inline | readonly (string | Inline)[]

export class PaperWriter {
  readonly #statements: Readonly<Record<StatementId, Statement>>
  readonly #wording: Wording
  readonly #notes: { readonly kind: Note['kind']; readonly write: () => Words }[] = []
  readonly #numbers = new Map<string, number>()
  /** provisions that some entry cites without anybody having read them */
  readonly #unread = new Set<string>()
  #blocks: Block[] = []
  #paragraphs = 0

  constructor(statements: Readonly<Record<StatementId, Statement>>, wording: Wording) {
    this.#statements = statements
    this.#wording = wording
  }

  /** A paragraph that carries the next number of the paper. */
  numbered(words: Words): void {
    this.#paragraphs += 1
    this.#blocks.push({ kind: 'paragraph', number: this.#paragraphs, content: contentOf(words) })
  }

  paragraph(words: Words): void {
    this.#blocks.push({ kind: 'paragraph', content: contentOf(words) })
  }

  /** A paragraph that says what is missing. */
  gap(words: Words): void {
    this.#blocks.push({ kind: 'paragraph', content: contentOf(words), isGap: true })
  }

  heading(text: string, level: 2 | 3 = 2): void {
    this.#blocks.push({ kind: 'heading', level, text: plainText(text) })
  }

  list(items: readonly Words[]): void {
    this.nested(items.map((words) => ({ level: 0, words })))
  }

  nested(items: readonly { readonly level: number; readonly words: Words }[]): void {
    if (items.length === 0) return
    const listed: ListItem[] = items.map(({ level, words }) => ({ level, content: contentOf(words) }))
    this.#blocks.push({ kind: 'list', items: listed })
  }

  /** Rows without any are left out: a head without rows says nothing. */
  table(
    caption: string,
    columns: readonly (readonly [label: string, share: number])[],
    rows: readonly (readonly Words[])[],
  ): void {
    if (rows.length === 0) return
    this.#blocks.push({
      kind: 'table',
      caption: plainText(caption),
      columns: columns.map(([label, share]): Column => ({ label: plainText(label), share })),
      rows: rows.map((row) => row.map(contentOf)),
    })
  }

  /** References to the statements that a line rests on; empty when it rests on none. */
  statements(ids: Iterable<StatementId>): readonly Inline[] {
    const numbers = [...new Set(ids)].flatMap((id) => {
      const statement = this.#statements[id]
      return statement
        ? [this.#note(`statement:${id}`, 'statement', () => statementNote(this.#wording, statement))]
        : []
    })
    return references(numbers)
  }

  /** Like `statements`, from the support of a fact or finding. */
  support(support: Iterable<{ readonly statement: StatementId }>): readonly Inline[] {
    return this.statements([...support].map(({ statement }) => statement))
  }

  /** A reference to a provision of law or guidance. `verified` false is said in the footnote. */
  law(citation: Citation | undefined, verified: boolean | undefined): readonly Inline[] {
    if (!citation) return []
    const key = `law:${sayCitation(citation)}`
    if (verified === false) this.#unread.add(key)
    return references([this.#note(key, 'law', () => lawNote(this.#wording, citation, this.#unread.has(key)))])
  }

  /** Ends a section or annex and hands it over. */
  close(id: string, number: string, title: string): Section {
    const blocks = this.#blocks
    this.#blocks = []
    return { id, number, title: plainText(title), blocks }
  }

  /** The footnotes so far, in the order of their numbers. */
  get notes(): readonly Note[] {
    return this.#notes.map(({ kind, write }, index) => ({
      number: index + 1,
      kind,
      content: contentOf(write()),
    }))
  }

  #note(key: string, kind: Note['kind'], write: () => Words): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#notes.length + 1
    this.#numbers.set(key, number)
    this.#notes.push({ kind, write })
    return number
  }
}

export const strong = (text: string): Inline => ({ kind: 'strong', text })
export const emphasis = (text: string): Inline => ({ kind: 'emphasis', text })
export const code = (text: string): Inline => ({ kind: 'code', text })

/** An address as a link where it is one, else as text. */
export function address(text: string): Inline {
  const cleaned = plainText(text)
  return /^https?:\/\/[^\s"<>\\^`{|}]+$/i.test(cleaned) && URL.canParse(cleaned)
    ? { kind: 'link', text: cleaned, address: cleaned }
    : { kind: 'text', text: cleaned }
}

/** The short form of a statement's id by which paper and desk name it. */
export function shortId(id: StatementId): string {
  return id.slice(0, 12)
}

/** In short: doubt and address stand beside the statement in the annex. */
function statementNote(wording: Wording, { id, source, grading, marking }: Statement): Words {
  const { say, saying, date } = wording
  // a path into a data file helps nobody at the foot of a page; Annex C has it in words
  const place = source.locator && placeInFile(source.locator) ? undefined : source.locator
  const said = [wording.source(source), source.date ? date(source.date) : say('paper.undated'), place].filter(
    (part) => part !== undefined,
  )
  return [
    ...saying(
      'paper.statementNote',
      { statement: code(shortId(id)) },
      {
        source: opening(said.join(', ')),
        grading: `${grading.reliability}${grading.credibility}`,
        marking: formatMarking(marking),
      },
    ),
    ...(source.verified ? [] : [' ', emphasis(say('paper.unreadPassage'))]),
  ]
}

/** The citation is the link: on paper the document and the place are enough. */
function lawNote({ say, onRecord, ofRecord }: Wording, citation: Citation, unread: boolean): Words {
  const said = sayCitation(citation)
  const linked = citation.address ? address(citation.address) : undefined
  return [
    linked?.kind === 'link' ? { ...linked, ...ofRecord, text: said } : onRecord(said),
    '.',
    ...(unread ? [' ', emphasis(say('paper.unreadProvision'))] : []),
  ]
}

function references(numbers: readonly number[]): readonly Inline[] {
  return numbers.length === 0 ? [] : [{ kind: 'notes', numbers: numbers.toSorted((a, b) => a - b) }]
}

function contentOf(words: Words): Content {
  const parts = typeof words === 'string' || 'kind' in words ? [words] : words
  const inlines = parts.flatMap((part): readonly Inline[] => {
    if (typeof part === 'string') return part === '' ? [] : [{ kind: 'text', text: plainText(part) }]
    if (part.kind === 'notes') return [part]
    return [{ ...part, text: plainText(part.text) }]
  })
  return inlines.reduce<readonly Inline[]>(joined, [])
}

/** Two runs of text in one language side by side are one; so are two of references, that `1` and `8` never read as 18. */
function joined(done: readonly Inline[], next: Inline): readonly Inline[] {
  const last = done.at(-1)
  if (last?.kind === 'text' && next.kind === 'text' && last.language === next.language) {
    return [...done.slice(0, -1), { ...next, text: last.text + next.text }]
  }
  if (last?.kind !== 'notes' || next.kind !== 'notes') return [...done, next]
  return [...done.slice(0, -1), ...references([...new Set([...last.numbers, ...next.numbers])])]
}
