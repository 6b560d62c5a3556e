/**
 * Drafts made ready for the record: their canonical text, id and content hash, in the order in which they are sealed.
 *
 * The content hash leaves out who put it on record and when: the same content from the same source is the same
 * statement, however often a file is loaded (LED-03).
 *
 * Rests on: RFC 8785 (JSON Canonicalization Scheme), FIPS 180-4 (SHA-256).
 */
import {
  canonicalJson,
  DISTRIBUTIONS,
  type DraftStatement,
  effectiveMarking,
  listsOf,
  markingKey,
  type Readable,
  type Statement,
  TLP_LABELS,
} from '@demarche/core'
import type { MarkingColumns } from '../schema/tables.ts'
import { sha256 } from './seal.ts'

/** A draft with everything that the record needs of it. */
export interface Prepared {
  readonly statement: Statement
  readonly body: string
  readonly contentHash: string
  readonly marking: MarkingColumns
}

/** Gives a draft its id and content hash. @throws TypeError when a value has no JSON form */
export function prepare(draft: DraftStatement): Prepared {
  if (draft.recordedBy !== undefined) return prepareRecorded(draft)
  const { assertedAt, assertedBy, ...content } = draft
  const contentText = canonicalJson(content)
  // RFC 8785 sorts keys, and these two come before all others of a statement: one canonicalisation serves both hashes
  const body = `{"assertedAt":${JSON.stringify(assertedAt)},"assertedBy":${JSON.stringify(assertedBy)},${contentText.slice(1)}`
  return {
    statement: { id: sha256(body), ...draft },
    body,
    contentHash: sha256(contentText),
    marking: markingColumns(draft),
  }
}

/** The same with the person who recorded it, whom the content hash leaves out too. */
function prepareRecorded(draft: DraftStatement): Prepared {
  const { recordedBy: _person, ...said } = draft
  const body = canonicalJson(draft)
  return { ...prepare(said), statement: { id: sha256(body), ...draft }, body }
}

/** The columns by which the database decides who sees the statement. */
export function markingColumns(readable: Readable): MarkingColumns {
  const marking = effectiveMarking(readable)
  const lists = listsOf(marking)
  return {
    distribution: DISTRIBUTIONS.indexOf(marking.distribution),
    tlp: TLP_LABELS.indexOf(marking.tlp),
    releasable_to: marking.releasableTo ? marking.releasableTo.toSorted() : null,
    need_to_know: lists.length > 0 ? lists : null,
    marking_key: markingKey(marking),
  }
}

/** The ids of the statements that it corrects or withdraws, wholly or in part; null for none. */
export function withdrawnBy({ supersedes = [], retracts = [] }: References): string[] | null {
  const ids = new Set([...supersedes, ...retracts].map(({ statement }) => statement))
  return ids.size > 0 ? [...ids] : null
}

type References = {
  readonly [way in 'supersedes' | 'retracts']?: readonly { readonly statement: string }[] | undefined
}
