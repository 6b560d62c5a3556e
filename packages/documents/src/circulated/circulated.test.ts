import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import mammoth from 'mammoth'
import { XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { isAtLeastAsStrict, MEMBER_STATES, PUBLIC } from '@demarche/core'
import { LANGUAGES } from '@demarche/core/kernel/language.ts'
import { loadDoctrine } from '@demarche/doctrine'
import { aDossier } from '@demarche/testkit/a-dossier.ts'
import { ACTS, circulated, CIRCULATING_DOCTRINE } from '../../test/circulated-case.ts'
import { gapsIn, sectionHeading, textOf, type Block, type DocumentTree } from '../document-tree.ts'
import { wordingIn } from '../language/wording.ts'
import { renderMarkdown } from '../render-markdown.ts'
import { CIRCULATED_OUTLINES, circulatedDocument, whyNotWritten, writeDocument } from './index.ts'

const treeOf = (id: string, more: Parameters<typeof circulated>[1] = {}): DocumentTree =>
  circulatedDocument(circulated(id, more), CIRCULATING_DOCTRINE)
const markdownOf = (...[id, more]: Parameters<typeof treeOf>): string => renderMarkdown(treeOf(id, more))

function blocksOf(tree: DocumentTree): readonly Block[] {
  return [...(tree.front ?? []), ...[...tree.sections, ...tree.annexes].flatMap(({ blocks }) => blocks)]
}

function textsOf(tree: DocumentTree): readonly string[] {
  return blocksOf(tree).flatMap((block) => {
    switch (block.kind) {
      case 'heading':
        return [block.text]
      case 'paragraph':
        return [textOf(block.content)]
      case 'list':
        return block.items.map(({ content }) => textOf(content))
      case 'table':
        return block.rows.flat().map(textOf)
    }
  })
}

function paragraphsOf(version: number): readonly string[] {
  return treeOf('doc-draft-declaration', { version })
    .sections.flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'paragraph' ? [textOf(block.content)] : []))
}

function why(more: Parameters<typeof circulated>[1], id = 'doc-objection'): string | undefined {
  return whyNotWritten(circulated(id, more), CIRCULATING_DOCTRINE)
}

const EMPTY = {
  facts: [],
  tests: [],
  norms: [],
  decisive: [],
  attribution: { claims: [], matrix: { hypotheses: [], rows: [] }, memberStates: [] },
  measures: [],
  political: [],
  consistency: [],
  responses: [],
  statements: {},
}

describe.each(CIRCULATED_OUTLINES)('%s', (id) => {
  test('reads as it should on the invented procedure (golden page)', () => {
    const golden = new URL(`../../test/golden/${id}.md`, import.meta.url)
    const markdown = markdownOf(id)
    if (process.env['DEMARCHE_GOLDEN'] === 'write') writeFileSync(golden, markdown)
    expect(markdown).toBe(readFileSync(golden, 'utf8'))
  })

  test('TXT-15 follows its outline: every section stands in the document or in its annex on the record', () => {
    const tree = treeOf(id)
    const outline = CIRCULATING_DOCTRINE.documents.find((each) => each.id === id)
    const titles = tree.sections.map(({ title }) => title)
    for (const { label } of outline?.sections ?? []) {
      const title = label.split(':')[0] ?? ''
      expect(titles).toContain(title.slice(0, 1).toUpperCase() + title.slice(1))
    }
  })

  test('TXT-16 invents nothing: without a case and without acts each section says what is missing', () => {
    const tree = treeOf(id, { dossier: aDossier(EMPTY), procedure: { acts: [] } })
    for (const { title, blocks } of tree.sections) expect(blocks.length, title).toBeGreaterThan(0)
    expect(textsOf(tree).join('\n')).toContain('Nothing on record: ')
    const said = textsOf(tree).join('\n')
    expect(gapsIn(tree)).toBe(said.split(/^Nothing on record: |\[to be completed: /m).length - 1)
  })

  test('TXT-17 reference and date are visibly blank until somebody gives them', () => {
    expect(markdownOf(id)).toContain('| Reference | *not given yet* |\n| Date | *not given yet* |')
    const fields = { reference: 'ST 1234/26', date: '2026-06-02', from: 'EEAS', to: 'Delegations' }
    expect(markdownOf(id, { fields })).toContain('| Reference | ST 1234/26 |\n| Date | 2 June 2026 |')
  })

  test('TXT-15 carries the highest marking of the statements in it, and at least that of its procedure', () => {
    const tree = treeOf(id)
    expect(isAtLeastAsStrict(tree.marking, { distribution: 'LIMITE', tlp: 'TLP:GREEN' })).toBe(true)
    for (const { content } of tree.notes.filter(({ kind }) => kind === 'statement')) {
      if (textOf(content).includes('TLP:AMBER')) expect(tree.marking.tlp).toBe('TLP:AMBER')
    }
  })

  test('footnotes are numbered as the reader meets them; the same input gives the same tree', () => {
    const tree = treeOf(id)
    expect(treeOf(id)).toEqual(tree)
    expect(tree.notes.map(({ number }) => number)).toEqual(tree.notes.map((_, index) => index + 1))
  })

  test('is the same document in Word, OpenDocument and PDF, with the marking in header and footer', async () => {
    const tree = treeOf(id)
    const [docx, odt, pdf] = await Promise.all(
      (['docx', 'odt', 'pdf'] as const).map((format) =>
        writeDocument(circulated(id), CIRCULATING_DOCTRINE, format),
      ),
    )
    if (!docx || !odt || !pdf) throw new Error('a format gave nothing')
    const word = (await mammoth.extractRawText({ buffer: Buffer.from(docx) })).value
    const open = Object.entries(unzipSync(odt)).map(([path, part]) => [path, strFromU8(part)] as const)
    const content = open.find(([path]) => path === 'content.xml')?.[1] ?? ''
    expect(XMLValidator.validate(content)).toBe(true)
    for (const section of tree.sections) {
      expect(word).toContain(sectionHeading(section))
      expect(content).toContain(`>${sectionHeading(section)}<`)
    }
    for (const band of ['header', 'footer']) {
      const wordBands = Object.entries(unzipSync(docx)).filter(([path]) => path.startsWith(`word/${band}`))
      expect(wordBands.length).toBeGreaterThan(0)
      for (const [, part] of wordBands) expect(strFromU8(part)).toContain(tree.marking.tlp)
      const styles = open.find(([path]) => path === 'styles.xml')?.[1] ?? ''
      expect(new RegExp(`<style:${band}>.*?</style:${band}>`, 's').exec(styles)?.[0]).toContain(
        tree.marking.tlp,
      )
    }
    const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
    for (let number = 1; number <= file.numPages; number += 1) {
      const { items } = await (await file.getPage(number)).getTextContent()
      const page = items.map((item) => ('str' in item ? item.str : '')).join('')
      expect(page.split(tree.marking.tlp).length - 1).toBeGreaterThanOrEqual(2)
    }
    expect((await file.getOutline()).map(({ title }) => title).slice(0, tree.sections.length)).toEqual(
      tree.sections.map(sectionHeading),
    )
  })
})

test('the outlines of the EU pack have a writer for every section', async () => {
  const doctrine = await loadDoctrine()
  for (const id of CIRCULATED_OUTLINES) {
    expect(whyNotWritten(circulated(id), doctrine)).toBeUndefined()
    const said = textsOf(circulatedDocument(circulated(id), doctrine)).join('\n')
    expect(said, id).not.toContain('this desk keeps nothing for this section')
  }
})

test('the joint text stands in the declaration word for word, in its order, at the version asked for', () => {
  expect(paragraphsOf(1)).toEqual(
    expect.arrayContaining([
      'The European Union strongly condemns the attack on ports.',
      'It attributes the attack to Северный фонарь.',
      'Ferries stood still for days.',
    ]),
  )
  expect(paragraphsOf(3).join('\n')).not.toContain('attributes')
})

test('a text whose order differs from the outline keeps its own order', () => {
  const tree = treeOf('doc-draft-declaration', { placement: { s2: 's9', s3: 's2', s8: 's9' } })
  const titles = tree.sections.map(({ title }) => title)
  expect(titles.indexOf('Readiness to act')).toBeLessThan(titles.indexOf('Condemnation or concern'))
  expect(titles).toContain('Readiness to act (continued)')
})

test('a text that nobody assigned to the outline stands whole, and no section is said to lack a paragraph', () => {
  const acts = ACTS.filter(({ act }) => act.verb === 'open').concat({
    statement: 'f'.repeat(64),
    party: 'EEAS',
    at: '2026-05-21T08:00:00.000Z',
    act: {
      verb: 'set-text',
      paragraphs: [
        { id: 'p1', text: 'One.' },
        { id: 'p2', text: 'Two.' },
      ],
    },
  })
  const tree = treeOf('doc-draft-declaration', { procedure: { acts } })
  expect(tree.sections.map(({ title }) => title)).toEqual([
    'Title with date',
    'Text',
    'List of aligning countries (added later)',
  ])
  expect(textsOf(tree).join('\n')).not.toContain('is assigned to')
})

test('TXT-21 the sender is who circulated it, or whose message it is, never who asks for the file', () => {
  const asked = markdownOf('doc-draft-declaration', { party: 'FR' })
  expect(asked).not.toContain('France')
  const acts = ACTS.concat({
    statement: 'e'.repeat(64),
    party: 'EEAS',
    at: '2026-05-21T08:00:00.000Z',
    act: {
      verb: 'circulate',
      documents: [{ outline: 'doc-draft-declaration', title: 'Draft' }],
      to: [...MEMBER_STATES],
    },
  })
  const sent = markdownOf('doc-draft-declaration', { party: 'FR', procedure: { acts } })
  expect(sent).toContain('| To | all Member States |')
  expect(sent).toContain('| Date | 21 May 2026 |')
  expect(sent).toContain('| Status | Draft |')
  expect(sent).not.toContain('France')
  expect(markdownOf('doc-objection', { party: 'SE' })).toContain('| From | Sweden (SE) |')
})

test('TXT-21 what is adopted is no draft any more: its name, its status and its date say so', () => {
  const { procedure } = circulated('doc-draft-declaration')
  const adopted = { at: '2026-05-30T10:00:00.000Z', how: 'silence' } as const
  const text = markdownOf('doc-draft-declaration', { procedure: { ...procedure, adopted } })
  expect(text).toMatch(/^# Declaration by the High Representative on behalf of the EU: /m)
  expect(text).toContain('| Status | Adopted by silence, 30 May 2026, 12:00 (Brussels, CEST) |')
  expect(text).toContain('Date of the text: 30 May 2026')
  const first = { procedure: { ...procedure, adopted }, version: 1 }
  expect(markdownOf('doc-draft-declaration', first)).toContain('| Status | Draft |')
})

test.each([
  ['de', /Entwurf/],
  ['et', /eelnõu/],
  ['fr', /Projet/],
  ['pl', /Projekt/],
  ['pt', /Projeto/],
  ['sl', /Osnutek/],
] as const)('TXT-21 what is adopted is no draft any more in %s either', async (language, draft) => {
  const doctrine = await loadDoctrine()
  const adopted = { at: '2026-05-30T10:00:00.000Z', how: 'vote' } as const
  for (const id of ['declaration', 'conclusions', 'decision', 'implementing-regulation']) {
    const input = { ...circulated(`doc-draft-${id}`), language }
    expect(renderMarkdown(circulatedDocument(input, doctrine)), id).toMatch(draft)
    const after = { ...input, procedure: { ...input.procedure, adopted } }
    expect(circulatedDocument(after, doctrine).title, id).not.toMatch(draft)
    expect(renderMarkdown({ ...circulatedDocument(after, doctrine), annexes: [] }), id).not.toMatch(draft)
  }
})

test('TXT-28 the name of the measure is no part of the subject, in whatever language the title was given', () => {
  const [first, ...rest] = ACTS
  const [named] = loadDoctrine().measures
  const [measure] = CIRCULATING_DOCTRINE.measures
  if (first?.act.verb !== 'open' || !measure || !named)
    throw new Error('the procedure is opened on no measure')
  const { id, label } = named
  const doctrine = { ...CIRCULATING_DOCTRINE, measures: [{ ...measure, id, label }] }
  for (const language of LANGUAGES) {
    const { say, ...wording } = wordingIn(language)
    const title = say('paper.labelled', {
      label: wording.label('measures', id, label),
      text: 'Harbour Lights',
    })
    const opened = { ...first, act: { ...first.act, measure: id, title } }
    const input = circulated('doc-draft-conclusions', { procedure: { acts: [opened, ...rest] } })
    expect(circulatedDocument(input, doctrine).title).toBe('Draft Council conclusions: Harbour Lights')
  }
})

test('TXT-19 no position and no party that proposed wording is printed unless it is asked for', () => {
  for (const id of CIRCULATED_OUTLINES.filter((each) => each !== 'doc-objection')) {
    const said = markdownOf(id, { dossier: aDossier(EMPTY) })
    expect(said, id).not.toMatch(/scrutiny.reserve/i)
    expect(said, id).not.toContain('Hungary')
    expect(said, id).not.toContain('not all share the finding')
  }
  expect(markdownOf('doc-lessons-learned')).toContain('| A delegation | Break silence |')
  expect(markdownOf('doc-lessons-learned', { withPositions: true })).toContain(
    '| Finland (FI) | Break silence |',
  )
  expect(markdownOf('doc-attribution-note', { withPositions: true })).toContain('Finland')
})

test('PRC-37 what the chair wrote down in the room is the last word of a State in the attribution note', () => {
  const acts = ACTS.concat({
    statement: 'd'.repeat(64),
    party: 'CY',
    at: '2026-06-01T08:00:00.000Z',
    act: {
      verb: 'record-positions',
      meeting: '2026-06-01',
      positions: [{ party: 'FI', position: 'can-accept' }],
    },
  })
  expect(markdownOf('doc-attribution-note', { withPositions: true, procedure: { acts } })).toMatch(
    /Finland \(FI\) \|.*\| Can accept \|/,
  )
})

test('an objection says who objects, when and on what; its own wording stands beside the text', () => {
  const said = markdownOf('doc-objection')
  expect(said).toContain('**Finland (FI) objects.**')
  expect(said).toContain('Sent: 27 May 2026, 12:30 (Brussels, CEST)')
  expect(said).toContain('until 27 May 2026, 18:00 (Brussels, CEST)')
  const draft = markdownOf('doc-objection', { party: 'SE' })
  expect(draft).toContain('Sent: *not given yet*')
  expect(draft).toContain('This is a draft: no objection by this party is on record')
})

test('TXT-15 a public document says of the case only what rests on public statements', () => {
  fc.assert(
    fc.property(fc.constantFrom('LIMITE' as const, 'PUBLIC' as const), (distribution) => {
      const dossier = aDossier()
      const statements = Object.fromEntries(
        Object.entries(dossier.statements).map(([id, statement]) => [
          id,
          { ...statement, marking: { distribution, tlp: 'TLP:CLEAR' as const } },
        ]),
      )
      const tree = treeOf('doc-press-release', { dossier: { ...dossier, statements }, marking: PUBLIC })
      const noted = tree.notes.filter(({ kind }) => kind === 'statement')
      expect(noted.length > 0).toBe(distribution === 'PUBLIC')
      expect(tree.marking).toEqual(PUBLIC)
    }),
  )
  const mixed = treeOf('doc-press-release', { marking: PUBLIC })
  expect(mixed.marking).toEqual(PUBLIC)
  expect(textsOf(mixed).join('\n')).not.toContain('Harbour Lights')
})

test('what a person wrote for a section stands in it, and makes up for what is missing', () => {
  const said = markdownOf('doc-lessons-learned', { words: { s6: 'Ask earlier.\nWrite shorter.' } })
  expect(said).toContain('Ask earlier.\n\nWrite shorter.')
  expect(said).not.toContain('advice is for those who took part to give')
})

test('a démarche names nobody beyond the text: whom the claims accuse stands under what not to say', () => {
  const section = treeOf('doc-demarche').sections.find(({ id }) => id === 's5')
  expect(JSON.stringify(section)).toContain('The text names Северный фонарь no longer; its first version did')
})

test('a need-to-know list of the procedure stands in the header of every format that has one', async () => {
  const marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER', needToKnow: 'list:abcdefghijkl' } as const
  const file = unzipSync(
    await writeDocument(circulated('doc-objection', { marking }), CIRCULATING_DOCTRINE, 'odt'),
  )
  expect(strFromU8(file['styles.xml'] ?? new Uint8Array())).toContain('NEED TO KNOW list:abcdefghijkl')
})

test('TXT-18 a document that cannot be written is refused with what can be', () => {
  expect(why({}, 'doc-nothing')).toMatch(
    /writes no document “doc-nothing”; it writes .*doc-draft-declaration, .*TXT-18/,
  )
  expect(why({ version: 9 })).toBe('The joint text has no version 9; it has versions 1 to 3. Rule TXT-18.')
  expect(why({ version: 1, procedure: { acts: [] } })).toBe('No text has been laid yet. Rule TXT-18.')
  expect(() => treeOf('doc-objection', { version: 9 })).toThrow(/no version 9/)
})
