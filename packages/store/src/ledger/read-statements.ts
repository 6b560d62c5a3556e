/**
 * Reading statements back from their canonical text.
 *
 * Next door: `prepare.ts` makes the text; `../engine/session.ts` decides who sees which row.
 */
import type { Statement } from '@demarche/core'
import { sql } from 'kysely'
import type { Session } from '../engine/session.ts'

interface Row {
  readonly id: string
  readonly body: string
}

/** The statement in a recorded text. What was checked on its way in is not checked again: the id proves the text. */
export function readStatement({ id, body }: Row): Statement {
  const draft: Omit<Statement, 'id'> = JSON.parse(body)
  return { id, ...draft }
}

/** Every visible statement about these entities, oldest first. */
export async function statementsOf(session: Session, entities: readonly string[]): Promise<Statement[]> {
  if (entities.length === 0) return []
  const rows = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select(['id', 'body'])
    .where('entity', '=', sql<string>`any(${entities})`)
    .where('erased', '=', false)
    .orderBy('asserted_at')
    .orderBy('id')
    .execute()
  return rows.map(readStatement)
}

export async function statementOf(session: Session, id: string): Promise<Statement | null> {
  const row = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select(['id', 'body'])
    .where('id', '=', id)
    .where('erased', '=', false)
    .executeTakeFirst()
  return row ? readStatement(row) : null
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
    from demarche.labels`.execute(session)
  return rows[0]?.version ?? ''
}
