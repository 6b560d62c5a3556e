/**
 * The precedents that a reader may see, coded for comparison and kept until they change.
 *
 * Every case on record is a possible precedent. Cases are coded in small portions, so that other requests get their
 * turn; on the embedded store, which this process alone writes, only the cases that changed are coded again.
 *
 * Next door: `dossier-desk.ts`; core's `toolbox/` compares.
 */
import {
  type CodedCase,
  codeStatements,
  type CompiledDoctrine,
  indexPrecedents,
  type PrecedentIndex,
  type Statement,
} from '@demarche/core'
import type { Reader, Store } from '@demarche/store'

export interface PrecedentShelf {
  /** @param version what the reader's view of the ledger is at */
  precedents(reader: Reader, version: string): Promise<PrecedentIndex>
  changed(entities: readonly string[]): void
}

interface Shelf {
  readonly version: string
  readonly coded: ReadonlyMap<string, CodedCase>
  readonly index: PrecedentIndex
}

const PORTION = 100

/** @param today cases are coded by what could be known on that day */
export function openPrecedentShelf(
  store: Store,
  doctrine: CompiledDoctrine,
  today: () => string,
): PrecedentShelf {
  const shelves = new Map<string, Shelf>()
  const underWay = new Map<string, Promise<Shelf>>()
  const stale = new Map<string, Set<string>>()

  const build = async (reader: Reader, key: string, version: string): Promise<Shelf> => {
    const former = store.engine === 'pglite' ? shelves.get(key) : undefined
    const changed = stale.get(key) ?? new Set()
    stale.set(key, new Set())
    const view = store.as(reader)
    const entities = await view.entities('case')
    const coded = new Map<string, CodedCase>()
    const toCode: string[] = []
    for (const entity of entities) {
      const known = changed.has(entity) ? undefined : former?.coded.get(entity)
      if (known) coded.set(entity, known)
      else toCode.push(entity)
    }
    for (let start = 0; start < toCode.length; start += PORTION) {
      const portion = toCode.slice(start, start + PORTION)
      const statements = Map.groupBy(await view.statementsOf(portion), (statement) => statement.entity)
      for (const entity of portion) {
        const own: readonly Statement[] = statements.get(entity) ?? []
        coded.set(entity, codeStatements(entity, own, doctrine, today()))
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
    const shelf: Shelf = { version, coded, index: indexPrecedents([...coded.values()]) }
    shelves.set(key, shelf)
    return shelf
  }

  return {
    async precedents(reader, version) {
      const key = JSON.stringify(reader)
      const shelf = shelves.get(key)
      if (shelf?.version === version) return shelf.index
      const workKey = `${key} ${version}`
      const work = underWay.get(workKey) ?? build(reader, key, version)
      underWay.set(workKey, work)
      try {
        return (await work).index
      } finally {
        underWay.delete(workKey)
      }
    },
    changed(entities) {
      for (const key of shelves.keys()) {
        const set = stale.get(key) ?? new Set()
        for (const entity of entities) set.add(entity)
        stale.set(key, set)
      }
    },
  }
}
