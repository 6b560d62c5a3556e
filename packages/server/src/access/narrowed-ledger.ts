/**
 * What a reader sees that other people see too: for showing a thing as those would get it.
 *
 * The database decides for both at once (`Store.asShownTo`), so every question is answered for what both see: no count, page,
 * order or digest can rest on more. Rule: docs/rules/access.md, ACS-09. Next door: `preview.ts`.
 */
import type { Audience } from '@demarche/core'
import type { LedgerView, Reader, Store } from '@demarche/store'

/** A store for reading alone. */
export interface StoreView {
  readonly engine: Store['engine']
  as(reader: Reader): LedgerView
}

/** The same store, in which every reader sees only what that audience sees too. */
export function narrowedTo(store: Pick<Store, 'engine' | 'asShownTo'>, audience: Audience): StoreView {
  return { engine: store.engine, as: (reader) => store.asShownTo(reader, audience) }
}
