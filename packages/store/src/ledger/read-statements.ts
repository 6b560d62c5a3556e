/**
 * Reading statements back from their canonical text.
 *
 * Next door: `prepare.ts` makes the text; `../engine/session.ts` decides who sees which row.
 */
import { type DraftStatement, type Marking, MARKING_KIND, type Statement } from '@demarche/core'
import { type RawBuilder, sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { type Tombstone, tombstoneSchema } from '../journal/journal-line.ts'

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
    if (!row.erased) return statementIn(row)
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

/** Every visible statement about these entities, oldest first; not the records of their marking. */
export async function statementsOf(session: Session, entities: readonly string[]): Promise<Statement[]> {
  if (entities.length === 0) return []
  const rows = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select(STATEMENT_COLUMNS)
    .where('entity', '=', sql<string>`any(${entities})`)
    .where('kind', '<>', MARKING_KIND)
    .orderBy('asserted_at')
    .orderBy('id')
    .execute()
  return readStatements(rows)
}

/** What a reader sees of an entity: its statements, oldest first, and a digest that is the same when, and only when, they are. */
export interface Seen {
  readonly entity: string
  readonly digest: string
  readonly statements: Statement[]
}

const DIGEST = sql<string>`encode(sha256(convert_to(string_agg(
  id || marking_key || erased::text || coalesce(remarking, ''), ',' order by id), 'UTF8')), 'hex')`

/** The digests of what is visible of these entities, by entity, in order of name; see `Seen`. */
export async function digestsOf(session: Session, entities: readonly string[]): Promise<Map<string, string>> {
  if (entities.length === 0) return new Map()
  return digestsWhere(session, sql`entity = any(${entities}) and kind <> ${MARKING_KIND} group by entity`)
}

/** The same of all entities of a kind about which something visible is said that was not erased. */
export async function digestsOfKind(session: Session, kind: string): Promise<Map<string, string>> {
  return digestsWhere(session, sql`kind = ${kind} group by entity having bool_or(not erased)`)
}

async function digestsWhere(session: Session, condition: RawBuilder<unknown>): Promise<Map<string, string>> {
  const { rows } = await sql<{ entity: string; digest: string }>`
    select entity, ${DIGEST} as digest from demarche.statements where ${condition}
    order by entity`.execute(session)
  return new Map(rows.map(({ entity, digest }) => [entity, digest]))
}

/** These entities as they are seen, statements and digest from one moment. */
export async function seenOf(session: Session, entities: readonly string[]): Promise<Seen[]> {
  if (entities.length === 0) return []
  const { rows } = await sql<RecordedRow & { readonly entity: string; readonly digest: string }>`
    with seen as (
      select entity, id, body, erased, remarking, marking_key, asserted_at from demarche.statements
      where entity = any(${entities}) and kind <> ${MARKING_KIND}
    ), digests as (select entity, ${DIGEST} as digest from seen group by entity)
    select entity, digest, id, body, erased, remarking from seen join digests using (entity)
    order by asserted_at, id`.execute(session)
  return [...Map.groupBy(rows, ({ entity }) => entity)].map(([entity, own]) => ({
    entity,
    digest: own[0]?.digest ?? '',
    statements: readStatements(own),
  }))
}

/** The visible records of how statements about an entity were marked anew, oldest first. */
export async function remarkingsOf(session: Session, entity: string): Promise<Statement[]> {
  const rows = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select(STATEMENT_COLUMNS)
    .where('entity', '=', entity)
    .where('kind', '=', MARKING_KIND)
    .orderBy('asserted_at')
    .orderBy('id')
    .execute()
  return readStatements(rows)
}

export async function statementOf(session: Session, id: string): Promise<Statement | null> {
  const row = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select(STATEMENT_COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? (readStatements([row])[0] ?? null) : null
}

/** What is left of a statement that was erased, without a word of it; null when none of that id was. */
export async function erasedOf(session: Session, id: string): Promise<Statement | null> {
  const row = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select(STATEMENT_COLUMNS)
    .where('id', '=', id)
    .where('erased', '=', true)
    .executeTakeFirst()
  return row ? tombstoneIn(row) : null
}

function tombstoneIn({ id, body, remarking }: RecordedRow): Statement {
  return { ...withoutWords(id, tombstoneSchema.parse(JSON.parse(body))), ...markedAnew(remarking) }
}

/** What is left of every visible statement about an entity that was erased, oldest record first. */
export async function erasuresOf(session: Session, entity: string): Promise<Statement[]> {
  const rows = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select(STATEMENT_COLUMNS)
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

/** A token that changes when, and only when, what this reader may see changes. */
export async function versionOf(session: Session): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select encode(sha256(convert_to(coalesce(string_agg(marking_key || '=' || digest::text, ';' order by marking_key), ''), 'UTF8')), 'hex') as version
    from demarche.labels where digest <> repeat('0', 256)::bit(256)`.execute(session)
  return rows[0]?.version ?? ''
}

/** The need-to-know lists that name the present person, in order of name. */
export async function listsOfPerson(session: Session): Promise<string[]> {
  const { rows } = await sql<{ lists: string[] }>`select demarche.my_lists() as lists`.execute(session)
  return rows[0]?.lists ?? []
}
