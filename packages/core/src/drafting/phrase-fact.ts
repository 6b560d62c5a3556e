/**
 * Verdicts in plain English, in the words of proofs.
 *
 * Next door: `phrase-proof.ts` for whole proofs, `../incident/phrase-value.ts` for single values.
 */
import type { Verdict } from '../kernel/verdict.ts'
import { ENGLISH } from '../reason/english.ts'

/** A verdict as one word for a page. */
export function phraseVerdict(
  verdict: Verdict,
  wording?: { readonly true?: string; readonly false?: string },
): string {
  const own = verdict === 'true' ? wording?.true : verdict === 'false' ? wording?.false : undefined
  return own ?? ENGLISH[`proof.${verdict}`]
}
