import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isAtLeastAsStrict, markingKey, OWN_DESK, PUBLIC, type Dossier } from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import { aDossier } from '@demarche/testkit/a-dossier.ts'
import { CIRCULATING_DOCTRINE } from '../../../test/circulated-case.ts'
import type { DocumentTree } from '../../document-tree.ts'
import { renderMarkdown } from '../../render-markdown.ts'
import { CASE_OUTLINES, type CirculatedDocument, circulatedDocument } from '../index.ts'

const DOCTRINE = {
  ...CIRCULATING_DOCTRINE,
  documents: loadDoctrine().documents.filter(({ id }) => CASE_OUTLINES.includes(id)),
}
const paper = (
  outline: string,
  dossier: Dossier = aDossier(),
  more: Partial<CirculatedDocument> = {},
): DocumentTree =>
  circulatedDocument(
    {
      outline,
      dossier,
      marking: PUBLIC,
      party: 'EE',
      procedure: { acts: [] },
      producedOn: '2026-06-02',
      ...more,
    },
    DOCTRINE,
  )
const markdown = (...of: Parameters<typeof paper>): string => renderMarkdown(paper(...of))

describe.each(CASE_OUTLINES)('%s', (outline) => {
  test('reads as it should on the invented case (golden page)', () => {
    const golden = new URL(`../../../test/golden/${outline}.md`, import.meta.url)
    const text = markdown(outline)
    if (process.env['DEMARCHE_GOLDEN'] === 'write') writeFileSync(golden, text)
    expect(text).toBe(readFileSync(golden, 'utf8'))
  })

  test('TXT-27 follows its outline and says nothing of a procedure', () => {
    const tree = paper(outline)
    expect(tree.sections.map(({ id }) => id)).toEqual(
      DOCTRINE.documents.find(({ id }) => id === outline)?.sections.map(({ id }) => id),
    )
    expect(renderMarkdown(tree)).not.toMatch(/Joint text|untitled procedure/)
  })

  test('TXT-16 invents nothing: of a case of which nothing is known each section says what is missing', () => {
    const bare = { facts: [], tests: [], norms: [], decisive: [], profile: [], political: [], responses: [] }
    const attribution = { claims: [], matrix: { hypotheses: [], rows: [] }, memberStates: [] }
    const tree = paper(outline, aDossier({ ...bare, attribution, statements: {} }))
    for (const { title, blocks } of tree.sections) expect(blocks.length, title).toBeGreaterThan(0)
    expect(renderMarkdown(tree)).toContain('Nothing on record: ')
  })

  test('TXT-15 carries the highest marking of the statements that it cites', () => {
    const dossier = aDossier()
    const tree = paper(outline, dossier)
    const cited = Object.values(dossier.statements).filter(({ id }) =>
      JSON.stringify(tree.notes).includes(id.slice(0, 12)),
    )
    for (const { marking } of cited) expect(isAtLeastAsStrict(tree.marking, marking)).toBe(true)
  })
})

const [OWN] = aDossier().attribution.claims
const claimBy = (assertedBy: string): Dossier => {
  const dossier = aDossier()
  const statement = OWN && dossier.statements[OWN.statement]
  return statement
    ? aDossier({ statements: { ...dossier.statements, [statement.id]: { ...statement, assertedBy } } })
    : dossier
}

test('TXT-27 a contribution says only what its own party has put on record', () => {
  expect(OWN).toBeDefined()
  const accused = OWN?.claim.accused ?? ''
  expect(markdown('doc-attribution-contribution', claimBy('EE'))).toContain(accused)
  expect(markdown('doc-attribution-contribution', claimBy('FR'))).not.toContain(accused)
})

test('TXT-15 the public statement says of the case only what rests on public statements', () => {
  const marked = aDossier()
  const all = Object.values(marked.statements)
  expect(all.some(({ marking }) => markingKey(marking) !== markingKey(PUBLIC))).toBe(true)
  const tree = paper('doc-attribution-statement', marked)
  expect(markingKey(tree.marking)).toBe(markingKey(PUBLIC))
  const notes = JSON.stringify(tree.notes)
  for (const { id, marking } of all)
    if (markingKey(marking) !== markingKey(PUBLIC)) expect(notes).not.toContain(id.slice(0, 12))
})

test('TXT-17 a desk that its operator gave no party is no sender: the field stays a visible blank', () => {
  expect(markdown('doc-incident-report')).toContain('| From | Estonia (EE) |')
  expect(markdown('doc-incident-report', aDossier(), { party: OWN_DESK })).toContain(
    '| From | *not given yet* |',
  )
})

test('TXT-28 in another language the paper says that what is on record stays in its own', () => {
  const french = markdown('doc-assessment', aDossier(), { language: 'fr' })
  expect(french).toContain('## III. Critères juridiques motivés')
  expect(french).toContain('figurent dans la langue dans laquelle ils sont consignés')
  expect(markdown('doc-assessment')).not.toContain('in the language in which it is on record')
})
