/** Everything that stands for a property, in the order in which people read it. */
import type { FactRow, Value } from '@demarche/core'
import { isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { alternativesOf } from '@demarche/core/portfolio/read-record.ts'

/** Dates in the order of time; whatever else stands as it stands. */
export function valuesInOrder(row: FactRow): readonly Value[] {
  const values = alternativesOf(row).map(({ value }) => value)
  return values.every((value) => typeof value === 'string' && isPartialDate(value))
    ? values.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))
    : values
}
