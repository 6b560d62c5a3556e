/** The rows of facts of the invented case: known, contested, unknown, and of many values. */
import type { Alternative, FactRow, Support, Value } from '@demarche/core'
import { duration, known, memberStates, on, origin } from './proofs.ts'
import { companyReport, operatorNote, victimReport } from './statements.ts'

const alternative = (value: Value, ...support: Support[]): Alternative => ({ value, support })

export const facts: readonly FactRow[] = [
  {
    property: 'name',
    label: 'Name',
    group: 'identity',
    cardinality: 'one',
    fact: known('Harbour Lights', on(victimReport, 'name')),
  },
  {
    property: 'startDate',
    label: 'Start',
    group: 'time',
    cardinality: 'one',
    fact: known('2026-02-27', on(victimReport, 'startDate')),
  },
  {
    property: 'discoveredDate',
    label: 'Discovered',
    group: 'time',
    cardinality: 'one',
    fact: known('2026-03-01', on(victimReport, 'discoveredDate')),
  },
  {
    property: 'disclosedDate',
    label: 'Disclosed',
    group: 'time',
    cardinality: 'one',
    fact: { state: 'unknown' },
  },
  {
    property: 'target',
    label: 'Target',
    group: 'victims',
    cardinality: 'many',
    values: [
      alternative(
        { country: 'GR', sector: 'sea ports', entity: 'Λιμένας Ανατολικής Ακτής' },
        on(victimReport, 'target'),
      ),
    ],
  },
  {
    property: 'memberStates',
    label: 'Member States hit',
    group: 'victims',
    cardinality: 'one',
    fact: memberStates,
  },
  {
    property: 'originOutsideUnion',
    label: 'Origin outside the Union',
    group: 'origin',
    cardinality: 'one',
    fact: origin,
  },
  {
    property: 'disruptionDurationHours',
    label: 'Duration of disruption',
    group: 'effect',
    unit: 'hours',
    cardinality: 'one',
    fact: duration,
  },
  {
    property: 'systemsAffected',
    label: 'Systems affected',
    group: 'effect',
    unit: 'systems',
    cardinality: 'one',
    fact: known(1450, on(operatorNote, 'systemsAffected')),
  },
  {
    property: 'economicLossEur',
    label: 'Economic loss',
    group: 'effect',
    unit: 'EUR',
    cardinality: 'one',
    fact: known(12_400_000, on(companyReport, 'economicLossEur')),
  },
]
