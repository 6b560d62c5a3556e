/**
 * Sets a document tree as Markdown (CommonMark with tables and footnotes as on GitHub and in Pandoc).
 *
 * Text is escaped, so that nothing in a report can become a heading, a link or raw HTML. The marking stands on the
 * first and the last line, since a page of Markdown has no header.
 */
import { formatMarking } from '@demarche/core'
import {
  annexHeading,
  sectionHeading,
  type Block,
  type Content,
  type DocumentTree,
  type Inline,
  type Section,
  type Table,
} from './document-tree.ts'
import { wordingIn } from './language/wording.ts'

export function renderMarkdown(tree: DocumentTree): string {
  const marking = `**${escapeMarkdown(formatMarking(tree.marking))}**`
  const annexes = tree.annexes.flatMap((annex) => section(annex, annexHeading(annex, tree.language)))
  const parts = [
    marking,
    `# ${escapeMarkdown(tree.title)}`,
    escapeMarkdown(tree.subtitle),
    ...(tree.front ?? []).map(block),
    ...(tree.summary
      ? [`## ${escapeMarkdown(wordingIn(tree.language).say('paper.summary'))}`, ...tree.summary.map(block)]
      : []),
    ...tree.sections.flatMap((each) => section(each, sectionHeading(each))),
    ...annexes,
    ...tree.notes.map(({ number, content }) => `[^${number}]: ${inlines(content)}`),
    marking,
  ]
  return `${parts.join('\n\n')}\n`
}

/** The text with a backslash before everything that Markdown could read as markup. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&!$^]/g, '\\$&')
    .replace(/^(\s*)([-+=:])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replaceAll('://', '\\://')
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/@/g, '\\@')
}

function section({ blocks }: Section, heading: string): readonly string[] {
  return [`## ${escapeMarkdown(heading)}`, ...blocks.map(block)]
}

function block(each: Block): string {
  switch (each.kind) {
    case 'heading':
      return `${'#'.repeat(each.level + 1)} ${escapeMarkdown(each.text)}`
    case 'paragraph':
      return `${each.number === undefined ? '' : `${each.number}. `}${inlines(each.content)}`
    case 'list':
      return each.items.map(({ level, content }) => `${'  '.repeat(level)}- ${inlines(content)}`).join('\n')
    case 'table':
      return table(each)
  }
}

function table({ columns, rows, caption }: Table): string {
  return [
    `*${escapeMarkdown(caption)}*`,
    '',
    line(columns.map(({ label }) => escapeMarkdown(label))),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(row.map(inlines))),
  ].join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function inlines(content: Content): string {
  return content.map(inline).join('')
}

function inline(each: Inline): string {
  switch (each.kind) {
    case 'text':
      return escapeMarkdown(each.text)
    case 'strong':
      return wrapped(each.text, '**')
    case 'emphasis':
      return wrapped(each.text, '*')
    case 'code':
      return /[`|]/.test(each.text) ? escapeMarkdown(each.text) : `\`${each.text}\``
    case 'link':
      return link(each.text, each.address)
    case 'notes':
      return each.numbers.map((number) => `[^${number}]`).join('')
  }
}

function link(text: string, address: string): string {
  const target = `<${address.replaceAll('|', '%7C')}>`
  return text === address ? target : `[${escapeMarkdown(text)}](${target})`
}

/** Emphasis must hug its text; spaces at the ends go outside. */
function wrapped(text: string, mark: string): string {
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return core === '' ? text : `${before}${mark}${escapeMarkdown(core)}${mark}${after}`
}
