import { CIRCULATED_OUTLINES } from '@demarche/api'
import type { Assertion, Marking } from '@demarche/core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act } from '../../../test/a-declaration.ts'
import { signRightsCheck } from '../../../test/a-rights-check.ts'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'
import { paperThread } from '../../dossier/paper-thread.ts'

const GREEN = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const
const AMBER = { distribution: 'LIMITE', tlp: 'TLP:AMBER' } as const

let desk: DeskUnderTest
let estonia: SignedInForTest
let ofCase: string
let listing: string

const said = (assertions: readonly Assertion[], marking: Marking, evidence: readonly string[] = []) => ({
  assertions,
  source: { document: 'Report of the team', verified: true, ...(evidence.length > 0 ? { evidence } : {}) },
  grading: { reliability: 'B', credibility: '2' },
  marking,
})

async function post(url: string, payload: object): Promise<string> {
  const answer = await estonia.ask({ method: 'POST', url, payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json().entity
}

/** An item that speaks of the case. */
async function newItem(name: string, use: string, marking: Marking): Promise<string> {
  const facts = {
    name,
    category: 'technical',
    legalBasis: 'lb-voluntary',
    purposeLimit: 'sanctions',
    listingUse: use,
    summary: `What can be shown of item ${name.length}.`,
    start: '2026-03-04',
    originator: ['EE'],
    cases: ofCase,
  }
  return post('/api/portfolio/records', {
    kind: 'evidence-item',
    ...said(
      Object.entries(facts).map(([property, value]) => ({ property, value })),
      marking,
    ),
  })
}

async function paper(outline: string, query = 'format=md', as = estonia): Promise<string> {
  const answer = await as.ask({ url: `/api/procedures/${listing}/documents/${outline}?${query}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.body
}

const rowsOf = (text: string) => text.split('\n').filter((line) => line.startsWith('| A. Person |'))
const printOf = (text: string) => /Fingerprint of the annex: `(\w+)`/.exec(text)?.[1]
const askForPackage = () =>
  estonia.ask({ url: `/api/procedures/${listing}/documents/doc-evidence-package?format=md` })

beforeAll(async () => {
  desk = await openDesk()
  estonia = await desk.signInAs({ party: 'EE', role: 'delegate' })
  ofCase = await post('/api/cases', said([{ property: 'name', value: 'Grid' }], GREEN))
  const released = await newItem('Disk image', 'allowed', GREEN)
  await post(
    `/api/cases/${encodeURIComponent(ofCase)}/statements`,
    said([{ property: 'deaths', value: 0 }], GREEN, [released]),
  )
  await signRightsCheck(estonia, ofCase, ['rest-asset-freeze'])
  listing = await post(`/api/cases/${encodeURIComponent(ofCase)}/procedures`, {
    measure: 'rest-asset-freeze',
    path: 'normal',
    title: 'Listing of A. Person',
    reason: 'The evidence is there.',
    subjects: ['A. Person'],
    marking: GREEN,
  })
  await act(estonia, listing, {
    verb: 'propose',
    reason: 'They ran it.',
    documents: ['doc-options-paper', 'doc-measure-proposal'].map((outline) => ({ outline, title: outline })),
    listed: [{ name: 'A. Person', identifiedBy: 'born 1 January 1970' }],
  })
})
afterAll(async () => {
  await paperThread.close()
  await desk.close()
})

it.each(CIRCULATED_OUTLINES)('%s is written for a listing under the shipped doctrine', async (outline) => {
  const text = await paper(outline)
  expect(text).toContain('TLP:GREEN')
  expect(text).not.toContain('this desk keeps nothing for this section')
})

it('TXT-22 both acts come with one annex, and the same fingerprint', async () => {
  const [decision = '', regulation = ''] = await Promise.all(
    ['doc-draft-decision', 'doc-draft-implementing-regulation'].map((outline) => paper(outline)),
  )
  expect(rowsOf(decision)).toHaveLength(1)
  expect(rowsOf(decision)).toEqual(rowsOf(regulation))
  expect(printOf(decision)).toMatch(/^[0-9a-f]{16}$/)
  expect(printOf(decision)).toBe(printOf(regulation))
})

it('TXT-26 the package holds what may be disclosed; what may not changes nothing in it, in its name or in its gaps', async () => {
  const before = await askForPackage()
  expect(before.body).toContain('What can be shown of item 10.')
  expect(before.body).not.toContain('Disk image')
  expect(before.body).toMatch(/\| Item 1 \| Deaths/)
  await newItem('Refused note', 'refused', GREEN)
  await newItem('Note of a service', 'allowed', AMBER)
  const after = await askForPackage()
  expect(after.body).toBe(before.body)
  expect(after.headers['content-disposition']).toBe(before.headers['content-disposition'])
  expect(after.headers['demarche-gaps']).toBe(before.headers['demarche-gaps'])
})

it('in another language the papers of a listing say the kind of an item in it', async () => {
  for (const outline of ['doc-evidence-package', 'doc-listing-proposal']) {
    const french = await paper(outline, 'format=md&language=fr')
    expect(french).toContain('| indicateurs techniques |')
    expect(french).not.toContain('technical indicators')
  }
})

it('ACS-09 as another party would get it, no item stands that this party does not see', async () => {
  const index = await paper('doc-listing-proposal')
  expect(index).toContain('Disk image')
  const shown = await paper('doc-listing-proposal', 'format=md&as=FR')
  expect(shown).toContain('As FR would get it')
  expect(shown).toContain('Disk image')
  const toEstonia: Marking = { ...GREEN, releasableTo: ['EE'] }
  await newItem('For Estonia alone', 'allowed', toEstonia)
  expect(await paper('doc-listing-proposal', 'format=md&as=FR')).toBe(shown)
})

it('the note on prolonging the regime goes through the register', async () => {
  await signRightsCheck(estonia, ofCase, ['rest-prolong'])
  const prolonging = await post(`/api/cases/${encodeURIComponent(ofCase)}/procedures`, {
    measure: 'rest-prolong',
    path: 'normal',
    title: 'Prolonging the measures',
    reason: 'They lapse.',
    marking: GREEN,
  })
  const answer = await estonia.ask({
    url: `/api/procedures/${prolonging}/documents/doc-prolongation-note?format=md`,
  })
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.body).toMatch(/Entries of the register of this desk that stood on/)
  expect(answer.body).toContain('keep, amend or delete')
})
