import { beforeAll, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { aDossier } from '@demarche/testkit/a-dossier.ts'
import { hostileText } from '../test/hostile-text.ts'
import { SMALL_DOCTRINE } from '../test/small-doctrine.ts'
import { optionsPaper } from './options-paper.ts'
import { plainText } from './plain-text.ts'
import { renderDocx } from './render-docx.ts'

const tree = optionsPaper(aDossier(), SMALL_DOCTRINE, { producedOn: '2026-06-02' })
let bytes: Uint8Array
let parts: ReadonlyMap<string, string>

beforeAll(async () => {
  bytes = await renderDocx(tree)
  parts = partsOf(bytes)
})

function partsOf(file: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(file)).map(([path, part]) => [path, strFromU8(part)]))
}

async function textOf(file: Uint8Array): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(file) })).value
}

test('a second reader finds the title, the sections, the names in their letters and the footnotes', async () => {
  const { value: html, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  expect(messages.filter(({ type }) => type === 'error')).toEqual([])
  for (const { title } of tree.sections) expect(html).toMatch(new RegExp(`<h1>.*${title}</h1>`))
  for (const name of ['Λιμένας Ανατολικής Ακτής', 'Северный фонарь', 'Łódź / Kraków', 'sündmuse kokkuvõte']) {
    expect(html).toContain(name)
  }
  for (const { number } of tree.notes) expect(html).toContain(`id="footnote-${number}"`)
})

test('every section carries the marking in its header and its footer', () => {
  const document = parts.get('word/document.xml') ?? ''
  const relations = new Map(
    [...(parts.get('word/_rels/document.xml.rels') ?? '').matchAll(/<Relationship ([^>]*)\/>/g)].map(
      ([, attributes = '']) => [
        /Id="([^"]+)"/.exec(attributes)?.[1],
        /Target="([^"]+)"/.exec(attributes)?.[1],
      ],
    ),
  )
  const sections = document.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? []
  expect(sections).toHaveLength(1 + tree.annexes.length)
  for (const section of sections) {
    for (const kind of ['header', 'footer']) {
      const id = new RegExp(`<w:${kind}Reference[^>]*r:id="([^"]+)"`).exec(section)?.[1]
      const band = parts.get(`word/${relations.get(id)}`) ?? ''
      expect(band).toContain('LIMITE')
      expect(band).toMatch(/<w:color w:val="FFC000"\/>.*<w:sz w:val="24"\/>.*w:fill="000000".*TLP:AMBER/s)
    }
  }
})

test('the footer counts pages as x of y', () => {
  const footer = parts.get('word/footer1.xml') ?? ''
  expect(footer).toMatch(/PAGE.*NUMPAGES/s)
})

test('paragraphs are numbered by Word, headings are headings, table heads repeat', () => {
  const document = parts.get('word/document.xml') ?? ''
  const numbered = tree.sections
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'paragraph' && block.number)
  expect(document.match(/<w:pStyle w:val="BodyText"\/>.{0,60}<w:numPr>/gs)).toHaveLength(numbered.length)
  const tables = document.match(/<w:tbl>/g)?.length ?? 0
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(tables)
  expect(parts.get('word/styles.xml')).toMatch(/w:styleId="Heading1"/)
})

test('a footnote that is referred to again is a field that leads to its first reference', () => {
  const document = parts.get('word/document.xml') ?? ''
  for (const { number } of tree.notes) {
    expect(document.match(new RegExp(`<w:footnoteReference w:id="${number}"/>`, 'g'))).toHaveLength(1)
  }
  const again = [...document.matchAll(/<w:fldSimple w:instr="NOTEREF (note\d+) [^>]*>(.*?)<\/w:fldSimple>/g)]
  expect(again.length).toBeGreaterThan(0)
  for (const [, mark, run] of again) {
    expect(run).toContain('<w:rStyle w:val="FootnoteReference"/>')
    expect(document).toContain(`<w:bookmarkStart w:name="${mark}"`)
  }
})

test('every relationship that the text uses exists, and links go to web addresses only', () => {
  for (const part of ['document', 'footnotes']) {
    const relations = parts.get(`word/_rels/${part}.xml.rels`) ?? ''
    for (const [, id] of (parts.get(`word/${part}.xml`) ?? '').matchAll(/r:id="([^"]+)"/g)) {
      expect(relations).toContain(`Id="${id}"`)
    }
    for (const [, target] of relations.matchAll(/Target="([^"]+)" TargetMode="External"/g)) {
      expect(target).toMatch(/^https?:\/\//)
    }
  }
})

test('the same tree gives the same bytes, dated as the paper', async () => {
  expect(Buffer.compare(await renderDocx(tree), bytes)).toBe(0)
  expect(parts.get('docProps/core.xml')).toMatch(/2026-06-02T00:00:00Z.*2026-06-02T00:00:00Z/s)
})

test('text that looks like markup stays text', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      const file = await renderDocx({ ...tree, title: plainText(text), sections: [], annexes: [], notes: [] })
      expect(await textOf(file)).toContain(plainText(text))
    }),
    { numRuns: 40 },
  )
})
