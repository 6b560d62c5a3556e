/**
 * What became of something on record: whether it still stands, and what was put in its place.
 *
 * Takes the statements that a reader may see; so nobody is stopped, or told, by what they may not see.
 *
 * Rules: docs/rules/facts.md, FACT-01; docs/rules/recording.md, REC-07. Next door: `fact.ts`.
 */
import { type StandingAssertion, standingAssertions } from './fact.ts'
import { canonicalJson, type Statement, type StatementReference } from './statement.ts'
import type { Value } from './value.ts'

/** True when the statement said what the reference names, and nothing of that stands any more. */
export function isWithdrawn(statements: readonly Statement[], reference: StatementReference): boolean {
  const target = statements.find(({ id }) => id === reference.statement)
  const said = target?.assertions.some(({ property, value }) => isNamed(reference, property, value)) ?? false
  return said && standingUnder(standingAssertions(statements), reference).length === 0
}

/** The statements that corrected or withdrew what the reference names, oldest first. */
export function changesOf(
  statements: readonly Statement[],
  reference: StatementReference,
): readonly Statement[] {
  return statements
    .filter(({ supersedes = [], retracts = [] }) =>
      [...supersedes, ...retracts].some((other) => overlaps(other, reference)),
    )
    .toSorted((a, b) => (a.assertedAt < b.assertedAt ? -1 : a.assertedAt > b.assertedAt ? 1 : 0))
}

/**
 * What stands today in place of what the reference names, through any number of corrections. Nothing, where it was
 * withdrawn and not said again in its place.
 */
export function standsInstead(
  statements: readonly Statement[],
  reference: StatementReference,
): readonly StandingAssertion[] {
  const standing = standingAssertions(statements)
  const found = new Map<string, StandingAssertion>()
  const seen = new Set<string>([reference.statement])
  const follow = (from: StatementReference): void => {
    for (const statement of statements) {
      if (seen.has(statement.id) || !statement.supersedes?.some((other) => overlaps(other, from))) continue
      seen.add(statement.id)
      const next = {
        statement: statement.id,
        ...(reference.property === undefined ? {} : { property: reference.property }),
      }
      for (const one of standingUnder(standing, next)) {
        found.set(`${statement.id} ${one.assertion.property} ${canonicalJson(one.assertion.value)}`, one)
      }
      follow(next)
    }
  }
  follow(reference)
  return [...found.values()]
}

function standingUnder(
  standing: readonly StandingAssertion[],
  reference: StatementReference,
): readonly StandingAssertion[] {
  return standing.filter(
    ({ statement, assertion }) =>
      statement.id === reference.statement && isNamed(reference, assertion.property, assertion.value),
  )
}

function isNamed({ property, value }: StatementReference, ofProperty: string, ofValue: Value): boolean {
  return (
    (property === undefined || property === ofProperty) &&
    (value === undefined || canonicalJson(value) === canonicalJson(ofValue))
  )
}

/** True when two references name at least one thing in common. */
function overlaps(one: StatementReference, other: StatementReference): boolean {
  return (
    one.statement === other.statement &&
    (one.property === undefined || other.property === undefined || one.property === other.property) &&
    (one.value === undefined ||
      other.value === undefined ||
      canonicalJson(one.value) === canonicalJson(other.value))
  )
}
