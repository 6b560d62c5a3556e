/**
 * Sets a document tree as a tagged PDF (PDF/UA-1) with bookmarks.
 *
 * The page design is `paper.typ`; the tree travels to it as JSON, never as markup. The compiler takes about 0.2 s to
 * start, so it starts with the first paper and is kept. Its root is a folder that does not exist: a template can
 * read no file through it.
 *
 * The fonts are those inside the compiler (Libertinus Serif, DejaVu Sans Mono); what they cannot print is written as
 * a code point (`printable.ts`).
 */
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import {
  annexHeading,
  sectionHeading,
  staysWhole,
  type Block,
  type Content,
  type DocumentTree,
  type Section,
} from './document-tree.ts'
import { wordingIn } from './language/wording.ts'
import { distributionLine, pageLine, TLP_COLOURS } from './page-marking.ts'
import { printable } from './printable.ts'

let compiler: NodeCompiler | undefined
let template: string | undefined

/**
 * The paper as PDF; the same tree gives the same bytes.
 * @throws Error with the compiler's message when the tree cannot be set, which is a defect of the template
 */
export function renderPdf(tree: DocumentTree): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: join(tmpdir(), 'demarche-no-such-folder') })
  template ??= readFileSync(new URL('./paper.typ', import.meta.url), 'utf8')
  const pdf = compiler.pdf(
    { mainFileContent: template, inputs: { tree: JSON.stringify(forTemplate(tree)) } },
    { pdfStandard: 'ua-1', creationTimestamp: Date.parse(`${tree.producedOn}T00:00:00Z`) / 1000 },
  )
  compiler.evictCache(10)
  return new Uint8Array(pdf)
}

/** The tree as the template wants it: printable texts, and each footnote marked where it is referred to first. */
function forTemplate(tree: DocumentTree): unknown {
  const reached = new Set<number>()
  const content = (runs: Content): unknown[] =>
    runs.map((run) => {
      if (run.kind === 'notes') {
        return {
          kind: run.kind,
          notes: run.numbers.map((number) => {
            const first = !reached.has(number)
            reached.add(number)
            return { number, first }
          }),
        }
      }
      return { ...run, text: printable(run.text) }
    })
  const block = (each: Block): unknown => {
    switch (each.kind) {
      case 'heading':
        return { ...each, text: printable(each.text) }
      case 'paragraph':
        return { ...each, content: content(each.content) }
      case 'list':
        return { ...each, items: each.items.map((item) => ({ ...item, content: content(item.content) })) }
      case 'table':
        return {
          kind: each.kind,
          caption: printable(each.caption),
          columns: each.columns.map(({ label, share }) => ({ label: printable(label), share })),
          rows: each.rows.map((row) => {
            const whole = staysWhole(row)
            return row.map((cell) => ({ content: content(cell), whole }))
          }),
        }
    }
  }
  const section = (heading: string, { blocks }: Section): unknown => ({
    heading: printable(heading),
    blocks: blocks.map(block),
  })
  return {
    title: printable(tree.title),
    subtitle: printable(tree.subtitle),
    distribution: printable(distributionLine(tree.marking)),
    language: tree.language,
    page: pageLine(tree.language, null, null).filter((piece) => piece !== null),
    summaryTitle: wordingIn(tree.language).say('paper.summary'),
    tlp: tree.marking.tlp,
    tlpColour: `#${TLP_COLOURS[tree.marking.tlp]}`,
    front: tree.front?.map(block) ?? [],
    summary: tree.summary?.map(block) ?? null,
    sections: tree.sections.map((each) => section(sectionHeading(each), each)),
    annexes: tree.annexes.map((each) => section(annexHeading(each, tree.language), each)),
    notes: tree.notes.map((note) => ({ content: content(note.content) })),
  }
}
