/**
 * What two readers see both: for showing one of them a thing as the other would get it.
 *
 * The ledger decides for each of the two; here only what both were given is kept, so a view can never hold more than
 * either. Rule: docs/rules/access.md, ACS-09. Next door: `preview.ts`.
 */
import type { Statement } from '@demarche/core'
import type { KindSeen, LedgerReader, Reader, Store } from '@demarche/store'

/** The part of a reader's ledger from which dossiers and procedures are made. */
export type LedgerView = Pick<
  LedgerReader,
  'statements' | 'seenOf' | 'digestsOf' | 'kindSeen' | 'kindsSeen' | 'version'
>

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
        statements: async (entity, recordedBy) =>
          both(await own.statements(entity, recordedBy), await theirs.statements(entity, recordedBy)),
        async seenOf(entities) {
          const seen = new Map((await theirs.seenOf(entities)).map((one) => [one.entity, one]))
          return (await own.seenOf(entities)).flatMap(({ entity, digest, statements }) => {
            const match = seen.get(entity)
            if (!match) return []
            return [
              { entity, digest: `${digest}+${match.digest}`, statements: both(statements, match.statements) },
            ]
          })
        },
        digestsOf: async (entities) =>
          bothDigests(await own.digestsOf(entities), await theirs.digestsOf(entities)),
        kindSeen: async (kind) => bothKinds(await own.kindSeen(kind), await theirs.kindSeen(kind)),
        async kindsSeen(one, another) {
          const [mine, mineToo] = await own.kindsSeen(one, another)
          const [seen, seenToo] = await theirs.kindsSeen(one, another)
          return [bothKinds(mine, seen), bothKinds(mineToo, seenToo)]
        },
        version: async () => `${await own.version()}+${await theirs.version()}`,
      }
    },
  }
}

function bothKinds(own: KindSeen, theirs: KindSeen): KindSeen {
  return {
    version: `${own.version}+${theirs.version}`,
    digests: bothDigests(own.digests, theirs.digests),
  }
}

/** What both see of an entity follows from what each of them sees. */
function bothDigests(
  own: ReadonlyMap<string, string>,
  theirs: ReadonlyMap<string, string>,
): Map<string, string> {
  return new Map(
    [...own].flatMap(([entity, digest]) => {
      const other = theirs.get(entity)
      return other === undefined ? [] : [[entity, `${digest}+${other}`] as const]
    }),
  )
}

function both(own: readonly Statement[], theirs: readonly Statement[]): Statement[] {
  const seen = new Set(theirs.map(({ id }) => id))
  return own.filter(({ id }) => seen.has(id))
}
