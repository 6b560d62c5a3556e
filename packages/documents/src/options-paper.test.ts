import { readFileSync, writeFileSync } from 'node:fs'
import { parsePartialDate, reasonOf } from '@demarche/core'
import { LANGUAGES } from '@demarche/core/kernel/language.ts'
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
  return [...(tree.summary ?? []), ...[...tree.sections, ...tree.annexes].flatMap(({ blocks }) => blocks)]
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

test('FACT-06 the facts on record say for which days a value stands when it is none on the date of the paper', () => {
  const { facts, statements } = aDossier()
  const [statement] = Object.keys(statements)
  const rows = rowsOf(
    paper({
      facts: [
        ...facts,
        {
          property: 'partnersActing',
          label: 'Partners are acting',
          group: 'context',
          cardinality: 'one',
          fact: { state: 'unknown' },
          otherTimes: [
            {
              property: 'partnersActing',
              value: true,
              validTo: parsePartialDate('2026-03'),
              statement: statement ?? '',
              held: 'false',
            },
          ],
        },
      ],
    }),
    'Facts on record',
  )
  expect(rows.find(([fact]) => fact === 'Partners are acting')?.[1]).toMatch(
    /^Unknown on the date of this paper\. On record for other days: yes, until March 2026/,
  )
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

test('every measure of the catalogue has one row: in the body when a package has it, else in Annex B', () => {
  const { measures, packages } = aDossier()
  const tree = paper()
  const catalogue = [
    'Preventive measures',
    'Cooperative measures',
    'Stability measures',
    'Restrictive measures',
    "Support to Member States' lawful responses",
  ].flatMap((caption) => rowsOf(tree, caption))
  const offered = new Set(packages.flatMap(({ steps }) => steps.map(({ label }) => label)))
  const others = rowsOf(tree, 'Measures in no package')
  expect(catalogue.every(([label]) => offered.has(label ?? ''))).toBe(true)
  expect(others.some(([label]) => offered.has(label ?? ''))).toBe(false)
  expect([...catalogue, ...others].map(([label]) => label).toSorted()).toEqual(
    measures.map(({ label }) => label).toSorted(),
  )
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
  expect(rowsOf(tree, 'Measures in no package').at(-1)?.[1]).toMatch(
    /^Not open\. Does not hold: .* \[law\]\.$/,
  )
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

test('TXT-28 proofs and grounds of measures are said in the language of the paper', () => {
  const clause = 'No legal threshold; the framework does not make attribution a condition of every measure.'
  const [measure] = aDossier().measures
  const [ground] = aDossier().measures.flatMap(({ reasons }) => reasons)
  if (!measure || !ground) throw new Error('the invented dossier has measures with grounds')
  const asDoctrineSays = { ...ground, text: clause, words: reasonOf('availability.clause', { clause }) }
  const notYet = {
    ...ground,
    verdict: 'false' as const,
    text: 'Not in force on 17 May 2019: in force only from 18 May 2019.',
    words: reasonOf('availability.notYet', { date: '2019-05-17', from: '2019-05-18' }),
  }
  const dossier = aDossier({ measures: [{ ...measure, reasons: [asDoctrineSays, notYet] }] })
  const said = renderMarkdown(optionsPaper(dossier, SMALL_DOCTRINE, { producedOn, language: 'de' }))
  expect(said).toContain('Am 17. Mai 2019 nicht in Kraft: erst in Kraft ab 18. Mai 2019')
  expect(said).toContain('Keine rechtliche Schwelle')
  expect(said).not.toContain('No legal threshold')
  expect(said).toContain('- Mindestens eine dieser Bedingungen – erfüllt.')
  expect(said).toContain('ja (erfasst: ja) – erfüllt.')
  expect(said).toContain('von einer Person als erfüllt festgestellt')
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
    band: { band: null, usualCeiling: null, confidence: 'low', steps: [], stepWords: [] },
  })
  for (const section of tree.sections) expect(section.blocks.length, section.title).toBeGreaterThan(0)
})

const summaryOf = (tree: DocumentTree): string =>
  (tree.summary ?? [])
    .flatMap(inlinesOf)
    .map((inline) => ('text' in inline ? inline.text : ''))
    .join('')

test('the summary names every choice, says in which section each line is founded, and cites nothing itself', () => {
  const tree = paper()
  const choices = rowsOf(tree, 'The choices, not ranked').map(([name]) => name)
  expect(choices).toHaveLength(aDossier().packages.length)
  for (const { label } of aDossier().packages) expect(choices.join()).toContain(label)
  expect(summaryOf(tree)).toMatch(/\(Section I\.\).*\(Section II\.\).*\(Section VII\.\).*\(Section X\.\)/s)
  expect((tree.summary ?? []).flatMap(inlinesOf).some(({ kind }) => kind === 'notes')).toBe(false)
})

test('the summary keeps what rests on a finding by people apart from what the facts alone settle', () => {
  const said = summaryOf(paper())
  expect(said).toMatch(/“Significant effect” holds by a finding of people; without it: unknown\./)
  expect(said).not.toMatch(/Met on the facts: [^.]*“Significant effect”/)
})

test('the summary of an empty dossier says what is not known instead of leaving it out', () => {
  const said = summaryOf(
    paper({
      facts: [],
      profile: [],
      packages: [],
      neighbours: [],
      consistency: [],
      decisive: [],
      attribution: { claims: [], matrix: { hypotheses: [], rows: [] }, memberStates: [] },
      band: { band: null, usualCeiling: null, confidence: 'low', steps: [], stepWords: [] },
    }),
  )
  expect(said).toContain('The start is not known.')
  expect(said).toContain('Whether Member States were hit is not on record.')
  expect(said).toContain('Nobody is on record with a claim.')
  expect(said).toContain('Too little is known for a response band.')
})

test('tests on which nothing turns are named in the body, with their provision in Annex A', () => {
  const tests = SMALL_DOCTRINE.tests.map((each) =>
    each.id === 'external-threat' ? { ...each, family: 'international-law' as const } : each,
  )
  const tree = optionsPaper(aDossier(), { ...SMALL_DOCTRINE, tests }, { producedOn })
  expect(rowsOf(tree, 'Legal tests').map(([name]) => name)).not.toContain('External threat')
  expect(JSON.stringify(tree.sections.find(({ id }) => id === 's2')?.blocks)).toMatch(
    /further tests? (?:is|are) unknown, and no package turns on (?:it|them): [^.]*“External threat”/,
  )
  const item = tree.annexes[0]?.blocks
    .flatMap((block) => (block.kind === 'list' ? block.items : []))
    .find(({ content }) => textOf(content).startsWith('External threat. Unknown.'))
  expect(item?.content.some(({ kind }) => kind === 'notes')).toBe(true)
})

test('no place in a data file is printed as a pointer', () => {
  const statements = Object.fromEntries(
    Object.entries(aDossier().statements).map(([id, statement]) => [
      id,
      { ...statement, source: { ...statement.source, locator: 'lanterna#/actors/0' } },
    ]),
  )
  const text = renderMarkdown(paper({ statements }))
  expect(text).not.toContain('/actors/0')
  expect(text).toContain('case file, actors, entry 1')
})

const inFrench = () => optionsPaper(aDossier(), SMALL_DOCTRINE, { producedOn, language: 'fr' })

test('in another language States are named in it, and what is on record stays in its own', () => {
  const tree = inFrench()
  expect(rowsOf(tree, 'Imputations').map(([claimant]) => claimant)).toEqual(['Lanterna Sécurité', 'Norvège'])
  expect(summaryOf(tree)).toContain('From 27 February 2026 somebody deleted data')
  expect(JSON.stringify(tree.front)).toContain('figurent dans la langue dans laquelle ils sont consignés')
})

test('French puts a space before a semicolon, also between points in one cell', () => {
  const [basis] = rowsOf(inFrench(), 'Les sept dimensions').map((row) => row[3])
  expect(basis).toBe('Échelle de ce bureau\u00A0; confiance élevée')
})

test.for(LANGUAGES)('a paper in %s has every place filled and no full stop twice', (language) => {
  const tree = optionsPaper(aDossier(), SMALL_DOCTRINE, { producedOn, language })
  const said = blocksOf(tree).flatMap((block) => textOf(inlinesOf(block)))
  expect(said.filter((text) => /\{\{|\.\.|: :|undefined/.test(text))).toEqual([])
})
