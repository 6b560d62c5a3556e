/**
 * Sets a document tree as a Word file: real headings, numbered paragraphs, footnotes and repeating table heads, so
 * that drafters can go on working in it.
 *
 * Every section carries the marking in header and footer. A footnote that is referred to again becomes a NOTEREF
 * field to its first reference. Text goes in as runs; nothing in it is read as markup.
 *
 * Next door: `docx-styles.ts` for the look, `stable-docx.ts` makes the bytes repeatable.
 */
import {
  Bookmark,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  SimpleField,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  Tab,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import {
  annexHeading,
  sectionHeading,
  staysWhole,
  type Block,
  type Content,
  type DocumentTree,
  type Inline,
  type Section,
  type Table,
} from './document-tree.ts'
import { BULLETS, NUMBERED, NUMBERING, PAGE, RULE, stylesIn, TEXT_WIDTH } from './docx-styles.ts'
import type { Language } from '@demarche/core/kernel/language.ts'
import { type Wording, wordingIn } from './language/wording.ts'
import { distributionLine, LOCALES, pageLine, TLP_COLOURS } from './page-marking.ts'
import { stableDocx } from './stable-docx.ts'

/** The paper as DOCX; the same tree gives the same bytes. */
export async function renderDocx(tree: DocumentTree): Promise<Uint8Array> {
  const typesetter = new Typesetter(wordingIn(tree.language))
  const body = [
    new Paragraph({ style: 'Title', children: [new TextRun(tree.title)] }),
    new Paragraph({ style: 'Subtitle', children: [new TextRun(tree.subtitle)] }),
    ...(tree.front ?? []).flatMap((block) => typesetter.block(block)),
    ...(tree.summary ? typesetter.summary(tree.summary) : []),
    ...tree.sections.flatMap((section) => typesetter.section(section, sectionHeading(section))),
  ]
  const annexes = tree.annexes.map((annex) => typesetter.section(annex, annexHeading(annex, tree.language)))
  const word = new Document({
    title: tree.title,
    creator: 'Demarche',
    lastModifiedBy: 'Demarche',
    description: tree.subtitle,
    styles: stylesIn(tree.language),
    numbering: NUMBERING,
    footnotes: Object.fromEntries(
      tree.notes.map(({ number, content }) => [
        String(number),
        {
          children: [
            new Paragraph({
              style: 'FootnoteText',
              children: [new TextRun(' '), ...typesetter.runs(content)],
            }),
          ],
        },
      ]),
    ),
    sections: [body, ...annexes].map((children) => ({
      properties: { page: PAGE },
      headers: { default: new Header({ children: [band(tree, [])] }) },
      footers: {
        default: new Footer({
          children: [band(tree, pageLine(tree.language, PageNumber.CURRENT, PageNumber.TOTAL_PAGES))],
        }),
      },
      children,
    })),
  })
  return stableDocx(new Uint8Array(await Packer.toArrayBuffer(word)), tree.producedOn)
}

type Page = Parameters<typeof pageRun>[0]

function pageRun(children: readonly string[]): TextRun {
  return new TextRun({ children: [...children], size: 18 })
}

/** The line in header and footer: distribution on the left, TLP on the right in its colour on black. */
function band({ marking }: DocumentTree, page: Page): Paragraph {
  return new Paragraph({
    style: 'Marking',
    tabStops: [
      { type: TabStopType.CENTER, position: TEXT_WIDTH / 2 },
      { type: TabStopType.RIGHT, position: TEXT_WIDTH },
    ],
    children: [
      new TextRun({ text: distributionLine(marking), bold: true, size: 24 }),
      new TextRun({ children: [new Tab()] }),
      ...(page.length > 0 ? [pageRun(page)] : []),
      new TextRun({ children: [new Tab()] }),
      new TextRun({
        text: marking.tlp,
        bold: true,
        size: 24,
        color: TLP_COLOURS[marking.tlp],
        shading: { type: ShadingType.CLEAR, color: 'auto', fill: '000000' },
      }),
    ],
  })
}

/** By which language Word checks the spelling of a run; by that of the paper where it has none of its own. */
function inLanguage({ language }: { readonly language?: Language }): { language?: { value: string } } {
  return language === undefined ? {} : { language: { value: LOCALES[language].join('-') } }
}

const HEADINGS = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** Remembers which footnotes have been referred to: the second reference is a field. */
class Typesetter {
  readonly #reached = new Set<number>()
  readonly #wording: Wording

  constructor(wording: Wording) {
    this.#wording = wording
  }

  section({ blocks }: Section, heading: string): (Paragraph | WordTable)[] {
    return [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(heading)] }),
      ...blocks.flatMap((block) => this.block(block)),
    ]
  }

  /** On a page of its own, so that it can be handed over alone. */
  summary(blocks: readonly Block[]): (Paragraph | WordTable)[] {
    return [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        children: [new TextRun(this.#wording.say('paper.summary'))],
      }),
      ...blocks.flatMap((block) => this.block(block)),
      new Paragraph({ children: [new PageBreak()] }),
    ]
  }

  runs(content: Content): ParagraphChild[] {
    return content.flatMap((inline) => this.#inline(inline))
  }

  block(block: Block): (Paragraph | WordTable)[] {
    switch (block.kind) {
      case 'heading':
        return [new Paragraph({ heading: HEADINGS[block.level], children: [new TextRun(block.text)] })]
      case 'paragraph':
        return [
          new Paragraph({
            style: 'BodyText',
            ...(block.number === undefined ? {} : { numbering: { reference: NUMBERED, level: 0 } }),
            children: this.runs(block.content),
          }),
        ]
      case 'list':
        return block.items.map(
          ({ level, content }) =>
            new Paragraph({
              style: 'ListParagraph',
              numbering: { reference: BULLETS, level: Math.min(level, 8) },
              children: this.runs(content),
            }),
        )
      case 'table':
        return [
          new Paragraph({ style: 'Caption', keepNext: true, children: [new TextRun(block.caption)] }),
          this.#table(block),
          new Paragraph({ style: 'AfterTable' }),
        ]
    }
  }

  #table({ columns, rows }: Table): WordTable {
    const shares = columns.reduce((sum, { share }) => sum + share, 0)
    const widths = columns.map(({ share }) => Math.floor((TEXT_WIDTH * share) / shares))
    const cell = (children: ParagraphChild[], column: number, head: boolean): TableCell =>
      new TableCell({
        width: { size: widths[column] ?? 0, type: WidthType.DXA },
        ...(head ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'ECECEC' } } : {}),
        children: [new Paragraph({ style: head ? 'TableHead' : 'TableText', children })],
      })
    return new WordTable({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: RULE,
      margins: { top: 50, bottom: 50, left: 80, right: 80 },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map(({ label }, column) => cell([new TextRun(label)], column, true)),
        }),
        ...rows.map(
          (row) =>
            new TableRow({
              cantSplit: staysWhole(row),
              children: row.map((content, column) => cell(this.runs(content), column, false)),
            }),
        ),
      ],
    })
  }

  #inline(inline: Inline): ParagraphChild[] {
    switch (inline.kind) {
      case 'text':
        return [new TextRun({ text: inline.text, ...inLanguage(inline) })]
      case 'strong':
        return [new TextRun({ text: inline.text, bold: true, ...inLanguage(inline) })]
      case 'emphasis':
        return [new TextRun({ text: inline.text, italics: true, ...inLanguage(inline) })]
      case 'code':
        return [new TextRun({ text: inline.text, style: 'Code', ...inLanguage(inline) })]
      case 'link':
        return [
          new ExternalHyperlink({
            link: inline.address,
            children: [new TextRun({ text: inline.text, style: 'Hyperlink', ...inLanguage(inline) })],
          }),
        ]
      case 'notes':
        return inline.numbers.flatMap((number, index) => [
          ...(index > 0 ? [new TextRun({ text: ',', style: 'FootnoteReference' })] : []),
          ...this.#reference(number),
        ])
    }
  }

  #reference(number: number): ParagraphChild[] {
    const bookmark = `note${number}`
    if (this.#reached.has(number)) {
      return [new SimpleField(`NOTEREF ${bookmark} \\f \\h`, String(number))]
    }
    this.#reached.add(number)
    return [new Bookmark({ id: bookmark, children: [new FootnoteReferenceRun(number)] })]
  }
}
