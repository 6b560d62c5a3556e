/** Invented records of the portfolio, one statement each, as papers on records take them. */
import {
  type Assertion,
  highestMarking,
  identify,
  kindOfEntity,
  type Marking,
  PUBLIC,
  readRecord,
  type Statement,
} from '@demarche/core'
import { loadDoctrine, readRecordKinds } from '@demarche/doctrine'

const kinds = readRecordKinds(loadDoctrine())
export const AS_OF = '2026-11-27'

export interface Told {
  readonly entity: string
  readonly facts: Readonly<Record<string, Assertion['value']>>
  readonly verified?: boolean
  readonly marking?: Marking
}

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

/** What every paper on records needs, of those that are told. */
export function paperOn(told: readonly Told[]) {
  const statements = told.map(statementOf)
  const records = statements.map((statement) => {
    const kind = kinds.find(({ id }) => id === statement.kind)
    if (!kind) throw new Error(`no kind ${statement.kind}`)
    return readRecord({ kind, entity: statement.entity, statements: [statement], asOf: AS_OF })
  })
  return {
    producedOn: AS_OF,
    doctrineVersion: 'test',
    marking: highestMarking(statements.map(({ marking }) => marking)),
    records,
    kinds,
    statements: Object.fromEntries(statements.map((statement) => [statement.id, statement])),
    names: {},
  }
}
