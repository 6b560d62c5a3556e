/**
 * The notes on status that belong to the name of Kosovo and of Palestine, set below the last section of a paper that
 * names them, whoever wrote the name.
 *
 * Rests on: core's `places/status-notes.ts`. Rule: docs/rules/places.md, PLC-05.
 */
import { nameOf, PLACES_WITH_NOTE, printedNameOf, statusNoteOf } from '@demarche/core'
import { type Block, type DocumentTree, textOf } from './document-tree.ts'
import { wordingIn } from './language/wording.ts'

/** The tree with the note on each place that it names; the same tree when it names none. */
export function withStatusNotes(tree: DocumentTree): DocumentTree {
  const last = tree.sections.at(-1)
  if (!last) return tree
  const said = wordsOf(tree)
  const notes = PLACES_WITH_NOTE.filter((code) =>
    new RegExp(`(?<!\\p{L})${nameOf(code, tree.language)}(?!\\p{L})`, 'u').test(said),
  ).map((code): Block => {
    const text = wordingIn(tree.language).say('paper.labelled', {
      label: printedNameOf(code, tree.language),
      text: statusNoteOf(code, tree.language) ?? '',
    })
    return { kind: 'paragraph', content: [{ kind: 'text', text }] }
  })
  if (notes.length === 0) return tree
  return {
    ...tree,
    sections: [...tree.sections.slice(0, -1), { ...last, blocks: [...last.blocks, ...notes] }],
  }
}

function wordsOf({ title, front = [], summary = [], sections, annexes, notes }: DocumentTree): string {
  const parts = [...sections, ...annexes]
  return [
    title,
    ...parts.map((part) => part.title),
    ...[...front, ...summary, ...parts.flatMap(({ blocks }) => blocks)].map(wordsIn),
    ...notes.map(({ content }) => textOf(content)),
  ].join('\n')
}

function wordsIn(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text
    case 'paragraph':
      return textOf(block.content)
    case 'list':
      return block.items.map(({ content }) => textOf(content)).join('\n')
    case 'table':
      return [block.caption, ...block.rows.flatMap((row) => row.map(textOf))].join('\n')
  }
}
