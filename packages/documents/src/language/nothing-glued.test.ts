/**
 * Every paper is written through its texts: in a language where each letter of every text is ж, what is left in Latin letters
 * is what is on record, and names of places and months.
 *
 * What is left over is listed: it was written into the code of a paper.
 */
import { expect, test, vi } from 'vitest'
import { MEMBER_STATES, nameOf, statusNoteOf } from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import { aDossier } from '@demarche/testkit/a-dossier.ts'
import { briefOf, RECORDS } from '../../test/a-partner.ts'
import { reportOf, REPORTED } from '../../test/a-confidence-report.ts'
import { ASKED, synthesisOf } from '../../test/a-consultation.ts'
import { circulated, CIRCULATING_DOCTRINE } from '../../test/circulated-case.ts'
import { CASE_OUTLINES, CIRCULATED_OUTLINES, circulatedDocument } from '../circulated/index.ts'
import { confidenceReportPaper } from '../confidence-report.ts'
import { consultationSynthesis } from '../consultation-synthesis.ts'
import { textOf, type Block, type Content, type DocumentTree } from '../document-tree.ts'
import { optionsPaper } from '../options-paper.ts'
import { partnerBrief } from '../partner-brief.ts'

vi.mock(import('./load-texts.ts'), async (importOriginal) => {
  const { loadDoctrineAtLength, loadTexts, loadWordsOfDoctrine } = await importOriginal()
  const disguised =
    (load: typeof loadTexts): typeof loadTexts =>
    (language) => {
      const texts = load(language)
      if (language !== 'et') return texts
      return Object.fromEntries(
        [...Object.entries(load('en')), ...Object.entries(texts)].map(([key, text]) => [
          key,
          text.replaceAll(/\{\{\w+\}\}|\p{L}/gu, (match) => (match.startsWith('{{') ? match : 'ж')),
        ]),
      )
    }
  return {
    loadDoctrineAtLength: disguised(loadDoctrineAtLength),
    loadTexts: disguised(loadTexts),
    loadWordsOfDoctrine: disguised(loadWordsOfDoctrine),
  }
})

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('et', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 5)),
)

function contentsOf(block: Block): readonly Content[] {
  switch (block.kind) {
    case 'heading':
      return [[{ kind: 'text', text: block.text }]]
    case 'paragraph':
      return [block.content]
    case 'list':
      return block.items.map(({ content }) => content)
    case 'table':
      return [
        [{ kind: 'text', text: block.caption }],
        ...block.columns.map(({ label }): Content => [{ kind: 'text', text: label }]),
        ...block.rows.flat(),
      ]
  }
}

function textsOf(tree: DocumentTree): readonly string[] {
  const parts = [...tree.sections, ...tree.annexes]
  const blocks = [...(tree.front ?? []), ...(tree.summary ?? []), ...parts.flatMap((part) => part.blocks)]
  return [
    tree.title,
    tree.subtitle,
    ...parts.map(({ title }) => title),
    ...blocks.flatMap(contentsOf).map(textOf),
    ...tree.notes.map(({ content }) => textOf(content)),
  ]
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s\u00A0]+/g, ' ')

/** Runs of Latin text that stand in the paper and nowhere on record. */
function leftOver(tree: DocumentTree, onRecord: unknown): readonly string[] {
  const record = plain(JSON.stringify(onRecord).replaceAll('\\"', '"'))
  const inWords = record.replaceAll('-', ' ')
  const isOnRecord = (piece: string): boolean =>
    record.includes(plain(piece)) ||
    inWords.includes(plain(piece)) ||
    MONTHS.includes(plain(piece)) ||
    nameOf(piece, 'et') !== piece
  return textsOf(tree)
    .flatMap((text) => text.split(/[ж“”"]+|\s(?:ja|või)\s/))
    .flatMap((run) => run.split(/[,;:.()·–|/[\]?]\s*|\s(?=\d)|(?<=\d)\s/))
    .map((piece) => piece.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
    .filter((piece) => /[a-z]{3}/i.test(piece) && !isOnRecord(piece) && !isKnown(piece))
}

const PLACES = new Set(
  [...MEMBER_STATES, 'RU', 'US', 'GB', 'UA', 'XK', 'CN', 'KP', 'IR', 'NO', 'EU', 'BR'].map((code) =>
    plain(nameOf(code, 'et')),
  ),
)
function isKnown(piece: string): boolean {
  const isNoteOnStatus = plain(statusNoteOf('XK', 'et') ?? '').includes(plain(piece))
  const isNumberOfSection = /^[IVX]+$/.test(piece)
  return PLACES.has(plain(piece)) || ['CET', 'CEST'].includes(piece) || isNoteOnStatus || isNumberOfSection
}

const onRecord = (input: object): unknown => [input, CIRCULATING_DOCTRINE]

test.for(CIRCULATED_OUTLINES)('%s says nothing in English that is not on record', (id) => {
  for (const input of [
    circulated(id),
    circulated(id, { version: 1, withPositions: true }),
    circulated(id, { procedure: { acts: [] }, dossier: aDossier({ facts: [], tests: [], measures: [] }) }),
  ]) {
    const tree = circulatedDocument({ ...input, language: 'et' }, CIRCULATING_DOCTRINE)
    expect(leftOver(tree, onRecord(input))).toEqual([])
  }
})

const OF_CASE = loadDoctrine().documents.filter(({ id }) => CASE_OUTLINES.includes(id))

test.for(CASE_OUTLINES)('%s says nothing in English that is not on record', (id) => {
  const doctrine = { ...CIRCULATING_DOCTRINE, documents: OF_CASE }
  for (const dossier of [aDossier(), aDossier({ facts: [], tests: [], measures: [], statements: {} })]) {
    const input = { ...circulated(id, { procedure: { acts: [] }, dossier }), party: 'EE' }
    const tree = circulatedDocument({ ...input, language: 'et' }, doctrine)
    expect(leftOver(tree, [input, doctrine])).toEqual([])
  }
})

test('the options paper says nothing in English that is not on record', () => {
  const dossier = aDossier()
  const tree = optionsPaper(dossier, CIRCULATING_DOCTRINE, { producedOn: '2026-06-02', language: 'et' })
  expect(leftOver(tree, [dossier, CIRCULATING_DOCTRINE])).toEqual([])
})

test('papers of records say nothing in English that is not on record', () => {
  const briefs = [briefOf(RECORDS), briefOf([])]
  const reports = [reportOf(REPORTED), reportOf([])]
  const syntheses = [synthesisOf(ASKED), synthesisOf({ name: 'What next?' }, {})]
  for (const brief of briefs) expect(leftOver(partnerBrief({ ...brief, language: 'et' }), brief)).toEqual([])
  for (const report of reports)
    expect(leftOver(confidenceReportPaper({ ...report, language: 'et' }), report)).toEqual([])
  for (const synthesis of syntheses)
    expect(leftOver(consultationSynthesis({ ...synthesis, language: 'et' }), synthesis)).toEqual([])
})
