/**
 * What a case is called: its name on record; where names contest each other, the credible one recorded last.
 *
 * The list of cases chooses by the same rule (LED-08), so that a case has one name everywhere. An address is never a name.
 * Rule: docs/rules/facts.md, FACT-08.
 */
import type { Facts } from '../kernel/fact.ts'
import type { Statement, StatementId } from '../kernel/statement.ts'

/** What stands for the name of a case that nobody has named, as far as its reader may see. */
export const UNNAMED_CASE = 'Case without a name'

/** The name to show, or null when none is on record. */
export function caseName(facts: Facts, statements: ReadonlyMap<StatementId, Statement>): string | null {
  const fact = facts.one('name')
  if (fact.state === 'unknown') return null
  const rank = (id: StatementId): string => `${statements.get(id)?.assertedAt ?? ''} ${id}`
  const named =
    fact.state === 'known'
      ? [fact]
      : fact.alternatives
          .map((one) => ({
            ...one,
            rank:
              one.support
                .map(({ statement }) => rank(statement))
                .toSorted()
                .at(-1) ?? '',
          }))
          .toSorted((a, b) => (a.rank < b.rank ? 1 : a.rank > b.rank ? -1 : 0))
  const value = named[0]?.value
  return typeof value === 'string' ? value : null
}
