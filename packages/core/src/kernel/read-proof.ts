/**
 * Reading a proof: which facts carried the conclusion, and which findings by people it rests on.
 *
 * Only the branches that decide count: of a conjunction that fails, the parts that fail; of a disjunction that holds,
 * the parts that hold; of anything open, the parts that are open. Pure functions over the tree of `finding.ts`, which
 * `../assessment/compile-rule.ts` builds.
 */
import type { Support } from './fact.ts'
import type { Proof } from './finding.ts'
import { isSettled } from './verdict.ts'

/** The leaves (facts and questions) that the verdict of the proof turns on. */
export function decidingLeaves(proof: Proof): readonly Proof[] {
  const { type } = proof.node
  if (
    type === 'fact' ||
    type === 'weigh' ||
    type === 'human' ||
    type === 'counterfactual' ||
    type === 'conditions'
  ) {
    return [proof]
  }
  const wanted = isSettled(proof.verdict)
    ? (part: Proof) => type === 'not' || part.verdict === proof.verdict
    : (part: Proof) => !isSettled(part.verdict)
  return proof.parts.filter(wanted).flatMap(decidingLeaves)
}

/** Keys of the findings by people (`finding.<key>`) that the verdict turns on and that somebody has made. */
export function judgementsIn(proof: Proof): readonly string[] {
  const keys = decidingLeaves(proof).flatMap(({ node }) =>
    'key' in node && node.fact.state !== 'unknown' ? [node.key] : [],
  )
  return [...new Set(keys)]
}

/** What the deciding leaves stand on, without repetition. */
export function decidingSupport(proof: Proof): readonly Support[] {
  const seen = new Map<string, Support>()
  for (const leaf of decidingLeaves(proof)) {
    for (const support of leaf.support) seen.set(`${support.statement}|${support.property}`, support)
  }
  return [...seen.values()]
}
