/**
 * What was just seen of an entity, kept for a moment: after a statement its dossier, its name and its place among the precedents
 * are all made of the same rows.
 *
 * Kept by a digest of what was seen, which the ledger has given for the reader who asks. Next door: `made-of-statements.ts`.
 */
import type { LedgerView, Seen } from '@demarche/store'
import { keepLast } from '../keep-last.ts'

/** @param digests what the reader of that view sees of each entity */
export type SeeEntities = (view: LedgerView, digests: ReadonlyMap<string, string>) => Promise<readonly Seen[]>

const MOST_KEPT = 24

/** As `seenOf` gives it, without asking for what was given last. */
export function seeLately(): SeeEntities {
  const kept = new Map<string, Seen>()
  return async (view, digests) => {
    const known: Seen[] = []
    const missing: string[] = []
    for (const [entity, digest] of digests) {
      const one = kept.get(`${entity} ${digest}`)
      if (one) known.push(one)
      else missing.push(entity)
    }
    const read = missing.length === 0 ? [] : await view.seenOf(missing)
    for (const one of read) keepLast(kept, `${one.entity} ${one.digest}`, one, MOST_KEPT)
    return [...known, ...read]
  }
}
