/**
 * What two readers see both: for showing one of them a thing as the other would get it.
 *
 * The ledger decides for each of the two; here only what both were given is kept, so a view can never hold more than
 * either. Rule: docs/rules/access.md, ACS-09. Next door: `preview.ts`.
 */
import type { Statement } from '@demarche/core'
import type { LedgerReader, Reader, Store } from '@demarche/store'

/** The part of a reader's ledger from which dossiers and procedures are made. */
export type LedgerView = Pick<LedgerReader, 'statements' | 'statementsOf' | 'entities' | 'version'>

/** A store for reading alone. */
export interface StoreView {
  readonly engine: Store['engine']
  as(reader: Reader): LedgerView
}

/** The same store, in which every reader sees only what `other` sees too. */
export function narrowedTo(store: StoreView, other: Reader): StoreView {
  return {
    engine: store.engine,
    as(reader) {
      const own = store.as(reader)
      const theirs = store.as(other)
      return {
        statements: async (entity) => both(await own.statements(entity), await theirs.statements(entity)),
        statementsOf: async (entities) =>
          both(await own.statementsOf(entities), await theirs.statementsOf(entities)),
        async entities(kind) {
          const seen = new Set(await theirs.entities(kind))
          return (await own.entities(kind)).filter((entity) => seen.has(entity))
        },
        version: async () => `${await own.version()}+${await theirs.version()}`,
      }
    },
  }
}

function both(own: readonly Statement[], theirs: readonly Statement[]): Statement[] {
  const seen = new Set(theirs.map(({ id }) => id))
  return own.filter(({ id }) => seen.has(id))
}
