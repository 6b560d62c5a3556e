/**
 * An invented partner with a few records, and the brief of it.
 */
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
import type { PartnerBrief } from '../src/partner-brief.ts'

const kinds = readRecordKinds(loadDoctrine())
const asOf = '2026-11-27'

export interface Told {
  readonly entity: string
  readonly facts: Readonly<Record<string, Assertion['value']>>
  readonly verified?: boolean
  readonly marking?: Marking
}

export const ROUND: Told = {
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
export const LATE: Told = {
  entity: 'commitment:strategy',
  facts: { name: 'Publish a strategy', by: ['XK'], due: '2026-06', standing: 'open', madeAt: ROUND.entity },
}
export const RECORDS: readonly Told[] = [
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

export function briefOf(told: readonly Told[]): PartnerBrief {
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
