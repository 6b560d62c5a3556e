/**
 * What an archive brought and its desk marks more strictly since is marked so here too: a marking that was raised there must
 * not stay here as it was. Nothing is lowered: more people may not read it because a file says so.
 *
 * Rule: docs/rules/record.md, RCD-18. Next door: `import-archive.ts`, `receive-procedures.ts`.
 */
import {
  type DraftStatement,
  inWords,
  type Marking,
  mayRead,
  type Readable,
  type RefusalWords,
  type Statement,
  withLimitsOf,
} from '@demarche/core'
import type { Reader } from '@demarche/store'
import { draftRemarking } from '../access/mark-anew.ts'

export interface Importing {
  readonly reader: Reader
  readonly at: Date
  /** the need-to-know lists that name the reader */
  readonly lists: readonly string[]
}

const REASON = 'Raised at the desk that it came from, as the archive of that desk says.'

export type Raised =
  | { readonly marking: Marking; readonly draft: DraftStatement }
  | { readonly words: RefusalWords; readonly rule: string }

/**
 * The record by which a statement here is marked as strictly as these; null where it is already. A fault where whoever takes
 * the archive in could not read it any more: the ledger takes that from nobody.
 * @param there the marking at the desk that made the archive
 */
export function raisedAs(
  target: Statement,
  others: readonly Readable[],
  there: Marking,
  { reader, at, lists }: Importing,
): Raised | null {
  const { marking: before, assertedBy } = target
  const marking = target.erased ? before : withLimitsOf(target, others)
  if (marking === before) return null
  if (!mayRead(reader, { marking, assertedBy }, lists)) {
    return { words: inWords('archive-stays-marked', { above: there, marking: before }), rule: 'RCD-18' }
  }
  return { marking, draft: draftRemarking(reader, target, marking, REASON, at.toISOString()) }
}
