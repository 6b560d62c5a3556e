/**
 * An invented consultation with three answers, and its synthesis.
 */
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
import type { SynthesisPaper } from '../src/consultation-synthesis.ts'

const kinds = readRecordKinds(loadDoctrine())
const asOf = '2026-12-15'
export const QUESTION = 'consultation:mechanism'

type Facts = Readonly<Record<string, Assertion['value']>>

export const ASKED: Facts = {
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
export const ANSWERS: Readonly<Record<string, Facts>> = {
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

export function synthesisOf(asked: Facts, answers = ANSWERS, marking = PUBLIC): SynthesisPaper {
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
