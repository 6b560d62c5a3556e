/**
 * What people say of two projects: a record of the kind `overlap-verdict`, shown beside what the comparison says.
 *
 * Rule: docs/rules/overlap.md, OVL-19.
 */
import { alternativesOf, type PortfolioRecord, valuesOf, wordsIn } from '../read-record.ts'
import type { StatementId } from '../../kernel/statement.ts'

/** A verdict as it stands; where its statements differ, each word that is said. */
export interface OverlapVerdict {
  readonly entity: string
  readonly first: string
  readonly second: string
  /** words of the kind: duplicate, synergy, successor, unrelated, cannot-tell */
  readonly verdicts: readonly string[]
  readonly grounds: readonly string[]
  /** the day of the judgement, as it is on record */
  readonly on: string | null
  /** the statements that the verdict rests on */
  readonly statements: readonly StatementId[]
}

/** The verdict in a record; null while a project or the verdict itself is missing. */
export function verdictIn(record: PortfolioRecord): OverlapVerdict | null {
  const [first, second] = [wordsIn(record, 'first')[0], wordsIn(record, 'second')[0]]
  const row = record.facts.find(({ property }) => property === 'verdict')
  const said = row ? alternativesOf(row) : []
  if (first === undefined || second === undefined || first === second || said.length === 0) return null
  return {
    entity: record.entity,
    first,
    second,
    verdicts: said.map(({ value }) => String(value)),
    grounds: valuesOf(record, 'grounds').map(String),
    on: wordsIn(record, 'start')[0] ?? null,
    statements: [...new Set(said.flatMap(({ support }) => support.map(({ statement }) => statement)))],
  }
}

/** One key for two projects, whichever is named first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
