/**
 * Which conclusions of a proof rest on what people found.
 *
 * Takes a proof; reads it once more as if nobody had found anything. Where a settled verdict then comes out otherwise,
 * it rests on a finding. Next door: `../kernel/verdict.ts` for the logic, `phrase-proof.ts` for the words.
 */
import type { Proof } from '../kernel/finding.ts'
import { and, isSettled, not, or, type Verdict } from '../kernel/verdict.ts'

/** True for the questions that the law puts to people: weighing, conditions to confirm, effects intended. */
export function isAskedOfPeople({ node }: Proof): boolean {
  return (
    node.type === 'weigh' ||
    node.type === 'human' ||
    node.type === 'counterfactual' ||
    node.type === 'conditions'
  )
}

/** True when the verdict is settled and would not be the same had nobody found anything. */
export function restsOnPeople(proof: Proof): boolean {
  return isSettled(proof.verdict) && withoutPeople(proof) !== proof.verdict
}

function withoutPeople(proof: Proof): Verdict {
  if (isAskedOfPeople(proof)) return 'unknown'
  const [first, ...rest] = proof.parts.map(withoutPeople)
  if (first === undefined) return proof.verdict
  switch (proof.node.type) {
    case 'all':
      return rest.reduce(and, first)
    case 'not':
      return not(first)
    case 'any':
      return rest.reduce(or, first)
    // a test has the verdict of its rule; with several parts it was put together elsewhere
    default:
      return rest.length === 0 ? first : proof.verdict
  }
}
