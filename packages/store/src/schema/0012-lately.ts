/**
 * Twelfth step: what came last under a marking label is found without looking through all of it.
 *
 * Next door: `migrations.ts` runs the steps in order; `../ledger/kept-by-label.ts` asks.
 */
export const LATELY = [`create index statements_lately on demarche.statements (marking_key, asserted_at, id)`]
