import { beforeAll, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { aDossier } from '@demarche/testkit/a-dossier.ts'
import { hostileText } from '../test/hostile-text.ts'
import { SMALL_DOCTRINE } from '../test/small-doctrine.ts'
import type { DocumentTree } from './document-tree.ts'
import { optionsPaper } from './options-paper.ts'
import { plainText } from './plain-text.ts'
import { printable, PRINTABLE_RANGES } from './printable.ts'
import { renderPdf } from './render-pdf.ts'

const tree = optionsPaper(aDossier(), SMALL_DOCTRINE, { producedOn: '2026-06-02' })
let bytes: Uint8Array
let pdf: PDFDocumentProxy
let pages: readonly string[]

beforeAll(async () => {
  bytes = renderPdf(tree)
  pdf = await open(bytes)
  pages = await textsOf(pdf)
})

/** A second reader. */
function open(file: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise
}

async function textsOf(document: PDFDocumentProxy): Promise<readonly string[]> {
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  return texts
}

/** A paper of one paragraph, in each of the ways in which text can stand. */
function pageOf(text: string): DocumentTree {
  const content = (['text', 'strong', 'emphasis', 'code'] as const).map((kind) => ({ kind, text }))
  const blocks = [{ kind: 'heading', level: 2, text } as const, { kind: 'paragraph', content } as const]
  return {
    ...tree,
    title: text,
    sections: [{ id: 's', number: 'I', title: text, blocks }],
    annexes: [],
    notes: [],
  }
}

const squeezed = (text: string): string => text.normalize('NFKC').replace(/[\s\u00AD\u2010-]+/g, '')

test('each page carries the marking at its head and at its foot, and its number', () => {
  expect(pages.length).toBeGreaterThan(3)
  for (const [index, text] of pages.entries()) {
    expect(text.match(/LIMITE/g)?.length, `page ${index + 1}`).toBeGreaterThanOrEqual(2)
    expect(text.match(/TLP:AMBER/g)?.length, `page ${index + 1}`).toBeGreaterThanOrEqual(2)
    expect(text).toContain(`Page ${index + 1} of ${pages.length}`)
  }
})

test('the file is tagged, titled, in English, and has a bookmark for every section and annex', async () => {
  expect((await pdf.getMarkInfo())?.Marked).toBe(true)
  const { info } = await pdf.getMetadata()
  expect(info).toMatchObject({ Title: 'Options paper: Harbour Lights', Language: 'en' })
  const outline = (await pdf.getOutline()).map(({ title }) => title)
  expect(outline).toEqual([
    'Summary',
    ...tree.sections.map(({ number, title }) => `${number}. ${title}`),
    ...tree.annexes.map(({ number, title }) => `Annex ${number}: ${title}`),
  ])
})

test('Greek, Cyrillic and the letters of the seven languages print', () => {
  const whole = squeezed(pages.join(' '))
  for (const name of ['Λιμένας Ανατολικής Ακτής', 'Северный фонарь', 'Łódź', 'sündmuse kokkuvõte']) {
    expect(whole).toContain(squeezed(name))
  }
})

test('every footnote is printed', () => {
  const whole = squeezed(pages.join(' '))
  for (const { content } of tree.notes) {
    const [first] = content
    expect(whole).toContain(squeezed(first && 'text' in first ? first.text.slice(0, 30) : ''))
  }
})

test('every character that is held to be printable is so in each style', () => {
  for (const [first, last] of PRINTABLE_RANGES) {
    const points = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    const text = points.map((point) => `a${String.fromCodePoint(point)}`).join(' ')
    expect(renderPdf(pageOf(text)).length, `${first.toString(16)}-${last.toString(16)}`).toBeGreaterThan(0)
  }
})

test('a character that no font can show is written as its number', () => {
  expect(printable('国 and 🙂')).toBe('[U+56FD] and [U+1F642]')
  expect(renderPdf(pageOf('国 and 🙂')).length).toBeGreaterThan(0)
})

test('text that looks like markup stays text', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      const shown = printable(plainText(text))
      fc.pre(shown.trim() !== '')
      const [page = ''] = await textsOf(await open(renderPdf(pageOf(plainText(text)))))
      expect(squeezed(page)).toContain(squeezed(shown))
    }),
    { numRuns: 25 },
  )
})

test('the same tree gives the same bytes', () => {
  expect(Buffer.compare(renderPdf(tree), bytes)).toBe(0)
})

test('a proof of many levels is printed whole', async () => {
  const items = Array.from({ length: 300 }, (_, index) => ({
    level: index % 10,
    content: [{ kind: 'text', text: `condition ${index}` } as const],
  }))
  const sections = [{ id: 's', number: 'I', title: 'Proofs', blocks: [{ kind: 'list', items } as const] }]
  const texts = await textsOf(await open(renderPdf({ ...tree, sections, annexes: [], notes: [] })))
  expect(texts.join(' ')).toContain('condition 299')
})
