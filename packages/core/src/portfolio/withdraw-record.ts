/**
 * What withdraws a record as a whole: one withdrawal for each marking under which something of it stands, so that for every
 * reader all that they saw of it goes, and nobody learns of what they did not see.
 *
 * Rule: docs/rules/portfolio.md, PFO-07. Rests on: FACT-01, LED-12.
 */
import { standingAssertions } from '../kernel/fact.ts'
import { type Marking, markingKey } from '../kernel/marking.ts'
import { effectiveMarking } from '../kernel/may-read.ts'
import type { Statement, StatementReference } from '../kernel/statement.ts'

export interface RecordWithdrawal {
  readonly marking: Marking
  readonly retracts: readonly StatementReference[]
  /** of what is withdrawn, what was recorded last */
  readonly last: Statement
}

/** @param statements about one record, as a reader sees them. @returns none when nothing of it stands */
export function withdrawalsOf(statements: readonly Statement[]): readonly RecordWithdrawal[] {
  const standing = [...new Set(standingAssertions(statements).map(({ statement }) => statement))]
  return [...Map.groupBy(standing, (one) => markingKey(effectiveMarking(one))).values()].flatMap((own) => {
    const last = own.at(-1)
    if (!last) return []
    return [{ marking: effectiveMarking(last), retracts: own.map(({ id }) => ({ statement: id })), last }]
  })
}

/** The withdrawal after which nothing of the record was left; null while something stands, and where nothing was withdrawn. */
export function withdrawnBy(statements: readonly Statement[]): Statement | null {
  if (standingAssertions(statements).length > 0) return null
  const withdrawals = statements.filter(({ retracts }) => retracts !== undefined)
  return withdrawals.toSorted((a, b) => (a.assertedAt < b.assertedAt ? -1 : 1)).at(-1) ?? null
}

/** What a withdrawn record was called last, in any of its statements; undefined where none that is seen names it. */
export function lastNameOf(statements: readonly Statement[]): string | undefined {
  const named = statements.flatMap(({ assertedAt, assertions }) =>
    assertions.flatMap(({ property, value }) =>
      property === 'name' && typeof value === 'string' ? [{ assertedAt, value }] : [],
    ),
  )
  return named.toSorted((a, b) => (a.assertedAt < b.assertedAt ? -1 : 1)).at(-1)?.value
}
