/** What a row of the fact table is: stated by somebody, and open to be stated. */
import type { FactRow } from '@demarche/core'
import { CASE_VOCABULARY } from '@demarche/core/incident/case-vocabulary.ts'

/** True when anybody has said something about it. */
export function isStated(row: FactRow): boolean {
  return row.cardinality === 'many'
    ? (row.values?.length ?? 0) > 0
    : row.fact !== undefined && row.fact.state !== 'unknown'
}

/** True for what somebody can state; the rest only follows from other facts. */
export function isStatable({ property }: FactRow): boolean {
  return CASE_VOCABULARY.find(property) !== undefined
}
