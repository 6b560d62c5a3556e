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
  markingKey,
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

/** The columns by which the database decides who sees the statement. */
export function markingColumns({ marking }: Pick<DraftStatement, 'marking'>): MarkingColumns {
  return {
    distribution: DISTRIBUTIONS.indexOf(marking.distribution),
    tlp: TLP_LABELS.indexOf(marking.tlp),
    releasable_to: marking.releasableTo ? marking.releasableTo.toSorted() : null,
    marking_key: markingKey(marking),
  }
}

/** The ids that a statement withdraws as a whole. */
export function withdrawnBy(draft: DraftStatement): string[] {
  return (draft.retracts ?? []).flatMap(({ statement, property }) =>
    property === undefined ? [statement] : [],
  )
}
