/**
 * Sixth step: what was marked anew is found without looking through all.
 *
 * Next door: `migrations.ts` runs the steps in order; `../ledger/digests.ts` asks.
 */
export const REMARKED = [
  `create index statements_remarked on demarche.statements (marking_key) where remarking is not null`,
]
