/**
 * The precedents that a reader may see, coded for comparison and kept until they change.
 *
 * Every case on record whose disclosure is dated is a possible precedent, as it could be known on the date asked for. A case
 * is coded once for all who see the same of it, and again when that changes. One shelf is filled at a time.
 *
 * Next door: `dossier-desk.ts`, `made-of-statements.ts`; core's `toolbox/` compares.
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
import { keepWhatIsMade, type MadeOfStatements } from './made-of-statements.ts'

export interface ShelfDate {
  readonly asOf: string
  readonly recordedBy?: string | undefined
}

export interface PrecedentShelf {
  /**
   * The same index, the very object, for as long as no precedent has changed.
   * @param version what the reader's view of the ledger is at
   * @param when the cases are coded by what could be known, and was recorded, by then
   */
  precedents(reader: Reader, version: string, when: ShelfDate): Promise<PrecedentIndex>
}

/** null for a case that cannot serve: nobody has dated its disclosure */
type Coded = CodedCase | null

/** indices that are kept, and dates for which cases are; each holds only coded cases */
const MOST_KEPT = 8

export function openPrecedentShelf(store: StoreView, doctrine: CompiledDoctrine): PrecedentShelf {
  /** by version and date */
  const shelves = new Map<string, PrecedentIndex>()
  const coded = new Map<string, MadeOfStatements<Coded>>()
  let turn: Promise<unknown> = Promise.resolve()

  const codedBy = ({ asOf, recordedBy }: ShelfDate): MadeOfStatements<Coded> => {
    const key = JSON.stringify([asOf, recordedBy])
    const known =
      coded.get(key) ??
      keepWhatIsMade((entity, statements) =>
        isDated(statements) ? codeStatements(entity, statements, doctrine, asOf, recordedBy) : null,
      )
    keepLast(coded, key, known)
    return known
  }

  const fill = async (
    reader: Reader,
    version: string,
    when: ShelfDate,
    key: string,
  ): Promise<PrecedentIndex> => {
    const known = shelves.get(key)
    if (known) return known
    const view = store.as(reader)
    const cases = await codedBy(when)(view, await view.digestsOfKind('case'))
    const index = sameOrNew([...cases.values()].filter((one) => one !== null))
    // what was recorded meanwhile is in it already: it is not what that version means
    if ((await view.version()) === version) keepLast(shelves, key, index)
    return index
  }

  const sameOrNew = (cases: readonly CodedCase[]): PrecedentIndex =>
    [...shelves.values()].findLast(
      (index) =>
        index.cases.length === cases.length && index.cases.every((one, place) => one === cases[place]),
    ) ?? indexPrecedents(cases)

  return {
    async precedents(reader, version, when) {
      const key = JSON.stringify([version, when.asOf, when.recordedBy])
      const known = shelves.get(key)
      if (known) return known
      const mine = turn.then(() => fill(reader, version, when, key))
      // whoever asked is told of a failure; the next one only waits
      turn = mine.catch(() => undefined)
      return mine
    },
  }
}

function isDated(statements: readonly Statement[]): boolean {
  return statements.some(({ assertions }) => assertions.some(({ property }) => property === 'disclosedDate'))
}

function keepLast<T>(kept: Map<string, T>, key: string, one: T): void {
  kept.delete(key)
  kept.set(key, one)
  for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old)
}
