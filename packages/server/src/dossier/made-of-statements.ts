/**
 * What is made of the statements about an entity, kept for as long as a reader sees the same of it.
 *
 * Kept by a digest of what was seen, whoever saw it: two readers who see the same share it, and nobody is given what was made
 * of anything else. Next door: `precedent-shelf.ts`, `dossier-desk.ts`, `../procedure/procedure-desk.ts`.
 */
import type { Statement } from '@demarche/core'
import type { LedgerView } from '@demarche/store'
import type { SeeEntities } from './seen-lately.ts'

/**
 * Gives what is made of each of the entities, in their order. Works in small portions, so that others get their turn.
 * @param digests what the reader sees of each; where that changes meanwhile, it is made of what is seen then
 */
export type MadeOfStatements<T> = (view: LedgerView, digests: ReadonlyMap<string, string>) => Promise<Made<T>>

export interface Made<T> {
  readonly made: ReadonlyMap<string, T>
  /** nothing changed meanwhile */
  readonly asAsked: boolean
}

const PORTION = 100
/** so many different views of all that is asked for are kept, and never fewer things than that */
const VIEWS = 8
const AT_LEAST = 500

/**
 * @param make pure: of the same statements it makes the same; nothing is made of none
 * @param see for what others make something of, too
 */
export function keepWhatIsMade<T>(
  make: (entity: string, statements: readonly Statement[]) => T,
  see: SeeEntities = (view, digests) => view.seenOf([...digests.keys()]),
): MadeOfStatements<T> {
  const kept = new Map<string, { readonly made: T }>()
  return async (view, digests) => {
    const found = new Map<string, T>()
    const keep = (entity: string, digest: string, made: T): void => {
      const key = `${entity} ${digest}`
      kept.delete(key)
      kept.set(key, { made })
      found.set(entity, made)
    }
    const missing: (readonly [string, string])[] = []
    let asAsked = true
    for (const [entity, digest] of digests) {
      const known = kept.get(`${entity} ${digest}`)
      if (known) keep(entity, digest, known.made)
      else missing.push([entity, digest])
    }
    for (let start = 0; start < missing.length; start += PORTION) {
      if (start > 0) await new Promise((resolve) => setImmediate(resolve))
      const portion = new Map(missing.slice(start, start + PORTION))
      for (const { entity, digest, statements } of await see(view, portion)) {
        asAsked &&= digest === digests.get(entity)
        if (statements.length > 0) keep(entity, digest, make(entity, statements))
      }
    }
    const most = Math.max(AT_LEAST, VIEWS * digests.size)
    for (const old of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(old)
    }
    const made = new Map(
      [...digests.keys()].flatMap((entity) => {
        const one = found.get(entity)
        return one === undefined ? [] : [[entity, one] as const]
      }),
    )
    return { made, asAsked: asAsked && made.size === digests.size }
  }
}
