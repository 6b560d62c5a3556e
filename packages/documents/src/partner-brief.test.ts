import { readFileSync, writeFileSync } from 'node:fs'
import {
  type Assertion,
  highestMarking,
  identify,
  kindOfEntity,
  type Marking,
  partnerView,
  PUBLIC,
  readRecord,
  type Statement,
} from '@demarche/core'
import { loadDoctrine, readRecordKinds } from '@demarche/doctrine'
import { expect, test } from 'vitest'
import { partnerBrief, type PartnerBrief } from './partner-brief.ts'
import { renderMarkdown } from './render-markdown.ts'

const kinds = readRecordKinds(loadDoctrine())
const asOf = '2026-11-27'

interface Told {
  readonly entity: string
  readonly facts: Readonly<Record<string, Assertion['value']>>
  readonly verified?: boolean
  readonly marking?: Marking
}

const ROUND: Told = {
  entity: 'meeting:second-round',
  facts: {
    name: 'Second round',
    format: 'dialogue',
    partners: ['XK'],
    start: '2025-02-10',
    agenda: ['norms', 'capacity'],
    raised: { norm: 'un-c', by: 'EU', what: 'Servers on its territory took part' },
  },
}
const LATE: Told = {
  entity: 'commitment:strategy',
  facts: { name: 'Publish a strategy', by: ['XK'], due: '2026-06', standing: 'open', madeAt: ROUND.entity },
}
const RECORDS: readonly Told[] = [
  ROUND,
  LATE,
  {
    entity: 'commitment:course',
    facts: { name: 'Train prosecutors', by: ['EU'], towards: ['XK'] },
    verified: false,
  },
  { entity: 'commitment:done', facts: { name: 'Meet again', by: ['EU', 'XK'], standing: 'kept' } },
  { entity: 'meeting:third-round', facts: { name: 'Third round', partners: ['XK'], start: '2027-03' } },
  {
    entity: 'project:course',
    facts: { name: 'Course for judges', countries: ['XK'], start: '2025', end: '2027-05', donors: ['EU'] },
  },
  { entity: 'contact-point:duty', facts: { name: 'Duty officer', party: ['XK'], role: 'technical' } },
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

function briefOf(told: readonly Told[]): PartnerBrief {
  const statements = told.map(statementOf)
  const records = statements.map((statement) => {
    const kind = kinds.find(({ id }) => id === statement.kind)
    if (!kind) throw new Error(`no kind ${statement.kind}`)
    return readRecord({ kind, entity: statement.entity, statements: [statement], asOf })
  })
  return {
    code: 'XK',
    name: 'Kosovo*',
    asOf,
    producedOn: asOf,
    doctrineVersion: 'test',
    marking: highestMarking(statements.map(({ marking }) => marking)),
    view: partnerView({ kinds: ['meeting', 'vote'], code: 'XK', asOf, records, checks: [] }),
    records,
    kinds,
    statements: Object.fromEntries(statements.map((statement) => [statement.id, statement])),
    names: {},
  }
}

test('the brief on an invented partner reads as it should (golden page)', () => {
  const golden = new URL('../test/golden/partner-brief.md', import.meta.url)
  const markdown = renderMarkdown(partnerBrief(briefOf(RECORDS)))
  if (process.env['DEMARCHE_GOLDEN'] === 'write') writeFileSync(golden, markdown)
  expect(markdown).toBe(readFileSync(golden, 'utf8'))
})

test('it drafts a point for what is late and for what got no reply, and none for what is kept (PFO-20, PFO-24)', () => {
  const { sections } = partnerBrief(briefOf(RECORDS))
  const points = JSON.stringify(sections.find(({ id }) => id === 'points'))
  expect(points).toContain('Ask when this will be kept: Publish a strategy')
  expect(points).toContain('no reply is on record')
  expect(points).not.toContain('Meet again')
})

test('of whom nothing is on record it says so in every part, and never that there is none', () => {
  const { sections } = partnerBrief(briefOf([]))
  for (const { blocks, title } of sections) expect(JSON.stringify(blocks), title).toMatch(/found|on record/i)
})

test('it carries the highest marking of what it contains', () => {
  const secret: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }
  expect(partnerBrief(briefOf([ROUND, { ...LATE, marking: secret }])).marking).toEqual(secret)
})
