import { readFileSync, writeFileSync } from 'node:fs'
import {
  type Assertion,
  confidenceReport,
  highestMarking,
  identify,
  kindOfEntity,
  type Marking,
  PUBLIC,
  readRecord,
  type Statement,
} from '@demarche/core'
import { loadDoctrine, readRecordKinds } from '@demarche/doctrine'
import { expect, test } from 'vitest'
import { type ConfidencePaper, confidenceReportTable } from './confidence-form.ts'
import { confidenceReportPaper } from './confidence-report.ts'
import { renderMarkdown } from './render-markdown.ts'

const doctrine = loadDoctrine()
const kinds = readRecordKinds(doctrine)
const asOf = '2026-11-27'

interface Told {
  readonly entity: string
  readonly facts: Readonly<Record<string, Assertion['value']>>
  readonly verified?: boolean
  readonly marking?: Marking
}

const SET: Told = {
  entity: 'cbm-set:oas',
  facts: {
    name: 'Measures of the OAS',
    set: ['org-oas'],
    form: ['measure', 'state', 'act', 'date', 'evidence', 'reported', 'standing', 'missing', 'marking'],
    contactForm: ['country', 'person', 'position', 'institution', 'mail', 'category'],
    contactRoles: ['policy', 'diplomatic'],
    network: 'oas',
  },
  verified: false,
}
const MEASURES: readonly Told[] = [
  {
    entity: 'cbm:oas-1',
    facts: { name: 'Provide national policies', set: ['org-oas'], number: 1, acts: ['act-publish-strategy'] },
  },
  {
    entity: 'cbm:oas-2',
    facts: { name: 'Name a contact', set: ['org-oas'], number: 2, acts: ['act-contact-point'] },
  },
  {
    entity: 'cbm:oas-4',
    facts: { name: 'Build capacity', set: ['org-oas'], number: 4, acts: ['act-training'] },
    verified: false,
  },
  { entity: 'cbm:oas-6', facts: { name: 'Exchange good practice', set: ['org-oas'], number: 6 } },
]
const STRATEGY: Told = {
  entity: 'cbm-act:strategy',
  facts: {
    name: 'National strategy of 2026',
    act: 'act-publish-strategy',
    party: ['BR'],
    start: '2026-02-03',
    evidence: 'https://example.org/strategy',
    measures: 'cbm:oas-1',
    reported: { to: 'org-oas', on: '2026-04', reference: 'CICTE/doc.7' },
  },
}
const RECORDS: readonly Told[] = [
  SET,
  ...MEASURES,
  STRATEGY,
  {
    entity: 'cbm-act:course',
    facts: { name: '=Course for diplomats', act: 'act-training', party: ['BR'], start: '2026' },
    verified: false,
  },
  {
    entity: 'contact-point:duty',
    facts: {
      name: 'Duty desk',
      party: ['BR'],
      networks: ['oas'],
      role: 'policy',
      mail: 'mailto:duty@example.org',
    },
  },
  {
    entity: 'contact-check:first',
    facts: { name: 'First', contact: 'contact-point:duty', start: '2026-09-01', outcome: 'answered' },
  },
]

function statementOf({ entity, facts, verified = true, marking = PUBLIC }: Told): Statement {
  return identify({
    entity,
    kind: kindOfEntity(entity),
    assertions: Object.entries(facts).map(([property, value]) => ({ property, value })),
    source: { document: `Release on ${entity}`, verified },
    grading: { reliability: 'B', credibility: '2' },
    marking,
    assertedBy: 'EEAS',
    assertedAt: '2026-03-01T09:00:00.000Z',
  })
}

function paperOf(told: readonly Told[]): ConfidencePaper {
  const statements = told.map(statementOf)
  const records = statements.map((statement) => {
    const kind = kinds.find(({ id }) => id === statement.kind)
    if (!kind) throw new Error(`no kind ${statement.kind}`)
    return readRecord({ kind, entity: statement.entity, statements: [statement], asOf })
  })
  const of = (kind: string) => records.filter((record) => record.kind === kind)
  return {
    report: confidenceReport({
      set: 'org-oas',
      network: 'oas',
      state: 'BR',
      asOf,
      measures: of('cbm'),
      acts: of('cbm-act'),
      contacts: of('contact-point'),
      checks: of('contact-check'),
      groups: doctrine.countryGroups ?? [],
    }),
    ...(told.includes(SET) ? { setRecord: SET.entity } : {}),
    setName: 'Measures of the OAS',
    stateName: 'Brazil',
    producedOn: asOf,
    doctrineVersion: 'test',
    marking: highestMarking(statements.map(({ marking }) => marking)),
    records,
    kinds,
    statements: Object.fromEntries(statements.map((statement) => [statement.id, statement])),
    names: {},
  }
}

test('a report on an invented State reads as it should (golden page)', () => {
  const golden = new URL('../test/golden/confidence-report.md', import.meta.url)
  const markdown = renderMarkdown(confidenceReportPaper(paperOf(RECORDS)))
  if (process.env['DEMARCHE_GOLDEN'] === 'write') writeFileSync(golden, markdown)
  expect(markdown).toBe(readFileSync(golden, 'utf8'))
})

test('it says of nothing that it was not done, only that none is on record (PFO-62)', () => {
  const paper = paperOf([SET, ...MEASURES])
  const { sections } = confidenceReportPaper(paper)
  expect(JSON.stringify(sections)).toContain('Under 4 of 4 measures nothing is on record')
  expect(JSON.stringify(sections)).not.toMatch(/"text":"(none|no)"|was not done|not implemented/i)
  expect(
    confidenceReportTable(paper)
      .slice(1)
      .map((row) => row[2]),
  ).toEqual(Array.from({ length: 4 }, () => 'none on record'))
})

test('the table has the fields of the form and no others, in its order (PFO-66)', () => {
  const [labels, ...rows] = confidenceReportTable(paperOf(RECORDS))
  expect(labels).toEqual([
    'Measure',
    'State',
    'Act',
    'Date of the act',
    'Evidence',
    'Reported',
    'Standing',
    'Missing',
    'Marking',
  ])
  expect(rows.map((row) => row.length)).toEqual(rows.map(() => 9))
  expect(rows[0]).toContain('April 2026, CICTE/doc.7')
})

test('it carries the highest marking of what it contains (PFO-66)', () => {
  const secret: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }
  const paper = paperOf([SET, ...MEASURES, { ...STRATEGY, marking: secret }])
  expect(confidenceReportPaper(paper).marking).toEqual(secret)
  expect(JSON.stringify(confidenceReportTable(paper))).toContain('LIMITE · TLP:AMBER')
})
