/**
 * Verdicts in plain English: the words that the desk, the CLI and the documents share.
 *
 * Next door: `phrase-proof.ts` for whole proofs, `../incident/phrase-value.ts` for single values.
 */
import type { Verdict } from '../kernel/verdict.ts'

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
