/**
 * What is still open about a conclusion, in terms of what somebody can state.
 *
 * Takes a proof and the facts; gives names of properties. A derived fact is named by what it follows from: nobody is
 * asked for the number of days when the end date is missing.
 *
 * Next door: `decisive-facts.ts` says which of them would settle most; `../kernel/read-proof.ts`.
 */
import { DERIVATIONS, derivedProperty } from '../incident/derived-properties.ts'
import type { Facts } from '../kernel/fact.ts'
import type { Proof } from '../kernel/finding.ts'
import { decidingLeaves } from '../kernel/read-proof.ts'
import { isSettled } from '../kernel/verdict.ts'

/**
 * The open facts that stand in the way of a verdict, by property; none when it is settled. A derived fact is named by
 * what it rests on, because that is what somebody can state.
 * @param missing names a derived fact itself where all it follows from is on record and still does not give it: with six
 *   claims on record it is not "a claim" that is missing but one by a Member State
 */
export function openFactsIn(proof: Proof, facts: Facts, missing = false): readonly string[] {
  if (isSettled(proof.verdict)) return []
  const names = decidingLeaves(proof).map(({ node }) =>
    'key' in node ? `finding.${node.key}` : 'rule' in node ? nameOf(node.rule.fact, facts, missing) : '',
  )
  return [...new Set(names)].filter((name) => name !== '')
}

function nameOf(property: string, facts: Facts, missing: boolean): string {
  const from = DERIVATIONS[property]?.from ?? []
  const given = from.every((base) => facts.one(base).state !== 'unknown' || facts.many(base).length > 0)
  return missing && given ? property : statable(property, facts)
}

/** The property to ask for: itself where it can be stated, else the first open one among those it follows from. */
export function statable(property: string, facts: Facts): string {
  if (!derivedProperty(property)) return property
  const from = DERIVATIONS[property]?.from ?? []
  return (
    from.find((base) => facts.one(base).state !== 'known' && facts.many(base).length === 0) ??
    from[0] ??
    property
  )
}
