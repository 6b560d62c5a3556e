import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { markingKey, PUBLIC, type Listing } from '@demarche/core'
import { LANGUAGES } from '@demarche/core/kernel/language.ts'
import type { Act, RecordedAct } from '@demarche/core/procedure/act.ts'
import { loadDoctrine } from '@demarche/doctrine'
import { aDossier } from '@demarche/testkit/a-dossier.ts'
import { circulated, CIRCULATING_DOCTRINE } from '../../../test/circulated-case.ts'
import { CLOSED, LISTING, LISTING_ACTS, LISTING_PAPERS, RELEASED } from '../../../test/a-listing.ts'
import type { DocumentTree } from '../../document-tree.ts'
import { wordingIn } from '../../language/wording.ts'
import { renderMarkdown } from '../../render-markdown.ts'
import { circulatedDocument, writeDocument } from '../index.ts'

type More = Parameters<typeof circulated>[1]
const treeOf = (id: string, more: More = {}): DocumentTree =>
  circulatedDocument(circulated(id, more), CIRCULATING_DOCTRINE)
const markdownOf = (id: string, more: More = {}): string => renderMarkdown(treeOf(id, more))

const LISTING_LABELS = new Map(LISTING_PAPERS.map(([id, label]) => [id, label]))
const BOTH = ['doc-draft-decision', 'doc-draft-implementing-regulation'] as const
const ADOPTED = { at: '2026-07-30T09:00:00.000Z', how: 'vote' } as const

function did(party: string, at: string, act: Act): RecordedAct {
  return { statement: 'f'.repeat(64), party, at, act }
}

const annexOf = (tree: DocumentTree | undefined) => tree?.sections.at(-1)?.blocks
const checkOf = (tree: DocumentTree | undefined) =>
  tree?.annexes.find(({ id }) => id === 'annex-check')?.blocks

test.each<readonly [string, More]>([
  ['as drafted', {}],
  ['once adopted', { procedure: { acts: LISTING_ACTS, adopted: ADOPTED } }],
  ['before anything was proposed', { procedure: { acts: LISTING_ACTS.slice(0, 1) } }],
  ...LANGUAGES.map((language) => [`in ${language}`, { language }] as const),
])('TXT-22 the annexes of both acts are the same, block for block, %s', (_, more) => {
  const [decision, regulation] = BOTH.map((id) => treeOf(id, more))
  expect(annexOf(decision)).toEqual(annexOf(regulation))
  expect(annexOf(decision)?.some(({ kind }) => kind === 'table')).toBe(true)
  expect(checkOf(decision)).toBeDefined()
  expect(checkOf(decision)).toEqual(checkOf(regulation))
})

test('TXT-22 the annexes are the same in the files too: the table of Word, cell for cell', async () => {
  const tables = await Promise.all(
    BOTH.map(async (id) => {
      const file = unzipSync(await writeDocument(circulated(id), CIRCULATING_DOCTRINE, 'docx'))
      const word = strFromU8(file['word/document.xml'] ?? new Uint8Array())
      const table = word.match(/<w:tbl>.*?<\/w:tbl>/gs)?.find((one) => one.includes('Date of listing')) ?? ''
      return [...table.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text)
    }),
  )
  expect(tables[0]).toContain('Северный фонарь')
  expect(tables[0]).toEqual(tables[1])
})

test('TXT-22 an entry has its grounds word for word and, once adopted, the day of the adoption', () => {
  const text = markdownOf('doc-draft-decision', { procedure: { acts: LISTING_ACTS, adopted: ADOPTED } })
  expect(text).toContain('# Council Decision (CFSP): Listing of two names')
  expect(text).toContain(
    '| Arvo LEIUTATUD | born 1 January 1980, Narva; invented | Arvo Leiutatud is responsible for a cyber-attack with a significant effect. He rented the servers from which data were deleted. | 30 July 2026 |',
  )
  expect(markdownOf('doc-draft-decision')).toContain('| Status | Draft |')
})

test('TXT-24 what nobody put on record is a blank that says what belongs there, and is no invention', () => {
  const said = BOTH.map((id) => markdownOf(id)).join('\n')
  for (const blank of ['number of the act', 'day of the adoption', 'the grounds for this entry', 'place'])
    expect(said).toContain(`\\[to be completed: ${blank}\\]`)
  expect(said).toContain('recalled as Article 6, not read')
})

test('the acts say nothing of the case beyond their text, and carry the marking of the procedure', () => {
  for (const id of BOTH) {
    const tree = treeOf(id)
    expect(tree.notes.filter(({ kind }) => kind === 'statement')).toEqual([])
    expect(tree.marking).toEqual({ distribution: 'LIMITE', tlp: 'TLP:GREEN' })
  }
})

test('the Regulation is proposed by the High Representative alone: another proposal leaves a blank', () => {
  const [opened, proposed, ...rest] = LISTING_ACTS
  if (!opened || !proposed) throw new Error('the listing has no proposal')
  const by = (party: string) =>
    markdownOf('doc-draft-implementing-regulation', {
      procedure: { acts: [opened, { ...proposed, party }, ...rest] },
    })
  expect(by('HRVP')).toContain('Having regard to the proposal from the High Representative of the Union')
  expect(by('EE')).toContain('the proposal from the High Representative; none is on record here')
})

/** Those that are written before anything is decided, and the letter. */
const BEFORE = LISTING_PAPERS.filter(
  ([id]) => !['doc-implementation-report', 'doc-effect-note', 'doc-prolongation-note'].includes(id),
)

test('TXT-25 the papers of a listing do not say who proposes it, even where the proposer sent them', () => {
  for (const [id, label] of BEFORE) {
    const sent = did('EE', '2026-05-26T08:00:00.000Z', {
      verb: 'circulate',
      documents: [{ outline: id, title: label }],
      to: ['FI', 'GSC'],
    })
    const text = markdownOf(id, {
      dossier: aDossier({
        facts: [],
        tests: [],
        attribution: { ...aDossier().attribution, memberStates: [] },
      }),
      procedure: {
        acts: [...LISTING_ACTS, sent].map((act) =>
          act.act.verb === 'set-text' ? { ...act, party: 'EE' } : act,
        ),
      },
    })
    expect(text, id).toContain('| Date | 26 May 2026 |')
    expect(text, id).not.toContain('Estonia')
    expect(text, id).not.toContain('The evidence on the group')
  }
  const other = did('EEAS', '2026-05-26T08:00:00.000Z', {
    verb: 'circulate',
    documents: [{ outline: 'doc-listing-proposal', title: 'Listing proposal' }],
    to: ['FI'],
  })
  expect(markdownOf('doc-listing-proposal', { procedure: { acts: [...LISTING_ACTS, other] } })).toContain(
    '| From | EEAS |',
  )
})

const writePackage = (evidence: typeof CLOSED, format: 'md' | 'pdf' | 'odt' | 'docx') =>
  writeDocument(circulated('doc-evidence-package', { evidence }), CIRCULATING_DOCTRINE, format)

test('TXT-26 the evidence package is byte for byte the same with and without what may not leave', async () => {
  for (const format of ['md', 'pdf', 'odt', 'docx'] as const) {
    const alone = await writePackage([RELEASED], format)
    for (const evidence of [[...CLOSED, RELEASED], ...CLOSED.map((one) => [one, RELEASED])])
      expect(Buffer.compare(await writePackage(evidence, format), alone), format).toBe(0)
  }
  const none = await writePackage([], 'md')
  for (const one of CLOSED) expect(Buffer.compare(await writePackage([one], 'md'), none), one.name).toBe(0)
})

test('TXT-26 an item stands in the package by its summary; its name, originator and sources are kept out', () => {
  const text = markdownOf('doc-evidence-package')
  expect(text).toContain('Item 1, 4 March 2026: Traces on a server')
  for (const { name } of [RELEASED, ...CLOSED]) expect(text).not.toContain(name)
  expect(text).not.toContain('Harbour Lights')
})

test('TXT-26 the chain says what rests on an item by its label, from statements marked no more strictly than the procedure', () => {
  const dossier = aDossier()
  const statements = Object.fromEntries(
    Object.entries(dossier.statements).map(([id, statement]) => [
      id,
      { ...statement, source: { ...statement.source, evidence: [RELEASED.entity] } },
    ]),
  )
  const carried = (marking: NonNullable<More>['marking']) =>
    /\| Item 1 \| ([^|]*) \|/.exec(
      markdownOf('doc-evidence-package', {
        dossier: { ...dossier, statements },
        ...(marking ? { marking } : {}),
      }),
    )?.[1]
  expect(carried({ distribution: 'LIMITE', tlp: 'TLP:GREEN' })).toContain('Systems affected')
  expect(carried({ distribution: 'LIMITE', tlp: 'TLP:GREEN' })).not.toContain('Economic loss')
  expect(carried({ distribution: 'LIMITE', tlp: 'TLP:AMBER' })).toContain('Economic loss')
  expect(carried({ distribution: 'LIMITE', tlp: 'TLP:AMBER' })).not.toContain('12 400 000')
})

test('TXT-26 an item that is marked more strictly than the procedure is in no index and in no question', () => {
  for (const id of ['doc-listing-proposal', 'doc-relex-questions']) {
    const hidden = {
      ...RELEASED,
      entity: 'evidence-item:f',
      name: 'Red cable',
      marking: { ...RELEASED.marking, tlp: 'TLP:RED' as const },
    }
    expect(markdownOf(id, { evidence: [RELEASED, hidden] })).toBe(markdownOf(id, { evidence: [RELEASED] }))
  }
  expect(markdownOf('doc-relex-questions')).toContain('May “Seized server” carry the listing?')
})

test('RELEX is asked on what a listing turns and what is weighed for it, and not on other law', () => {
  const dossier = aDossier()
  const [origin] = dossier.decisive
  if (!origin) throw new Error('nothing is open in the case')
  const decisive = [origin, { ...origin, property: 'forceUsed', settles: ['armed-attack'] }]
  const asked = (points: typeof decisive) =>
    markdownOf('doc-relex-questions', { dossier: { ...dossier, decisive: points } })
  expect(asked(decisive)).toBe(asked([origin]))
  expect(asked(decisive)).toContain('What is known of “Origin outside the Union”?')
})

test('TXT-15 what goes to the listed person rests on public statements alone', () => {
  for (const id of ['doc-notification-letter', 'doc-statement-of-reasons', 'doc-evidence-package']) {
    const { notes } = treeOf(id)
    const cited = notes.filter(({ kind }) => kind === 'statement')
    for (const { content } of cited) expect(JSON.stringify(content), id).toContain('TLP:CLEAR')
    expect(treeOf(id, { marking: PUBLIC }).marking, id).toSatisfy(
      (marking: typeof PUBLIC) => markingKey(marking) === markingKey(PUBLIC),
    )
  }
})

test('a letter says whether it was sent, and how', () => {
  const acts = [
    ...LISTING_ACTS,
    did('GSC', '2026-07-31T08:00:00.000Z', { verb: 'publish', where: 'OJ L', on: '2026-07-31' }),
  ]
  const procedure = { acts, adopted: ADOPTED }
  expect(markdownOf('doc-notification-letter', { procedure })).toContain(
    'Draft: no communication is on record',
  )
  const sent = did('GSC', '2026-08-01T08:00:00.000Z', {
    verb: 'notify',
    whom: ['Arvo LEIUTATUD'],
    how: 'notice',
    on: '2026-08-01',
  })
  const text = markdownOf('doc-notification-letter', { procedure: { ...procedure, acts: [...acts, sent] } })
  expect(text).toContain('| Status | Communicated by notice on 1 August 2026 |')
  expect(text).toContain(
    'Published: OJ L, 31 July 2026, *\\[to be completed: reference of the publication\\]*',
  )
})

test('acts that delist and that prolong say so, and list nobody', () => {
  const [opened] = LISTING_ACTS
  if (opened?.act.verb !== 'open') throw new Error('the listing does not open')
  const open = (measure: string) => ({ ...opened, act: { ...opened.act, measure } })
  const removed = markdownOf('doc-draft-decision', { procedure: { acts: [open('rest-delist')] } })
  expect(removed).toContain('The entries set out in the Annex to this Decision are deleted from the Annex to')
  const { subjects: _, ...act } = opened.act
  const prolong: Act = { verb: 'prolong', until: '2028-05-18', reason: 'The activity goes on.' }
  const acts = [
    { ...opened, act: { ...act, measure: 'rest-prolong', track: 'track-prolongation' } },
    did('EEAS', '2026-05-23T08:00:00.000Z', prolong),
  ]
  const longer = markdownOf('doc-draft-decision', { procedure: { acts } })
  expect(longer).toContain('the day until which the measures apply becomes 18 May 2028.')
  expect(longer).toContain('This act has no annex that lists names.')
})

const adoptedAs = (measure: string) => ({
  acts: LISTING_ACTS.map((one) => (one.act.verb === 'open' ? { ...one, act: { ...one.act, measure } } : one)),
  adopted: ADOPTED,
})

test('TXT-22 what ends or prolongs an entry is no listing: neither annex, review nor letter says so', () => {
  const removed = markdownOf('doc-draft-decision', { procedure: adoptedAs('rest-delist') })
  expect(removed).toContain('| *\\[to be completed: the day on which it was listed\\]* |')
  expect(removed).not.toMatch(/were deleted\. \| 30 July 2026/)
  const letter = markdownOf('doc-notification-letter', { procedure: adoptedAs('rest-delist') })
  expect(letter).toContain('on your entry among those who are subject to restrictive measures: ')
  expect(letter).not.toContain('that you are subject to restrictive measures')
  const longer = { procedure: adoptedAs('rest-prolong') }
  expect(markdownOf('doc-notification-letter', longer)).toContain('that you remain subject to')
  expect(markdownOf('doc-prolongation-note', longer)).not.toMatch(/LEIUTATUD \| 30 July 2026/)
})

const listing = (name: string, listingDate: string): Listing => ({
  id: name,
  annexRef: 'Annex I, part A, entry 1',
  name,
  type: 'natural person',
  aliases: [],
  transliterations: [],
  nationality: null,
  countryOfLinkedState: null,
  nationalityNote: null,
  function: 'invented',
  identifyingInfo: {},
  listingDate,
  legalAct: {
    regulation: null,
    regulationOJ: null,
    regulationVerified: false,
    decision: null,
    decisionVerified: false,
    source: null,
  },
  amendments: [],
  measures: [],
  incidents: [],
  reasonsSummary: 'Invented.',
  status: { state: 'in force', asOf: '2026-05-01', delistedOn: null },
  sources: [{ title: 'Annex I', address: 'https://example.eu', addressOpened: true, readAt: '' }],
  verified: {},
  criteriaInReasons: { letters: [], words: [], note: '', basis: '' },
  officialCheck: null,
})

test('the note on prolonging goes through the register where the procedure names nobody', () => {
  const [opened] = LISTING_ACTS
  if (opened?.act.verb !== 'open') throw new Error('the listing does not open')
  const { subjects: _, ...act } = opened.act
  const register = [listing('First Invented', '2020-07-30'), listing('Later Invented', '2026-06-30')]
  const text = markdownOf('doc-prolongation-note', { procedure: { acts: [{ ...opened, act }] }, register })
  expect(text).toContain('First Invented (entry not compared with an official text) | 30 July 2020 |')
  expect(text).not.toContain('Later Invented')
  const reviewed = [
    ...LISTING_ACTS,
    did('EEAS', '2027-05-02T08:00:00.000Z', { verb: 'review', on: '2027-05-01', finding: 'It goes on.' }),
  ]
  const due = markdownOf('doc-prolongation-note', {
    procedure: { acts: reviewed, adopted: ADOPTED },
    register,
  })
  expect(due).toContain('1 May 2028: the review is due, at least every 12 months')
  expect(due).not.toContain('First Invented')
})

test('the grounds are searched for the words of the law, and found words are no finding', () => {
  const text = markdownOf('doc-statement-of-reasons', LISTING)
  expect(text).toContain('Arvo LEIUTATUD: the grounds use the words responsible (point (a))')
  expect(text).toContain(
    'Северный фонарь: *\\[to be completed: the words of the criterion of Article 3(3)\\]*',
  )
})

test.each(LANGUAGES)('in %s an act that is adopted is called a draft no more', (language) => {
  const { label } = wordingIn(language)
  for (const id of BOTH) {
    const draft = label('documents', id, LISTING_LABELS.get(id) ?? '')
    expect(treeOf(id, { language }).title).toContain(draft)
    const adopted = treeOf(id, { language, procedure: { acts: LISTING_ACTS, adopted: ADOPTED } })
    expect(adopted.title).not.toContain(draft)
    expect(adopted.title).not.toMatch(/draft|projet|entwurf|projekt|osnutek|eelnõu/i)
  }
})

test.each(LANGUAGES)('in %s no heading of a paper ends inside a bracket', async (language) => {
  const doctrine = await loadDoctrine()
  const titles = LISTING_PAPERS.flatMap(([id]) =>
    circulatedDocument({ ...circulated(id), language }, doctrine).sections.map(({ title }) => title),
  )
  expect(titles.filter((title) => title.split('(').length > title.split(')').length)).toEqual([])
})
