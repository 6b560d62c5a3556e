import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aDossier } from '@demarche/testkit/a-dossier.ts'
import { SMALL_DOCTRINE } from '../test/small-doctrine.ts'
import { textOf, type Block, type DocumentTree, type Inline } from './document-tree.ts'
import { optionsPaper } from './options-paper.ts'
import { renderMarkdown } from './render-markdown.ts'

const producedOn = '2026-06-02'
const paper = (overrides: Parameters<typeof aDossier>[0] = {}): DocumentTree =>
  optionsPaper(aDossier(overrides), SMALL_DOCTRINE, { producedOn })

function blocksOf(tree: DocumentTree): readonly Block[] {
  return [...tree.sections, ...tree.annexes].flatMap(({ blocks }) => blocks)
}

function inlinesOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'heading':
      return []
    case 'paragraph':
      return block.content
    case 'list':
      return block.items.flatMap(({ content }) => content)
    case 'table':
      return block.rows.flat(2)
  }
}

function rowsOf(tree: DocumentTree, caption: string): readonly (readonly string[])[] {
  const table = blocksOf(tree).find((block) => block.kind === 'table' && block.caption.startsWith(caption))
  return table?.kind === 'table' ? table.rows.map((row) => row.map(textOf)) : []
}

test('the paper on the invented case reads as it should (golden page)', () => {
  const golden = new URL('../test/golden/options-paper.md', import.meta.url)
  const markdown = renderMarkdown(paper())
  if (process.env['DEMARCHE_GOLDEN'] === 'write') writeFileSync(golden, markdown)
  expect(markdown).toBe(readFileSync(golden, 'utf8'))
})

test('the same dossier, doctrine and date give the same tree', () => {
  expect(paper()).toEqual(paper())
})

test('sections follow the outline of the doctrine; the desk adds its own after the legal remarks and the partners', () => {
  expect(paper().sections.map(({ title }) => title)).toEqual([
    'Aim of the response',
    'Summary of assessment',
    'Options',
    'Packages and order',
    'Status quo option',
    'Legal remarks',
    'What would decide it',
    'Communication',
    'Partners',
    'Precedents and consistency',
    'Next steps and deadline for positions',
  ])
})

test('a doctrine without an outline gets the nine sections all the same', () => {
  const tree = optionsPaper(aDossier(), { ...SMALL_DOCTRINE, documents: [] }, { producedOn })
  expect(tree.sections).toHaveLength(11)
})

test('a section that only the doctrine knows is printed and says that nothing is on record for it', () => {
  const [outline] = SMALL_DOCTRINE.documents
  if (!outline) throw new Error('the small doctrine has an outline')
  const documents = [{ ...outline, sections: [{ id: 'budget', label: 'budget' }] }]
  const [section] = optionsPaper(aDossier(), { ...SMALL_DOCTRINE, documents }, { producedOn }).sections
  expect(section?.title).toBe('Budget')
  expect(section?.blocks.flatMap(inlinesOf).map((inline) => ('text' in inline ? inline.text : ''))).toEqual([
    'This desk has nothing on record for this section.',
  ])
})

test('paragraphs are numbered through the whole paper', () => {
  const numbers = blocksOf(paper()).flatMap((block) =>
    block.kind === 'paragraph' && block.number !== undefined ? [block.number] : [],
  )
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
})

test('footnotes are numbered in the order in which the reader meets them, one for each statement or provision', () => {
  const tree = paper()
  const met = blocksOf(tree).flatMap((block) =>
    inlinesOf(block).flatMap((inline) => (inline.kind === 'notes' ? inline.numbers : [])),
  )
  expect([...new Set(met)]).toEqual(tree.notes.map(({ number }) => number))
  const texts = tree.notes.map(({ content }) => textOf(content))
  expect(new Set(texts).size).toBe(texts.length)
})

test('every statement of the dossier stands in Annex C with its grading and marking', () => {
  const dossier = aDossier()
  const rows = rowsOf(paper(), 'Statements')
  for (const statement of Object.values(dossier.statements)) {
    const row = rows.find(([id]) => id?.startsWith(statement.id.slice(0, 12)))
    expect(row?.[3]).toContain(`${statement.grading.reliability}${statement.grading.credibility}`)
    expect(row?.[3]).toContain(statement.marking.tlp)
  }
  expect(rows).toHaveLength(Object.keys(dossier.statements).length)
})

test('a test that the law leaves to weighing is never said to be met', () => {
  const rows = rowsOf(paper(), 'Legal tests')
  const words = (label: string): string => rows.find(([name]) => name === label)?.[1] ?? ''
  expect(words('Attempt with a potentially significant effect')).toMatch(/^Suggested finding: /)
  expect(words('Significant effect')).toBe(
    'People have found that it holds. Without that finding it would be unknown.',
  )
  for (const label of ['Attempt with a potentially significant effect', 'Significant effect']) {
    expect(words(label)).not.toMatch(/\bmet\b/i)
  }
})

test('unknown and contested are said in words', () => {
  const dimensions = rowsOf(paper(), 'The seven dimensions')
  expect(dimensions.find(([name]) => name === 'Complexity')?.[1]).toBe('Unknown')
  expect(dimensions.find(([name]) => name === 'Duration')?.[1]).toBe('Contested: 2 or 3 of 5')
  expect(rowsOf(paper(), 'Legal tests').find(([name]) => name === 'External threat')?.[1]).toMatch(
    /^Unknown\. It turns on “Origin outside the Union”/,
  )
})

test('every measure of the catalogue has one row; those in a package stand in full in Annex B, once each', () => {
  const { measures, packages } = aDossier()
  const tree = paper()
  const catalogue = [
    'Preventive measures',
    'Cooperative measures',
    'Stability measures',
    'Restrictive measures',
    "Support to Member States' lawful responses",
  ].flatMap((caption) => rowsOf(tree, caption))
  expect(catalogue.map(([label]) => label)).toEqual(measures.map(({ label }) => label))
  const offered = new Set(packages.flatMap(({ steps }) => steps.map(({ label }) => label)))
  const full = rowsOf(tree, 'Measures that stand in a package').map(([label]) => label)
  expect(full).toEqual([...offered])
})

test('the catalogue says whether a measure is open, on which ground of which kind, and on what it turns', () => {
  const tree = paper()
  expect(rowsOf(tree, 'Cooperative measures')[0]?.[1]).toBe(
    "Open. A third State may be able to stop the activity [this desk's judgement].",
  )
  expect(rowsOf(tree, 'Restrictive measures')[0]?.[1]).toMatch(
    /^Turns on “Origin outside the Union” and a finding by people on “Attempt .*”\. Unknown: .* \[law\]\.$/,
  )
  expect(rowsOf(tree, 'Support to')[0]?.[1]).toMatch(/^Not open\. Does not hold: .* \[law\]\.$/)
})

test('a ground that three measures share stands once, under a letter', () => {
  const [open] = aDossier().measures.flatMap(({ reasons }) => reasons)
  if (!open) throw new Error('a measure of the invented dossier has a ground')
  const measures = aDossier().measures.map((each) => ({ ...each, reasons: [open] }))
  const tree = paper({ measures })
  expect(rowsOf(tree, 'Cooperative measures')[0]?.[1]).toBe('Open. Ground (a).')
  const said = blocksOf(tree).flatMap((block) => (block.kind === 'list' ? block.items : []))
  expect(said.filter(({ content }) => textOf(content).startsWith('(a) '))).toHaveLength(1)
})

test('a lead time without a source is marked as an estimate, one with a basis names it', () => {
  const tree = paper()
  const particulars = (label: string): string | undefined =>
    rowsOf(tree, 'Measures that stand in a package').find(([name]) => name?.startsWith(label))?.[1]
  expect(particulars('Ask for cooperation')).toContain(
    "Lead time: Days to weeks (estimate: this desk's judgement).",
  )
  expect(particulars('List persons')).toContain(
    'Lead time: Three to nine months (basis: practice of earlier cases).',
  )
})

const annexOf = (doctrine: typeof SMALL_DOCTRINE): readonly Block[] =>
  optionsPaper(aDossier(), doctrine, { producedOn }).annexes[0]?.blocks ?? []
const headingsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))

test('a test of international law on which nothing is known has one line instead of a proof', () => {
  const tests = SMALL_DOCTRINE.tests.map((each) =>
    each.id === 'external-threat' ? { ...each, family: 'international-law' as const } : each,
  )
  expect(headingsOf(annexOf(SMALL_DOCTRINE))).toContain('External threat')
  const short = annexOf({ ...SMALL_DOCTRINE, tests })
  expect(headingsOf(short)).not.toContain('External threat')
  expect(JSON.stringify(short)).toContain(
    'External threat. Unknown. It would turn on “Origin outside the Union” and “Infrastructure outside the Union”.',
  )
})

test('sources and provisions that nobody has read say so in their footnote', () => {
  const notes = paper().notes.map(({ content }) => textOf(content))
  expect(notes.find((note) => note.startsWith('Lanterna'))).toContain('Unverified')
  expect(notes.find((note) => note.startsWith('Regulation (EU) 2019/796, Article 2.'))).toContain(
    'Unverified',
  )
  expect(notes.find((note) => note.startsWith('Regulation (EU) 2019/796, Article 1(3).'))).not.toContain(
    'Unverified',
  )
})

test('countries stand by name and EU code in protocol order', () => {
  expect(rowsOf(paper(), 'Facts on record').find(([fact]) => fact === 'Member States hit')?.[1]).toBe(
    'Estonia (EE), Greece (EL), Finland (FI)',
  )
})

test('a test that was not in force on the date is named and not applied', () => {
  const tests = aDossier().tests.map((finding) =>
    finding.test === 'cyber-attack' ? { ...finding, inForce: false } : finding,
  )
  expect(rowsOf(paper({ tests }), 'Legal tests').find(([name]) => name === 'Cyber-attack')?.[1]).toBe(
    'Not in force on the date of this paper.',
  )
})

test('restraint has a section of its own and is no package among the others', () => {
  const tree = paper()
  const headings = (id: string): string =>
    JSON.stringify(tree.sections.find((section) => section.id === id)?.blocks)
  expect(headings('s4')).not.toContain('Restraint')
  expect(headings('s5')).toContain('Restraint')
})

test('an empty dossier still makes a whole paper', () => {
  const tree = paper({
    facts: [],
    profile: [],
    tests: [],
    norms: [],
    decisive: [],
    attribution: { claims: [], matrix: { hypotheses: [], rows: [] }, memberStates: [] },
    measures: [],
    packages: [],
    political: [],
    neighbours: [],
    consistency: [],
    responses: [],
    statements: {},
    band: { band: null, usualCeiling: null, confidence: 'low', steps: [] },
  })
  for (const section of tree.sections) expect(section.blocks.length, section.title).toBeGreaterThan(0)
})
