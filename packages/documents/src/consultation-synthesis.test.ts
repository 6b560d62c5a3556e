import { readFileSync, writeFileSync } from 'node:fs'
import {
  type Assertion,
  highestMarking,
  identify,
  kindOfEntity,
  type Marking,
  PUBLIC,
  readConsultation,
  readRecord,
  type Statement,
} from '@demarche/core'
import { loadDoctrine, readRecordKinds } from '@demarche/doctrine'
import { expect, test } from 'vitest'
import { consultationSynthesis, type SynthesisPaper } from './consultation-synthesis.ts'
import { DOCUMENT_FORMATS, renderDocument } from './render-document.ts'
import { renderMarkdown } from './render-markdown.ts'

const kinds = readRecordKinds(loadDoctrine())
const asOf = '2026-12-15'
const QUESTION = 'consultation:mechanism'

type Facts = Readonly<Record<string, Assertion['value']>>

const ASKED: Facts = {
  name: 'What should the Mechanism take up?',
  background: 'The Mechanism begins in 2027.\n\nIts groups are not yet named.',
  by: ['EU'],
  answered: 'here',
  due: '2026-12-10',
  synthesis:
    'Most ask for the protection of hospitals. [submission:b7-named] [submission:a1-unnamed]\n\n' +
    'Two would go further:\nthey ask for a hotline. [submission:a1-unnamed] [submission:c3-withheld] [submission:zz-hidden]\n\n' +
    'Nobody opposes.',
  uses: ['submission:b7-named'],
  outcome: 'It was proposed in New York.',
  led: ['commitment:hospitals'],
}
const answer = (consent: string, from: string): Facts => ({
  name: 'An answer',
  consultation: QUESTION,
  text: 'Take up *hospitals*.',
  sort: 'civil-society',
  start: '2026-11-28',
  consent,
  moderation: 'accepted',
  from,
  country: ['EE'],
})
const ANSWERS: Readonly<Record<string, Facts>> = {
  'submission:b7-named': answer('named', 'Alliance of Clinics'),
  'submission:a1-unnamed': answer('unnamed', 'Quiet Institute'),
  'submission:c3-withheld': answer('withheld', 'Hidden Society'),
}

function statementOf(entity: string, facts: Facts, marking: Marking = PUBLIC): Statement {
  return identify({
    entity,
    kind: kindOfEntity(entity),
    assertions: Object.entries(facts).map(([property, value]) => ({ property, value })),
    source: { document: `Submitted as ${entity}`, verified: true },
    grading: { reliability: 'B', credibility: '2' },
    marking,
    assertedBy: 'EEAS',
    assertedAt: '2026-12-01T09:00:00.000Z',
  })
}

function paperOf(asked: Facts, answers = ANSWERS, marking = PUBLIC): SynthesisPaper {
  const statements = [
    statementOf(QUESTION, asked),
    ...Object.entries(answers).map(([entity, facts]) => statementOf(entity, facts, marking)),
  ]
  const records = statements.map((statement) => {
    const kind = kinds.find(({ id }) => id === statement.kind)
    if (!kind) throw new Error(`no kind ${statement.kind}`)
    return readRecord({ kind, entity: statement.entity, statements: [statement], asOf })
  })
  const [record, ...cited] = records
  if (!record) throw new Error('no consultation')
  return {
    asOf,
    consultation: readConsultation({ record, cited, now: '2026-12-15T09:00:00.000Z' }),
    published: 'in-part',
    producedOn: asOf,
    doctrineVersion: 'test',
    marking: highestMarking(records.map((one) => one.marking)),
    records,
    kinds,
    statements: Object.fromEntries(statements.map((statement) => [statement.id, statement])),
    names: { 'commitment:hospitals': 'Protect hospitals' },
  }
}

test('the synthesis of an invented consultation reads as it should (golden page)', () => {
  const golden = new URL('../test/golden/consultation-synthesis.md', import.meta.url)
  const markdown = renderMarkdown(consultationSynthesis(paperOf(ASKED)))
  if (process.env['DEMARCHE_GOLDEN'] === 'write') writeFileSync(golden, markdown)
  expect(markdown).toBe(readFileSync(golden, 'utf8'))
})

test('STK-11 it names an author who agreed to it, and nobody else', () => {
  const markdown = renderMarkdown(consultationSynthesis(paperOf(ASKED)))
  expect(markdown).toContain('Alliance of Clinics')
  expect(markdown).not.toMatch(/Quiet Institute|Hidden Society/)
  for (const reference of ['b7-named', 'a1-unnamed', 'c3-withheld', 'zz-hidden'])
    expect(markdown).toContain(`| ${reference} |`)
})

test('STK-11 it says what it may not rest on any more', () => {
  const withdrawn = { ...ANSWERS, 'submission:a1-unnamed': { name: 'An answer', consultation: QUESTION } }
  const markdown = renderMarkdown(consultationSynthesis(paperOf(ASKED, withdrawn)))
  expect(markdown).toContain('Cited, and not accepted any more: 2.')
})

test('of a consultation of which nothing was made it says so in every part', () => {
  const { sections } = consultationSynthesis(paperOf({ name: 'What next?' }, {}))
  for (const { blocks, title } of sections) expect(JSON.stringify(blocks), title).toContain('"isGap":true')
})

test('STK-11 it is set in every form, under the highest marking of what it contains', async () => {
  const secret: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }
  const tree = consultationSynthesis(paperOf(ASKED, ANSWERS, secret))
  expect(tree.marking).toEqual(secret)
  for (const format of DOCUMENT_FORMATS)
    expect((await renderDocument(tree, format)).byteLength, format).toBeGreaterThan(1000)
})
