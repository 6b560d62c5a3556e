/**
 * Fourteenth step: what was put on record since an instant is found without looking through all that came before.
 *
 * Next door: `migrations.ts` runs the steps in order; `../portfolio/find-changed.ts` asks.
 */
export const SINCE = [`create index statements_since on demarche.statements (asserted_at)`]
