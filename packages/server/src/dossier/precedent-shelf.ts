/**
 * The precedents that a reader may see, coded for comparison and kept until they change.
 *
 * Every case on record whose disclosure is dated is a possible precedent, as it could be known on the date asked for. A case
 * is coded once for all who see the same of it, and again when that changes. While one shelf is filled, others wait for it
 * first: it may be theirs.
 *
 * Next door: `dossier-desk.ts`, `made-of-statements.ts`; core's `toolbox/` compares.
 */
import { isDeepStrictEqual } from 'node:util'
import {
  type CodedCase,
  codeStatements,
  type CompiledDoctrine,
  indexPrecedents,
  type PrecedentIndex,
  type Statement,
} from '@demarche/core'
import type { KindSeen, Reader } from '@demarche/store'
import type { StoreView } from '../access/narrowed-ledger.ts'
import { keepLast } from '../keep-last.ts'
import { keepWhatIsMade, type MadeOfStatements } from './made-of-statements.ts'
import type { SeeEntities } from './seen-lately.ts'

export interface ShelfDate {
  readonly asOf: string
  readonly recordedBy?: string | undefined
}

export interface PrecedentShelf {
  /**
   * @param asked what the reader saw of all cases just now; where that has moved on, so has the shelf
   * @param when the cases are coded by what could be known, and was recorded, by then
   * @returns the very object for as long as no precedent has changed
   */
  precedents(reader: Reader, asked: KindSeen, when: ShelfDate): Promise<PrecedentIndex>
}

/** null for a case that cannot serve: nobody has dated its disclosure */
type Coded = CodedCase | null

/** indices that are kept, and dates for which cases are; each holds only coded cases */
const MOST_KEPT = 8
/** shelves of others that are waited for, because they may be the one that is wanted; then an own one is filled */
const MOST_WAITS = 2

export function openPrecedentShelf(
  store: StoreView,
  doctrine: CompiledDoctrine,
  see?: SeeEntities,
): PrecedentShelf {
  /** by version and date */
  const shelves = new Map<string, PrecedentIndex>()
  const coded = new Map<string, MadeOfStatements<Coded>>()
  let underWay: Promise<PrecedentIndex> | null = null

  const codedBy = ({ asOf, recordedBy }: ShelfDate): MadeOfStatements<Coded> => {
    const key = JSON.stringify([asOf, recordedBy])
    const known =
      coded.get(key) ??
      keepWhatIsMade(
        keepWhileAlike((entity, statements) =>
          isDated(statements) ? codeStatements(entity, statements, doctrine, asOf, recordedBy) : null,
        ),
        see,
      )
    keepLast(coded, key, known, MOST_KEPT)
    return known
  }

  const fill = async (
    reader: Reader,
    { version, digests }: KindSeen,
    when: ShelfDate,
  ): Promise<PrecedentIndex> => {
    const { made, asAsked } = await codedBy(when)(store.as(reader), digests)
    const index = sameOrNew([...made.values()].filter((one) => one !== null))
    // what was recorded meanwhile is in it already: it is not what that version means
    if (asAsked) keepLast(shelves, keyOf(version, when), index, MOST_KEPT)
    return index
  }

  const sameOrNew = (cases: readonly CodedCase[]): PrecedentIndex =>
    [...shelves.values()].findLast(
      (index) =>
        index.cases.length === cases.length && index.cases.every((one, place) => one === cases[place]),
    ) ?? indexPrecedents(cases)

  return {
    async precedents(reader, asked, when) {
      let seen = asked
      for (let waits = 0; ; waits += 1) {
        const known = shelves.get(keyOf(seen.version, when))
        if (known) return known
        if (!underWay || waits === MOST_WAITS) break
        // whoever began it is told of its failure; here it is only waited for
        await underWay.catch(() => undefined)
        seen = await store.as(reader).kindSeen('case')
      }
      const mine = fill(reader, seen, when)
      underWay = mine
      try {
        return await mine
      } finally {
        if (underWay === mine) underWay = null
      }
    },
  }
}

/** Gives the very object of the last time where a case is coded alike: most of what is recorded changes no comparison. */
function keepWhileAlike(
  code: (entity: string, statements: readonly Statement[]) => Coded,
): (entity: string, statements: readonly Statement[]) => Coded {
  const last = new Map<string, Coded>()
  return (entity, statements) => {
    const now = code(entity, statements)
    const before = last.get(entity)
    if (before && isDeepStrictEqual(before, now)) return before
    last.set(entity, now)
    return now
  }
}

const keyOf = (version: string, { asOf, recordedBy }: ShelfDate): string =>
  JSON.stringify([version, asOf, recordedBy])

function isDated(statements: readonly Statement[]): boolean {
  return statements.some(({ assertions }) => assertions.some(({ property }) => property === 'disclosedDate'))
}
