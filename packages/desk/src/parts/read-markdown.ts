/**
 * The Markdown of this desk's documents as blocks, for a preview: headings, paragraphs, lists, tables, notes.
 *
 * Reads what the documents are written in and no more; everything else stays text. Nothing in it can become markup of
 * the page: a preview is made of these values, never of the text as it came.
 *
 * Next door: `rendered-markdown.tsx` shows them.
 */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'emphasis' | 'code' | 'note'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly address: string }

export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly content: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | {
      readonly kind: 'list'
      readonly items: readonly { readonly level: number; readonly content: readonly Inline[] }[]
    }
  | {
      readonly kind: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }
  | { readonly kind: 'note'; readonly number: string; readonly content: readonly Inline[] }

/** The blocks of a document in their order. */
export function readMarkdown(markdown: string): readonly MarkdownBlock[] {
  return markdown
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(readBlock)
}

function readBlock(block: string): MarkdownBlock {
  const [, marks, title] = /^(#{1,6}) (.*)$/s.exec(block) ?? []
  if (marks && title !== undefined)
    return { kind: 'heading', level: marks.length, content: readInlines(title) }
  const [, number, note] = /^\[\^(\d+)\]: (.*)$/s.exec(block) ?? []
  if (number && note !== undefined) return { kind: 'note', number, content: readInlines(note) }
  const lines = block.split('\n')
  if (lines.every((line) => /^ *- /.test(line))) {
    const items = lines.map((line) => ({
      level: (line.length - line.trimStart().length) / 2,
      content: readInlines(line.trimStart().slice(2)),
    }))
    return { kind: 'list', items }
  }
  const [head, rule, ...rows] = lines
  if (head?.startsWith('| ') && rule?.startsWith('| ---'))
    return { kind: 'table', head: readRow(head), rows: rows.map(readRow) }
  return { kind: 'paragraph', content: readInlines(block) }
}

function readRow(line: string): readonly (readonly Inline[])[] {
  const cells = line.replace(/^\| /, '').replace(/ \|$/, '')
  return cells.split(/(?<!\\) \| /).map(readInlines)
}

const MARKUP =
  /\\([^\p{L}\p{N}\s])|\*\*((?:\\.|[^*\\])+)\*\*|\*((?:\\.|[^*\\])+)\*|`([^`]+)`|\[\^(\d+)\]|\[((?:\\.|[^\]\\])+)\]\(<([^>]*)>\)|<(https?:[^>\s]+)>/gu

/** A line as runs of text and marks. */
export function readInlines(line: string): readonly Inline[] {
  const found: Inline[] = []
  const say = (text: string) => {
    const last = found.at(-1)
    if (text === '') return
    if (last?.kind === 'text') found[found.length - 1] = { kind: 'text', text: last.text + text }
    else found.push({ kind: 'text', text })
  }
  let at = 0
  for (const match of line.matchAll(MARKUP)) {
    const [whole, escaped, strong, emphasis, code, note, linked, address, bare] = match
    say(line.slice(at, match.index))
    at = match.index + whole.length
    if (escaped !== undefined) say(escaped)
    else if (strong !== undefined) found.push({ kind: 'strong', text: plain(strong) })
    else if (emphasis !== undefined) found.push({ kind: 'emphasis', text: plain(emphasis) })
    else if (code !== undefined) found.push({ kind: 'code', text: code })
    else if (note !== undefined) found.push({ kind: 'note', text: note })
    else if (linked !== undefined && address !== undefined) found.push(linkTo(plain(linked), address))
    else if (bare !== undefined) found.push(linkTo(bare, bare))
  }
  say(line.slice(at))
  return found
}

function linkTo(text: string, address: string): Inline {
  return /^https?:\/\//.test(address) ? { kind: 'link', text, address } : { kind: 'text', text }
}

function plain(text: string): string {
  return text.replaceAll(/\\([^\p{L}\p{N}\s])/gu, '$1')
}
