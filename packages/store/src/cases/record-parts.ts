/**
 * Keeps the parts of cases in step with the ledger: one row per case and marking label.
 *
 * Runs in the same transaction and as the same reader as the statements it follows: whoever may add under a label may
 * see all that stands under it.
 */
import type { Statement } from '@demarche/core'
import { sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { handled, turnOfOthers } from '../engine/turns.ts'
import { textColumn } from '../ledger/insert-rows.ts'
import { markingColumns } from '../ledger/prepare.ts'
import { readStatements, recordedRows, STATEMENT_COLUMNS } from '../ledger/read-statements.ts'
import type { MarkingColumns } from '../schema/tables.ts'
import { casePart, type CasePart } from './case-part.ts'

/** Parts that are made at a time: enough for one statement of SQL, and others wait a few milliseconds at most. */
const PARTS = 250

interface Touched {
  readonly entity: string
  readonly marking: MarkingColumns
}

/** Makes the parts anew that these statements touch; to be called after they are recorded. */
export async function recordParts(session: Session, added: readonly Statement[]): Promise<void> {
  const touched = new Map<string, Touched & { readonly statements: Statement[] }>()
  for (const statement of added) {
    if (statement.kind !== 'case') continue
    const marking = markingColumns(statement)
    const key = `${statement.entity}|${marking.marking_key}`
    const group = touched.get(key)
    if (group) group.statements.push(statement)
    else touched.set(key, { entity: statement.entity, marking, statements: [statement] })
  }
  const groups = [...touched.entries()]
  // the database writes some while the next are made here
  let writing: Promise<void> = Promise.resolve()
  for (let start = 0; start < groups.length; start += PARTS) {
    await turnOfOthers()
    const chunk = groups.slice(start, start + PARTS)
    const asking = handled(
      knownParts(
        session,
        chunk.map(([, group]) => group),
      ),
    )
    const parts = new Map(
      chunk.map(([key, { entity, statements }]) => [key, casePart(entity, statements)] as const),
    )
    await writing
    const known = await asking
    if (known.size > 0) {
      // more stands under the label than was added: made again from all of it
      const touchedAgain = chunk.filter(([key]) => known.has(key))
      const all = await standing(
        session,
        touchedAgain.map(([, group]) => group),
      )
      for (const [key, { entity }] of touchedAgain) {
        const statements = all.get(key)
        if (statements) parts.set(key, casePart(entity, statements))
      }
    }
    const rows = chunk.flatMap(([key, { marking }]) => {
      const part = parts.get(key)
      return part ? [{ ...part, ...marking }] : []
    })
    writing = handled(write(session, rows))
  }
  await writing
}

/** Makes every part anew from the ledger; as the keeper. */
export async function rebuildParts(session: Session, entities: readonly string[]): Promise<void> {
  await session
    .withSchema('demarche')
    .deleteFrom('case_parts')
    .where('entity', '=', sql<string>`any(${entities})`)
    .execute()
  const rows = await recordedRows(session)
    .where('entity', '=', sql<string>`any(${entities})`)
    .execute()
  await recordParts(session, readStatements(rows))
}

async function knownParts(session: Session, groups: readonly Touched[]): Promise<Set<string>> {
  const rows = await session
    .withSchema('demarche')
    .selectFrom('case_parts')
    .select(['entity', 'marking_key'])
    .where('entity', '=', sql<string>`any(${groups.map(({ entity }) => entity)})`)
    .execute()
  return new Set(rows.map(({ entity, marking_key }) => `${entity}|${marking_key}`))
}

async function standing(session: Session, groups: readonly Touched[]): Promise<Map<string, Statement[]>> {
  const rows = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select([...STATEMENT_COLUMNS, 'entity', 'marking_key'])
    .where('entity', '=', sql<string>`any(${groups.map(({ entity }) => entity)})`)
    .where('kind', '=', 'case')
    .execute()
  return Map.groupBy(rows, ({ entity, marking_key }) => `${entity}|${marking_key}`)
    .entries()
    .reduce((parts, [key, group]) => parts.set(key, readStatements(group)), new Map<string, Statement[]>())
}

/** Beside the entity and the marking label, which name the row, and the long text. */
const OTHERS = [
  'name',
  'name_sort',
  'name_rank',
  'start_date',
  'start_rank',
  'disclosed_date',
  'disclosed_rank',
  'member_states',
  'target_countries',
  'answers',
  'statements',
  'recorded_at',
  'crosses',
] as const satisfies (keyof CasePart)[]
const MARKING = [
  'distribution',
  'tlp',
  'releasable_to',
  'need_to_know',
] as const satisfies (keyof MarkingColumns)[]

async function write(session: Session, rows: readonly (CasePart & MarkingColumns)[]): Promise<void> {
  const asJson = JSON.stringify(rows.map((row) => ({ ...row, search: undefined })))
  const columns = ['entity', 'marking_key', ...MARKING, ...OTHERS]
  const replaced = [...OTHERS, 'search'].map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`)
  await sql`
    insert into demarche.case_parts (search, ${sql.join(columns.map((name) => sql.ref(name)))})
    select s.search, ${sql.join(columns.map((name) => sql.ref(`r.${name}`)))}
    from json_populate_recordset(null::demarche.case_parts, ${asJson}::json) with ordinality as r
    full join unnest(${textColumn(rows.map(({ search }) => search))}) with ordinality as s (search, ordinality)
      using (ordinality)
    on conflict (entity, marking_key) do update set ${sql.join(replaced)}`.execute(session)
}
