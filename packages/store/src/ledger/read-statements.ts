/**
 * Reading statements back from their canonical text.
 *
 * Next door: `prepare.ts` makes the text; `../engine/session.ts` decides who sees which row.
 */
import { type DraftStatement, type Instant, type Marking, MARKING_KIND, type Statement } from '@demarche/core'
import { sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { type Tombstone, tombstoneSchema } from '../journal/journal-line.ts'
import { forgetStatement, keptStatement } from './kept-statements.ts'

/** What of a recorded row makes a statement: `readStatements` takes these columns. */
export const STATEMENT_COLUMNS = ['id', 'body', 'erased', 'remarking'] as const

export interface RecordedRow {
  readonly id: string
  readonly body: string
  readonly erased: boolean
  readonly remarking: string | null
}

/** The statement in a recorded text. What was checked on its way in is not checked again: the id proves the text. */
export function statementIn({ id, body, remarking }: Omit<RecordedRow, 'erased'>): Statement {
  const draft: DraftStatement = JSON.parse(body)
  return { id, ...draft, ...markedAnew(remarking) }
}

/** The marking that a statement has since it was marked anew. */
export function markedAnew(remarking: string | null): Pick<Statement, 'marking' | 'remarked'> | null {
  if (remarking === null) return null
  const { marking }: Effect = JSON.parse(remarking)
  return { marking, remarked: true }
}

/** What the column `remarking` holds. */
export interface Effect {
  /** the statement that marked it anew */
  readonly by: string
  readonly marking: Marking
}

/**
 * The statements in recorded rows. Of what was erased only a correction or withdrawal still counts, without its words:
 * what it withdrew must not come back (LED-10).
 */
export function readStatements(rows: readonly RecordedRow[]): Statement[] {
  return rows.flatMap((row) => {
    if (!row.erased) return keptStatement(row, () => statementIn(row))
    forgetStatement(row.id)
    const tombstone = tombstoneSchema.parse(JSON.parse(row.body))
    return tombstone.supersedes || tombstone.retracts
      ? { ...withoutWords(row.id, tombstone), ...markedAnew(row.remarking) }
      : []
  })
}

function withoutWords(id: string, tombstone: Tombstone): Statement {
  const { entity, kind, marking, assertedAt, sourceDate, supersedes, retracts, authority, at, by } = tombstone
  return {
    id,
    entity,
    kind,
    assertions: [],
    source: {
      document: 'erased',
      verified: false,
      ...(sourceDate === undefined ? {} : { date: sourceDate }),
    },
    grading: { reliability: 'F', credibility: '6' },
    marking,
    assertedBy: tombstone.assertedBy ?? 'erased',
    assertedAt,
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(retracts === undefined ? {} : { retracts }),
    erased: { authority, at, by },
  }
}

/** The rows that the reader may see, with what makes a statement of each. */
export function recordedRows(session: Session) {
  return session.withSchema('demarche').selectFrom('statements').select(STATEMENT_COLUMNS)
}

/**
 * Every visible statement about these entities, oldest first; not the records of their marking.
 * @param recordedBy only those that were on record by that instant; all of them when absent
 */
export async function statementsOf(
  session: Session,
  entities: readonly string[],
  recordedBy?: Instant,
): Promise<Statement[]> {
  if (entities.length === 0) return []
  const rows = await recordedRows(session)
    .where('entity', '=', sql<string>`any(${entities})`)
    .where('kind', '<>', MARKING_KIND)
    .$if(recordedBy !== undefined, (asked) => asked.where('asserted_at', '<=', recordedBy ?? ''))
    .orderBy('asserted_at')
    .orderBy('id')
    .execute()
  return readStatements(rows)
}

/** The visible records of how statements about an entity were marked anew, oldest first. */
export async function remarkingsOf(session: Session, entity: string): Promise<Statement[]> {
  const rows = await recordedRows(session)
    .where('entity', '=', entity)
    .where('kind', '=', MARKING_KIND)
    .orderBy('asserted_at')
    .orderBy('id')
    .execute()
  return readStatements(rows)
}

export async function statementOf(session: Session, id: string): Promise<Statement | null> {
  const row = await recordedRows(session).where('id', '=', id).executeTakeFirst()
  return row ? (readStatements([row])[0] ?? null) : null
}

/** What is left of a statement that was erased, without a word of it; null when none of that id was. */
export async function erasedOf(session: Session, id: string): Promise<Statement | null> {
  const row = await recordedRows(session).where('id', '=', id).where('erased', '=', true).executeTakeFirst()
  return row ? tombstoneIn(row) : null
}

function tombstoneIn({ id, body, remarking }: RecordedRow): Statement {
  return { ...withoutWords(id, tombstoneSchema.parse(JSON.parse(body))), ...markedAnew(remarking) }
}

/** What is left of every visible statement about an entity that was erased, oldest record first. */
export async function erasuresOf(session: Session, entity: string): Promise<Statement[]> {
  const rows = await recordedRows(session)
    .where('entity', '=', entity)
    .where('kind', '<>', MARKING_KIND)
    .where('erased', '=', true)
    .orderBy('asserted_at')
    .orderBy('id')
    .execute()
  return rows.map(tombstoneIn)
}

/** The entities of a kind about which something visible is said, in order of name. */
export async function entitiesOf(session: Session, kind: string): Promise<string[]> {
  const rows = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select('entity')
    .distinct()
    .where('kind', '=', kind)
    .where('erased', '=', false)
    .orderBy('entity')
    .execute()
  return rows.map(({ entity }) => entity)
}

/** The need-to-know lists that name the present person, in order of name. */
export async function listsOfPerson(session: Session): Promise<string[]> {
  const { rows } = await sql<{ lists: string[] }>`select demarche.my_lists() as lists`.execute(session)
  return rows[0]?.lists ?? []
}
