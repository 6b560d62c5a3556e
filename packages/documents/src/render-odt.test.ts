import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { aDossier } from '@demarche/testkit/a-dossier.ts'
import { hostileText } from '../test/hostile-text.ts'
import { SMALL_DOCTRINE } from '../test/small-doctrine.ts'
import { annexHeading, sectionHeading, textOf, type DocumentTree } from './document-tree.ts'
import { optionsPaper } from './options-paper.ts'
import { plainText } from './plain-text.ts'
import { ODT_TYPE, renderOdt } from './render-odt.ts'

const tree = optionsPaper(aDossier(), SMALL_DOCTRINE, { producedOn: '2026-06-02' })
const bytes = renderOdt(tree)
const parts = partsOf(bytes)

function partsOf(file: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(file)).map(([path, part]) => [path, strFromU8(part)]))
}

interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Node | string)[]
}

/** A second reader: the XML parser of another project, spaces of the format unfolded as the standard says. */
function read(xml: string): Node {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: true,
  })
  const [root] = nodes(parser.parse(xml)).filter((node) => typeof node !== 'string' && node.name !== '?xml')
  if (root === undefined || typeof root === 'string') throw new Error('the part has no element')
  return root
}

function nodes(list: unknown): readonly (Node | string)[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((each: unknown): (Node | string)[] => {
    if (typeof each !== 'object' || each === null) return []
    const entries = Object.entries(each)
    const attributes: unknown = entries.find(([key]) => key === ':@')?.[1]
    const [name, value] = entries.find(([key]) => key !== ':@') ?? ['', '']
    if (name === '#text') return [String(value)]
    return [{ name, attributes: strings(attributes), children: nodes(value) }]
  })
}

function strings(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, String(each)]))
}

function all(node: Node, name: string): readonly Node[] {
  return node.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  )
}

/** The text of a node, footnotes left out. */
function said(node: Node): string {
  return node.children
    .map((child) => {
      if (typeof child === 'string') return child
      if (child.name === 'text:s') return ' '.repeat(Number(child.attributes['text:c'] ?? '1'))
      const reference =
        child.name === 'text:note' || child.attributes['text:style-name'] === 'Footnote_20_anchor'
      return reference ? '' : said(child)
    })
    .join('')
}

test('every part is well-formed XML, and the kind of file stands first and uncompressed', () => {
  for (const [path, part] of parts) {
    if (path.endsWith('.xml')) expect(XMLValidator.validate(part), path).toBe(true)
  }
  expect(strFromU8(bytes.slice(30, 38))).toBe('mimetype')
  expect(strFromU8(bytes.slice(38, 38 + ODT_TYPE.length))).toBe(ODT_TYPE)
  const listed = all(read(parts.get('META-INF/manifest.xml') ?? ''), 'manifest:file-entry')
  expect(listed.map(({ attributes }) => attributes['manifest:full-path'])).toEqual([
    '/',
    'content.xml',
    'styles.xml',
    'meta.xml',
  ])
})

test('a second reader finds the headings, the numbered paragraphs and the tables of the tree', () => {
  const content = read(parts.get('content.xml') ?? '')
  const headings = all(content, 'text:h')
  expect(headings.filter(({ attributes }) => attributes['text:outline-level'] === '1').map(said)).toEqual([
    ...(tree.summary ? ['Summary'] : []),
    ...tree.sections.map(sectionHeading),
    ...tree.annexes.map((annex) => annexHeading(annex, tree.language)),
  ])
  const blocks = [
    ...(tree.summary ?? []),
    ...[...tree.sections, ...tree.annexes].flatMap((each) => each.blocks),
  ]
  const numbered = all(content, 'text:list-item').filter(({ attributes }) => attributes['text:start-value'])
  expect(numbered.map((item) => [item.attributes['text:start-value'], said(item)])).toEqual(
    blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.number !== undefined
        ? [[String(block.number), textOf(block.content)]]
        : [],
    ),
  )
  expect(
    all(content, 'table:table').map((table) =>
      all(table, 'table:table-row').map((row) => all(row, 'table:table-cell').map(said)),
    ),
  ).toEqual(
    blocks.flatMap((block) =>
      block.kind === 'table'
        ? [[block.columns.map(({ label }) => label), ...block.rows.map((row) => row.map(textOf))]]
        : [],
    ),
  )
})

test('each footnote stands once, with its text; later references lead to it', () => {
  const content = read(parts.get('content.xml') ?? '')
  const notes = all(content, 'text:note')
  expect(notes.map(({ attributes }) => attributes['text:id'])).toEqual(
    tree.notes.map(({ number }) => `note${number}`),
  )
  expect(notes.map((note) => said(all(note, 'text:note-body')[0] ?? note))).toEqual(
    tree.notes.map((note) => textOf(note.content)),
  )
  const again = all(content, 'text:note-ref')
  expect(again.length).toBeGreaterThan(0)
  for (const { attributes } of again) {
    expect(notes.map((note) => note.attributes['text:id'])).toContain(attributes['text:ref-name'])
  }
})

test('the master page carries the marking in header and footer, in its colour on black', () => {
  const styles = read(parts.get('styles.xml') ?? '')
  for (const kind of ['style:header', 'style:footer']) {
    const [band] = all(styles, kind)
    expect(band && said(band)).toMatch(/LIMITE.*TLP:AMBER/)
  }
  expect(parts.get('styles.xml')).toMatch(
    /style:name="TLP".*?fo:color="#FFC000" fo:background-color="#000000"/s,
  )
  const used = new Set(
    [...(parts.get('content.xml') ?? '').matchAll(/style-name="([^"]+)"/g)].map(([, name]) => name),
  )
  const defined = [...parts.values()].flatMap((part) =>
    [...part.matchAll(/style:name="([^"]+)"/g)].map(([, name]) => name),
  )
  for (const name of used) expect(defined).toContain(name)
})

test('the same tree gives the same bytes', () => {
  expect(Buffer.compare(renderOdt(tree), bytes)).toBe(0)
})

test('text that looks like markup stays text, and no space is lost', () => {
  fc.assert(
    fc.property(hostileText, (hostile) => {
      const text = `  ${plainText(hostile)}  x `
      const content = [
        { kind: 'text', text },
        { kind: 'strong', text },
      ] as const
      const page: DocumentTree = {
        ...tree,
        title: text,
        sections: [{ id: 's', number: 'I', title: text, blocks: [{ kind: 'paragraph', content }] }],
        annexes: [],
        notes: [],
      }
      const file = read(partsOf(renderOdt(page)).get('content.xml') ?? '')
      expect(all(file, 'text:p').map(said)).toContain(text + text)
      expect(all(file, 'text:h').map(said)).toContain(`I. ${text}`)
    }),
    { numRuns: 60 },
  )
})

const office = spawnSync('soffice', ['--version']).status === 0

test.skipIf(!office)(
  'LibreOffice opens the file and reads the same sections, marking and pages (skipped without it)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-odt-'))
    try {
      writeFileSync(join(folder, 'paper.odt'), bytes)
      const convert = (to: string): void => {
        execFileSync(
          'soffice',
          [
            '--headless',
            `-env:UserInstallation=file://${folder}/profile`,
            '--convert-to',
            to,
            '--outdir',
            folder,
            join(folder, 'paper.odt'),
          ],
          { stdio: 'ignore', timeout: 120_000 },
        )
      }
      convert('txt:Text (encoded):UTF8')
      const text = readFileSync(join(folder, 'paper.txt'), 'utf8')
      for (const section of tree.sections) expect(text).toContain(sectionHeading(section))
      for (const name of ['Λιμένας Ανατολικής Ακτής', 'Северный фонарь']) expect(text).toContain(name)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  180_000,
)
