/**
 * Keeps the rows of the portfolio in step with the ledger: one part per record and marking label, and its facets.
 *
 * Runs in the same transaction and as the same reader as the statements it follows: whoever may add under a label may
 * see all that stands under it.
 */
import type { Statement } from '@demarche/core'
import { sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { turnOfOthers } from '../engine/turns.ts'
import { textColumn } from '../ledger/insert-rows.ts'
import { markingColumns } from '../ledger/prepare.ts'
import { readStatements, STATEMENT_COLUMNS } from '../ledger/read-statements.ts'
import { dayOf, hasFacets, isPortfolioKind, recordPart, type RecordPart, untilOf } from './record-part.ts'

/** Records whose rows are made at a time; others wait a few milliseconds at most. */
const PARTS = 500

type Row = RecordPart & { readonly marking_key: string }

/** Makes the rows anew that these statements touch; to be called after they are recorded. */
export async function recordRecordParts(session: Session, added: readonly Statement[]): Promise<void> {
  const touched = Map.groupBy(
    added.filter(({ kind }) => hasFacets(kind)),
    (statement) => `${statement.entity}|${markingColumns(statement).marking_key}`,
  )
  const groups = [...touched]
  for (let start = 0; start < groups.length; start += PARTS) {
    await turnOfOthers()
    const chunk = groups.slice(start, start + PARTS)
    const standing = await alreadyThere(session, chunk)
    await removeRows(session, [...standing.keys()])
    await writeRows(
      session,
      chunk.flatMap(([key, own]): Row[] => {
        const [first] = own
        if (!first) return []
        const statements = standing.get(key) ?? own
        return [
          {
            ...recordPart(first.entity, first.kind, statements),
            marking_key: markingColumns(first).marking_key,
          },
        ]
      }),
    )
  }
}

/** Takes the rows of these entities away, under these labels only where some are given; the statements stay. */
export async function forgetRecordParts(
  session: Session,
  entities: readonly string[],
  markingKeys?: readonly string[],
): Promise<void> {
  const under = markingKeys ? sql`and marking_key = any(${markingKeys})` : sql``
  for (const table of ['record_parts', 'record_facets']) {
    await sql`delete from ${sql.table(`demarche.${table}`)} where entity = any(${entities}) ${under}`.execute(
      session,
    )
  }
}

/** All that stands under a label about the records of which something was under it before, by record and label. */
async function alreadyThere(
  session: Session,
  groups: readonly (readonly [string, readonly Statement[]])[],
): Promise<ReadonlyMap<string, readonly Statement[]>> {
  const entities = [...new Set(groups.flatMap(([, [first]]) => (first ? [first.entity] : [])))]
  const { rows } = await sql<{ key: string }>`
    select entity || '|' || marking_key as key from demarche.record_parts where entity = any(${entities})
    union select entity || '|' || marking_key from demarche.record_facets where entity = any(${entities})`.execute(
    session,
  )
  const known = new Set(rows.map(({ key }) => key))
  const again = groups.filter(([key]) => known.has(key))
  if (again.length === 0) return new Map()
  const standing = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select([...STATEMENT_COLUMNS, 'entity', 'marking_key'])
    .where('entity', '=', sql<string>`any(${again.flatMap(([, [first]]) => (first ? [first.entity] : []))})`)
    .where('kind', '=', sql<string>`any(${again.flatMap(([, [first]]) => (first ? [first.kind] : []))})`)
    .execute()
  const wanted = new Set(again.map(([key]) => key))
  return new Map(
    [...Map.groupBy(standing, ({ entity, marking_key }) => `${entity}|${marking_key}`)]
      .filter(([key]) => wanted.has(key))
      .map(([key, own]) => [key, readStatements(own)]),
  )
}

async function removeRows(session: Session, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const entities = keys.map((key) => key.slice(0, key.indexOf('|')))
  for (const table of ['record_parts', 'record_facets']) {
    await sql`
      delete from ${sql.table(`demarche.${table}`)}
      where entity = any(${entities}) and entity || '|' || marking_key = any(${keys})`.execute(session)
  }
}

const COLUMNS = [
  'name',
  'name_sort',
  'name_rank',
  'start_date',
  'start_rank',
  'end_date',
  'end_rank',
  'due_date',
  'due_rank',
  'stated',
  'search',
  'recorded_at',
  'last_by',
  'others_at',
  'found_by',
] as const satisfies (keyof RecordPart)[]

async function writeRows(session: Session, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  // cases have rows of their own
  const parts = rows.filter(({ kind }) => isPortfolioKind(kind))
  const texts = (valueOf: (row: Row) => string | null) => textColumn(parts.map(valueOf))
  if (parts.length > 0)
    await sql`
    insert into demarche.record_parts (kind, entity, marking_key, crosses, stands, ${sql.join(COLUMNS.map((name) => sql.ref(name)))})
    select kind, entity, marking_key, crosses::boolean, stands::boolean, ${sql.join(COLUMNS.map((name) => sql.ref(name)))}
    from unnest(${texts(({ kind }) => kind)}, ${texts(({ entity }) => entity)},
      ${texts(({ marking_key }) => marking_key)}, ${texts(({ crosses }) => String(crosses))},
      ${texts(({ stands }) => String(stands))},
      ${sql.join(COLUMNS.map((name) => texts((row) => row[name])))}
    ) as r (kind, entity, marking_key, crosses, stands, ${sql.join(COLUMNS.map((name) => sql.ref(name)))})`.execute(
      session,
    )
  const facets = rows.flatMap(({ facets: own, ...row }) => own.map((facet) => ({ facet, ...row })))
  if (facets.length === 0) return
  await sql`
    insert into demarche.record_facets (facet, kind, entity, day, until, marking_key)
    select * from unnest(${textColumn(facets.map(({ facet }) => facet))}, ${textColumn(facets.map(({ kind }) => kind))},
      ${textColumn(facets.map(({ entity }) => entity))}, ${textColumn(facets.map(dayOf))}, ${textColumn(facets.map(untilOf))},
      ${textColumn(facets.map(({ marking_key }) => marking_key))})`.execute(session)
}
