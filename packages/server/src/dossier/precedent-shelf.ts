/**
 * The precedents that a reader may see, coded for comparison and kept until they change.
 *
 * Every case on record whose disclosure is dated is a possible precedent, as it could be known on the date asked for. Cases are coded in small portions, so that other requests get their
 * turn; on the embedded store, which this process alone writes, only the cases that changed are coded again. For each
 * reader one shelf is filled at a time; a change told of meanwhile is later than that shelf, and the next one heeds it.
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
import type { Reader } from '@demarche/store'
import type { StoreView } from '../access/narrowed-ledger.ts'

export interface ShelfDate {
  readonly asOf: string
  readonly recordedBy?: string | undefined
}

export interface PrecedentShelf {
  /**
   * @param version what the reader's view of the ledger is at
   * @param when the cases are coded by what could be known, and was recorded, by then
   */
  precedents(reader: Reader, version: string, when: ShelfDate): Promise<PrecedentIndex>
  changed(entities: readonly string[]): void
}

interface Shelf {
  readonly version: string
  /** how many changes had been told of before the first case was read */
  readonly changes: number
  /** null for a case that cannot serve: nobody has dated its disclosure */
  readonly coded: ReadonlyMap<string, CodedCase | null>
  readonly index: PrecedentIndex
}

const PORTION = 100
/** shelves for past dates that are kept; each holds only coded cases */
const MOST_KEPT = 8

function isDated(statements: readonly Statement[]): boolean {
  return statements.some(({ assertions }) => assertions.some(({ property }) => property === 'disclosedDate'))
}

export function openPrecedentShelf(store: StoreView, doctrine: CompiledDoctrine): PrecedentShelf {
  const shelves = new Map<string, Shelf>()
  const underWay = new Map<string, Promise<Shelf>>()
  const lastChange = new Map<string, number>()
  let changes = 0

  const build = async (
    reader: Reader,
    version: string,
    { asOf, recordedBy }: ShelfDate,
    former: Shelf | undefined,
  ): Promise<Shelf> => {
    // taken before anything is read: a change told of from now on is later than this shelf
    const at = { version, changes }
    const reusable = store.engine === 'pglite' ? former : undefined
    const view = store.as(reader)
    const coded = new Map<string, CodedCase | null>()
    const toCode: string[] = []
    for (const entity of await view.entities('case')) {
      const known = reusable?.coded.get(entity)
      if (known !== undefined && reusable && (lastChange.get(entity) ?? 0) <= reusable.changes)
        coded.set(entity, known)
      else toCode.push(entity)
    }
    for (let start = 0; start < toCode.length; start += PORTION) {
      const portion = toCode.slice(start, start + PORTION)
      const statements = Map.groupBy(await view.statementsOf(portion), (statement) => statement.entity)
      for (const entity of portion) {
        const own: readonly Statement[] = statements.get(entity) ?? []
        coded.set(entity, isDated(own) ? codeStatements(entity, own, doctrine, asOf, recordedBy) : null)
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
    return { ...at, coded, index: indexPrecedents([...coded.values()].filter((one) => one !== null)) }
  }

  return {
    async precedents(reader, version, when) {
      const key = JSON.stringify([reader, when.asOf, when.recordedBy])
      for (;;) {
        const shelf = shelves.get(key)
        if (shelf?.version === version && shelf.changes === changes) {
          return shelf.index
        }
        const work = underWay.get(key)
        if (!work) break
        // whoever began it is told of its failure; here it is only waited for
        await work.catch(() => undefined)
      }
      const work = build(reader, version, when, shelves.get(key))
      underWay.set(key, work)
      try {
        const shelf = await work
        shelves.delete(key)
        shelves.set(key, shelf)
        for (const old of [...shelves.keys()].slice(0, -MOST_KEPT)) shelves.delete(old)
        return shelf.index
      } finally {
        underWay.delete(key)
      }
    },
    changed(entities) {
      changes += 1
      for (const entity of entities) lastChange.set(entity, changes)
    },
  }
}
