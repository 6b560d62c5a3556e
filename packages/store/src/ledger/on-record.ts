/**
 * What is on record already: the same content stands once, and what was withdrawn is not revived by loading a file again.
 *
 * Content is on record while a statement that says it stands in full, or once it was erased. All of it as the present
 * reader sees it: what the reader may not see changes nothing here.
 *
 * Rules: docs/rules/ledger.md, LED-03 and LED-10. Next door: `append.ts` decides which of the two it asks.
 */
import {
  canonicalJson,
  CONTACT_SCHEDULE,
  type DraftStatement,
  type Instant,
  MARKING_KIND,
  NEED_TO_KNOW_LIST,
} from '@demarche/core'
import { sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import type { Prepared } from './prepare.ts'
import { readStatements, recordedRows } from './read-statements.ts'

/** Of these the last one counts, so that saying again what was said before the last one says something new. */
const ALWAYS_NEW: ReadonlySet<string> = new Set([MARKING_KIND, NEED_TO_KNOW_LIST, CONTACT_SCHEDULE])

/** A draft that was left out because it says again what somebody corrected or withdrew. */
export interface LeftWithdrawn {
  readonly draft: DraftStatement
  /** the statement on record that said the same */
  readonly statement: string
  /** the correction or withdrawal, when it was recorded and by whom */
  readonly withdrawnBy: string
  readonly withdrawnOn: Instant
  readonly party: string
}

/**
 * What of a piece the reader does not find on record, standing in full; the same text under the same id never goes in twice.
 * @param added the ids that this act of recording has put on record itself: what they withdraw still counts as there
 */
export async function leaveOutKnown(
  session: Session,
  piece: readonly Prepared[],
  added: ReadonlySet<string>,
): Promise<readonly Prepared[]> {
  const rows = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select(['id', 'entity', 'content_hash', 'erased'])
    .where('content_hash', '=', sql<string>`any(${piece.map(({ contentHash }) => contentHash)})`)
    .execute()
  if (rows.length === 0) return piece
  const touched = await touchedOf(session, new Set(rows.map(({ entity }) => entity)), added)
  const ids = new Set(rows.map(({ id }) => id))
  const known = new Set(rows.flatMap((row) => (row.erased || !touched.has(row.id) ? row.content_hash : [])))
  return piece.filter(
    ({ statement, contentHash }) =>
      !ids.has(statement.id) && (ALWAYS_NEW.has(statement.kind) || !known.has(contentHash)),
  )
}

/** Parts a piece into what is new and what says again, under whatever marking, what no longer stands in full. */
export async function leaveWithdrawn(
  session: Session,
  piece: readonly Prepared[],
  added: ReadonlySet<string>,
): Promise<{ readonly fresh: readonly Prepared[]; readonly left: readonly LeftWithdrawn[] }> {
  const touched = await touchedOf(session, new Set(piece.map(({ statement }) => statement.entity)), added)
  if (touched.size === 0) return { fresh: piece, left: [] }
  const entities = new Set([...touched.values()].map(({ entity }) => entity))
  const rows = await recordedRows(session)
    .where('entity', '=', sql<string>`any(${[...entities]})`)
    .orderBy('asserted_at')
    .orderBy('id')
    .execute()
  const standing = new Set<string>()
  const withdrawn = new Map<string, string>()
  const statements = new Map(readStatements(rows).map((statement) => [statement.id, statement]))
  for (const statement of statements.values()) {
    if (statement.erased) continue
    if (touched.has(statement.id)) withdrawn.set(contentKey(statement), statement.id)
    else standing.add(contentKey(statement))
  }
  const left: LeftWithdrawn[] = []
  const fresh = piece.filter(({ statement: draft }) => {
    if (!entities.has(draft.entity)) return true
    const key = contentKey(draft)
    const before = standing.has(key) ? undefined : withdrawn.get(key)
    const by = before === undefined ? undefined : statements.get(touched.get(before)?.by ?? '')
    if (before === undefined || !by) return true
    const { id: _, ...content } = draft
    left.push({
      draft: content,
      statement: before,
      withdrawnBy: by.id,
      withdrawnOn: by.assertedAt,
      party: by.assertedBy,
    })
    return false
  })
  return { fresh, left }
}

interface Touch {
  readonly entity: string
  /** the first statement that corrects or withdraws it */
  readonly by: string
}

/** Statements about these entities that a visible one corrects or withdraws, wholly or in part, by their ids. */
async function touchedOf(
  session: Session,
  entities: ReadonlySet<string>,
  added: ReadonlySet<string>,
): Promise<Map<string, Touch>> {
  const rows = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select(['id', 'entity', 'withdraws'])
    .where('entity', '=', sql<string>`any(${[...entities]})`)
    .where('withdraws', 'is not', null)
    .orderBy('asserted_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(
    rows.flatMap(({ id, entity, withdraws }) =>
      added.has(id) ? [] : (withdraws ?? []).map((target): [string, Touch] => [target, { entity, by: id }]),
    ),
  )
}

/** The content apart from who put it on record, when, and for whom. */
function contentKey(statement: DraftStatement): string {
  const { entity, kind, assertions, source, grading, confidence, supersedes, retracts, reason } = statement
  return canonicalJson({
    entity,
    kind,
    assertions,
    source,
    grading,
    confidence,
    supersedes,
    retracts,
    reason,
  })
}
