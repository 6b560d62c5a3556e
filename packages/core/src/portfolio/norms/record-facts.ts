/**
 * A record as the tables of norms read it: what is known of it and in which sources it was read.
 *
 * Next door: `../read-record.ts` makes the facts.
 */
import type { Alternative } from '../../kernel/fact.ts'
import type { Source, StatementId } from '../../kernel/statement.ts'
import { alternativesOf, type PortfolioRecord } from '../read-record.ts'

export interface RecordFacts extends Pick<PortfolioRecord, 'entity' | 'name' | 'facts'> {
  /** where the statements that it rests on are taken from */
  readonly sources: Readonly<Record<StatementId, Source>>
}

/** The values of a property with the sources of each; contested ones side by side. */
export function sourcedValues(
  record: RecordFacts,
  property: string,
): readonly (Pick<Alternative, 'value'> & { readonly sources: readonly Source[] })[] {
  const row = record.facts.find((one) => one.property === property)
  return (row ? alternativesOf(row) : []).map(({ value, support }) => ({
    value,
    sources: support.flatMap(({ statement }) => record.sources[statement] ?? []),
  }))
}

/** The texts among the values of a property. */
export function textsOf(record: RecordFacts, property: string): readonly string[] {
  return sourcedValues(record, property).flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
}
