/**
 * The text of a document tree as an OpenDocument: headings, numbered paragraphs, footnotes and repeating table heads that office
 * programs know as such.
 *
 * A footnote that is referred to again is a reference to the first. Runs of spaces are kept: the format would fold them.
 *
 * Rests on: OASIS OpenDocument 1.3, part 3. Next door: `render-odt.ts` packs it, `odt-styles.ts` for the look.
 */
import {
  annexHeading,
  type Block,
  type Content,
  type DocumentTree,
  type Inline,
  type ListItem,
  type Section,
  sectionHeading,
  staysWhole,
  type Table,
} from './document-tree.ts'
import { wordingIn } from './language/wording.ts'
import { FONTS, LIST_DEPTH, TEXT_WIDTH_CM, VERSION } from './odt-styles.ts'
import { element, type XmlElement, type XmlNode } from './odt-xml.ts'

/** `content.xml`. */
export function contentPart(tree: DocumentTree): XmlElement {
  const typesetter = new Typesetter(tree)
  const body = [
    typesetter.line('Title', tree.title),
    typesetter.line('Subtitle', tree.subtitle),
    ...typesetter.blocks(tree.front ?? []),
    ...(tree.summary
      ? [
          typesetter.heading(1, wordingIn(tree.language).say('paper.summary')),
          ...typesetter.blocks(tree.summary),
        ]
      : []),
    ...tree.sections.flatMap((section, index) =>
      typesetter.section(section, sectionHeading(section), tree.summary !== undefined && index === 0),
    ),
    ...tree.annexes.flatMap((annex) => typesetter.section(annex, annexHeading(annex, tree.language), true)),
  ]
  return element('office:document-content', VERSION, [
    FONTS,
    element('office:automatic-styles', {}, [...FIXED_STYLES, ...typesetter.columnStyles]),
    element('office:body', {}, [element('office:text', {}, body)]),
  ])
}

function automatic(name: string, family: string, properties: XmlElement, parent?: string): XmlElement {
  return element(
    'style:style',
    {
      'style:name': name,
      'style:family': family,
      ...(parent === undefined ? {} : { 'style:parent-style-name': parent }),
    },
    [properties],
  )
}

function cellStyle(name: string, more: Readonly<Record<string, string>>): XmlElement {
  const padding = { 'fo:padding': '0.1cm', 'fo:border-left': 'none', 'fo:border-right': 'none' }
  return automatic(name, 'table-cell', element('style:table-cell-properties', { ...padding, ...more }))
}

function cell(style: string, paragraph: XmlElement): XmlElement {
  return element('table:table-cell', { 'table:style-name': style, 'office:value-type': 'string' }, [
    paragraph,
  ])
}

const FIRM = '1pt solid #000000'
const FIXED_STYLES: readonly XmlElement[] = [
  automatic(
    'NewPage',
    'paragraph',
    element('style:paragraph-properties', { 'fo:break-before': 'page' }),
    'Heading_20_1',
  ),
  automatic(
    'Table',
    'table',
    element('style:table-properties', {
      'style:width': `${TEXT_WIDTH_CM}cm`,
      'table:align': 'margins',
      'fo:margin-bottom': '0.1cm',
    }),
  ),
  automatic('WholeRow', 'table-row', element('style:table-row-properties', { 'fo:keep-together': 'always' })),
  automatic('LongRow', 'table-row', element('style:table-row-properties', { 'fo:keep-together': 'auto' })),
  cellStyle('HeadCell', {
    'fo:border-top': FIRM,
    'fo:border-bottom': FIRM,
    'fo:background-color': '#ECECEC',
  }),
  cellStyle('Cell', { 'fo:border-top': 'none', 'fo:border-bottom': '0.5pt solid #A6A6A6' }),
]

const SPANS = { strong: 'Strong_20_Emphasis', emphasis: 'Emphasis', code: 'Source_20_Text' } as const

/** Remembers which footnotes have been referred to, the columns of the tables, and the last letter of the line. */
class Typesetter {
  readonly columnStyles: XmlElement[] = []
  readonly #notes: DocumentTree['notes']
  readonly #reached = new Set<number>()
  #tables = 0
  /** a space at the start of a line, or after another, is folded by readers unless it is an element */
  #afterSpace = true

  constructor(tree: DocumentTree) {
    this.#notes = tree.notes
  }

  section({ blocks }: Section, title: string, newPage: boolean): readonly XmlElement[] {
    return [this.heading(1, title, newPage), ...this.blocks(blocks)]
  }

  heading(level: number, text: string, newPage = false): XmlElement {
    return element(
      'text:h',
      {
        'text:style-name': newPage ? 'NewPage' : `Heading_20_${level}`,
        'text:outline-level': String(level),
      },
      this.#fresh(() => this.#text(text)),
    )
  }

  blocks(blocks: readonly Block[]): readonly XmlElement[] {
    return blocks.flatMap((block) => this.#block(block))
  }

  line(style: string, text: string): XmlElement {
    return this.#paragraph(style, [{ kind: 'text', text }])
  }

  #block(block: Block): readonly XmlElement[] {
    switch (block.kind) {
      case 'heading':
        return [this.heading(block.level, block.text)]
      case 'paragraph': {
        const paragraph = this.#paragraph('Text_20_body', block.content)
        if (block.number === undefined) return [paragraph]
        const item = element('text:list-item', { 'text:start-value': String(block.number) }, [paragraph])
        return [element('text:list', { 'text:style-name': 'Numbered' }, [item])]
      }
      case 'list':
        return [this.#list(block.items, 0)]
      case 'table':
        return [this.line('Caption', block.caption), this.#table(block), this.line('After_20_Table', '')]
    }
  }

  /** Items of a deeper level become a list inside the item before them. */
  #list(items: readonly ListItem[], level: number): XmlElement {
    const grouped: { readonly own?: ListItem; readonly deeper: ListItem[] }[] = []
    for (const item of items) {
      const last = grouped.at(-1)
      if (item.level <= level || level === LIST_DEPTH - 1) grouped.push({ own: item, deeper: [] })
      else if (last) last.deeper.push(item)
      else grouped.push({ deeper: [item] })
    }
    return element(
      'text:list',
      level === 0 ? { 'text:style-name': 'Bullets' } : {},
      grouped.map(({ own, deeper }) =>
        element('text:list-item', {}, [
          ...(own ? [this.#paragraph('List', own.content)] : []),
          ...(deeper.length > 0 ? [this.#list(deeper, level + 1)] : []),
        ]),
      ),
    )
  }

  #table({ columns, rows, caption }: Table): XmlElement {
    const name = `Table${(this.#tables += 1)}`
    const shares = columns.reduce((sum, { share }) => sum + share, 0)
    columns.forEach(({ share }, index) => {
      const width = `${Math.round(((TEXT_WIDTH_CM * share) / shares) * 1000) / 1000}cm`
      const properties = element('style:table-column-properties', { 'style:column-width': width })
      this.columnStyles.push(automatic(`${name}.${index + 1}`, 'table-column', properties))
    })
    return element('table:table', { 'table:name': name, 'table:style-name': 'Table' }, [
      element('table:desc', {}, [caption]),
      ...columns.map((_, index) =>
        element('table:table-column', { 'table:style-name': `${name}.${index + 1}` }),
      ),
      element('table:table-header-rows', {}, [
        element(
          'table:table-row',
          { 'table:style-name': 'WholeRow' },
          columns.map(({ label }) => cell('HeadCell', this.line('Table_20_Heading', label))),
        ),
      ]),
      ...rows.map((row) =>
        element(
          'table:table-row',
          { 'table:style-name': staysWhole(row) ? 'WholeRow' : 'LongRow' },
          row.map((content) => cell('Cell', this.#paragraph('Table_20_Contents', content))),
        ),
      ),
    ])
  }

  #paragraph(style: string, content: Content): XmlElement {
    return element(
      'text:p',
      { 'text:style-name': style },
      this.#fresh(() => content.flatMap((inline) => this.#inline(inline))),
    )
  }

  #fresh<T>(write: () => T): T {
    const before = this.#afterSpace
    this.#afterSpace = true
    const written = write()
    this.#afterSpace = before
    return written
  }

  #inline(inline: Inline): readonly XmlNode[] {
    const set = this.#set(inline)
    return inline.kind === 'notes' || inline.language === undefined
      ? set
      : [element('text:span', { 'text:style-name': `In_20_${inline.language}` }, set)]
  }

  #set(inline: Inline): readonly XmlNode[] {
    switch (inline.kind) {
      case 'text':
        return this.#text(inline.text)
      case 'strong':
      case 'emphasis':
      case 'code':
        return [element('text:span', { 'text:style-name': SPANS[inline.kind] }, this.#text(inline.text))]
      case 'link':
        return [
          element(
            'text:a',
            {
              'xlink:type': 'simple',
              'xlink:href': inline.address,
              'text:style-name': 'Internet_20_link',
            },
            this.#text(inline.text),
          ),
        ]
      case 'notes':
        return inline.numbers.flatMap((number, index) => [
          ...(index > 0 ? [element('text:span', { 'text:style-name': 'Footnote_20_anchor' }, [','])] : []),
          this.#reference(number),
        ])
    }
  }

  #reference(number: number): XmlElement {
    this.#afterSpace = false
    const id = `note${number}`
    if (this.#reached.has(number)) {
      const reference = {
        'text:note-class': 'footnote',
        'text:reference-format': 'text',
        'text:ref-name': id,
      }
      return element('text:span', { 'text:style-name': 'Footnote_20_anchor' }, [
        element('text:note-ref', reference, [String(number)]),
      ])
    }
    this.#reached.add(number)
    const content = this.#notes.find((note) => note.number === number)?.content ?? []
    return element('text:note', { 'text:id': id, 'text:note-class': 'footnote' }, [
      element('text:note-citation', {}, [String(number)]),
      element('text:note-body', {}, [this.#paragraph('Footnote', content)]),
    ])
  }

  #text(text: string): readonly XmlNode[] {
    return text.split(/( +)/).flatMap((part): readonly XmlNode[] => {
      if (part === '') return []
      if (!part.startsWith(' ')) {
        this.#afterSpace = false
        return [part]
      }
      const kept = this.#afterSpace ? 0 : 1
      this.#afterSpace = true
      const more = part.length - kept
      return [
        ...(kept === 1 ? [' '] : []),
        ...(more > 0 ? [element('text:s', { 'text:c': String(more) })] : []),
      ]
    })
  }
}
