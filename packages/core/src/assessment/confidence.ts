/**
 * How sure a conclusion is, from the statements it stands on. A simple rule and this desk's judgement.
 *
 * One statement: the confidence that its source states; else from its grading: A or B with 1 or 2 is high, A to C with
 * 1 to 3 is moderate, an unjudged statement (F or 6) whose passage was read at its address is moderate, all else is low.
 * A fact is as sure as its best statement, a conclusion as sure as its least sure fact. Contested facts are low.
 *
 * Rule ASSESS-17 in docs/rules/assessment.md.
 */
import type { Fact, Support } from '../kernel/fact.ts'
import { type Confidence, CONFIDENCES, type Statement, type StatementId } from '../kernel/statement.ts'

/** Statements by id, as far as the reader may see them. */
export type StatementMap = ReadonlyMap<StatementId, Statement>

/** Says how sure one statement is. */
function confidenceOfStatement({ confidence, grading, source }: Statement): Confidence {
  if (confidence) return confidence
  const { reliability, credibility } = grading
  if ('AB'.includes(reliability) && '12'.includes(credibility)) return 'high'
  if ('ABC'.includes(reliability) && '123'.includes(credibility)) return 'moderate'
  return (reliability === 'F' || credibility === '6') && source.verified ? 'moderate' : 'low'
}

/** As sure as the best of the statements; low when none is known. */
export function confidenceOfSupport(support: readonly Support[], statements: StatementMap): Confidence {
  let best: Confidence = 'low'
  for (const { statement } of support) {
    const found = statements.get(statement)
    if (found) best = higher(best, confidenceOfStatement(found))
  }
  return best
}

/** As sure as the best statement of a known fact; contested and unknown facts are low. */
export function confidenceOfFact(fact: Fact, statements: StatementMap): Confidence {
  return fact.state === 'known' ? confidenceOfSupport(fact.support, statements) : 'low'
}

/** The least sure of several; `high` for none, so that it can be combined further. */
export function lowestConfidence(all: readonly Confidence[]): Confidence {
  return all.reduce<Confidence>((a, b) => (CONFIDENCES.indexOf(a) <= CONFIDENCES.indexOf(b) ? a : b), 'high')
}

function higher(a: Confidence, b: Confidence): Confidence {
  return CONFIDENCES.indexOf(a) >= CONFIDENCES.indexOf(b) ? a : b
}
