/**
 * Facts and verdicts in plain English, one line each.
 *
 * Takes a verdict or a fact with its property; gives the words that the desk, the CLI and the documents share.
 * Next door: `phrase-proof.ts` for whole proofs, `../incident/phrase-value.ts` for single values.
 */
import { phraseFact } from '../incident/phrase-value.ts'
import type { Fact } from '../kernel/fact.ts'
import type { Verdict } from '../kernel/verdict.ts'
import type { Property } from '../kernel/vocabulary.ts'

/** A verdict as one word for a page. */
export function phraseVerdict(
  verdict: Verdict,
  wording?: { readonly true?: string; readonly false?: string },
): string {
  switch (verdict) {
    case 'true':
      return wording?.true ?? 'met'
    case 'false':
      return wording?.false ?? 'not met'
    default:
      return verdict
  }
}

/** The fact with its label on one line, for reasons: `Member States hit: 10`. */
export function phraseFactInline(property: Property, fact: Fact): string {
  return `${property.label}: ${phraseFact(property, fact)}`
}
