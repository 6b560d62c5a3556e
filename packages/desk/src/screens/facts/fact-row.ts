/** What a row of the fact table is: stated by somebody, and open to be stated. */
import type { FactRow, Statement, Value } from '@demarche/core'
import type { Vocabulary } from '@demarche/core/kernel/vocabulary.ts'

/** What somebody is about to do about a row. */
export type FactAct =
  | { readonly kind: 'add'; readonly row: FactRow }
  | {
      readonly kind: 'correct' | 'retract'
      readonly row: FactRow
      readonly statement: Statement
      readonly value: Value
    }

/** True when anybody has said something about it, also for other days than this one. */
export function isStated(row: FactRow): boolean {
  if (row.otherTimes) return true
  return row.cardinality === 'many'
    ? (row.values?.length ?? 0) > 0
    : row.fact !== undefined && row.fact.state !== 'unknown'
}

/** The value of a property on which nobody disagrees; undefined where there is none. */
export function knownOf(facts: readonly FactRow[], name: string): Value | undefined {
  const fact = facts.find(({ property }) => property === name)?.fact
  return fact?.state === 'known' ? fact.value : undefined
}

/** True for what somebody can state; the rest only follows from other facts. */
export function isStatable({ property }: FactRow, vocabulary: Vocabulary): boolean {
  return vocabulary.find(property) !== undefined
}
