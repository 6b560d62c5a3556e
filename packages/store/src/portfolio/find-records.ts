/**
 * Finding records of the portfolio: by kind, words, dates and what they are tied to, over what the reader may see.
 *
 * Gives names of entities in order; what is said of them the caller resolves from their statements. A record where a
 * visible statement corrects or withdraws one under another label is resolved here too, because its rows alone cannot
 * know of it.
 *
 * Rules: docs/rules/ledger.md, LED-08. Next door: `record-part.ts` makes the rows, `find-tied.ts` for what is tied to something.
 */
import type { RECORD_SORTS } from '@demarche/api'
import { type RawBuilder, sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { foldText } from '../ledger/fold-text.ts'
import { statementsOf } from '../ledger/read-statements.ts'
import { dayOf, recordPart, type RecordPart, untilOf } from './record-part.ts'

export interface RecordQuery {
  /** of one of these kinds */
  readonly kinds: readonly string[]
  /** every word of it stands somewhere in the record */
  readonly q?: string | undefined
  /** one of each */
  readonly facets?: readonly (readonly string[])[] | undefined
  /** none of these stands for it */
  readonly without?: readonly string[] | undefined
  /** none of these stands for it, or several do: nothing is decided among them */
  readonly undecided?: readonly string[] | undefined
  /** something stands for this property */
  readonly states?: string | undefined
  /** none of these */
  readonly except?: readonly string[] | undefined
  /** without an end it goes on; else it is of one day */
  readonly lasts?: boolean | undefined
  /** it may have gone on, or be due, on this day or later */
  readonly from?: string | undefined
  /** the same, on this day or earlier */
  readonly to?: string | undefined
  readonly sort: (typeof RECORD_SORTS)[number]
  readonly order: 'asc' | 'desc'
  readonly offset: number
  readonly limit: number
  /** only what comes behind this place: unlike a number of records, a place holds when records before it come or go */
  readonly after?: RecordPlace | undefined
}

/** The place of a record in its order. */
export interface RecordPlace {
  /** by what it is ordered; null for what has none, which comes last */
  readonly key: string | null
  readonly entity: string
}

export interface RecordsFound {
  /** how many match, wherever the page begins */
  readonly total: number
  readonly entities: readonly string[]
  /** the last place of the page; null when nothing comes behind it */
  readonly next: RecordPlace | null
}

/** The page of records that the query asks for, and how many match in all. */
export async function findRecords(session: Session, query: RecordQuery): Promise<RecordsFound> {
  const resolved = await resolveCrossing(session, query.kinds)
  const { limit } = query
  const { rows } = await sql<{ total: number; entity: string | null; key: string | null }>`
    with ${partTable(resolved)}, ${facetTable(resolved)},
    ${foundBy(query)}
    select (select count(*) from found)::int as total, shown.entity, shown.key from (select 1) as one
    left join (
      select * from found ${behind(query)} order by ${ordering(query)} offset ${query.offset} limit ${limit + 1}
    ) as shown on true order by ${ordering(query)}`.execute(session)
  const found = rows.flatMap(({ entity, key }) => (entity === null ? [] : [{ key, entity }]))
  const page = found.slice(0, limit)
  return {
    total: rows[0]?.total ?? 0,
    entities: page.map(({ entity }) => entity),
    next: found.length > limit ? (page.at(-1) ?? null) : null,
  }
}

/** The last day that a date of a year or a month may mean; of what has no date nobody can say that it was over. */
function lastDay(date: RawBuilder<unknown>): RawBuilder<string> {
  return sql`coalesce(${date} || substr('-12-31', length(${date}) - 3), '9999')`
}

/** What the query asks, without the page. */
export type RecordQuestion = Omit<RecordQuery, 'offset' | 'limit' | 'after'>

/** The table `found`: every record that the question finds, with by what it is ordered; made of `parts` and `facets`. */
export function foundBy(question: RecordQuestion): RawBuilder<unknown> {
  return sql`
    found as (
      select entity, ${SORT_KEYS[question.sort]} as key from parts
      where kind = any(${question.kinds}) ${tiedTo(question)} ${leftOut(question)}
      group by entity having ${conditions(question)}
    )`
}

/** How many records of each kind the reader sees, in order of kind. */
export async function countRecords(session: Session): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ kind: string; total: number }>`
    select kind, count(distinct entity)::int as total from demarche.record_parts where stands group by kind order by kind`.execute(
    session,
  )
  return new Map(rows.map(({ kind, total }) => [kind, total]))
}

const COLUMNS = sql.raw(`kind, entity, name_sort, name_rank, start_date, start_rank, end_date, end_rank,
  due_date, due_rank, stated, search, recorded_at, last_by, others_at, stands`)
const FACET_COLUMNS = sql.raw('facet, kind, entity, day, until')

/** The table `parts`, with what was resolved in place of what its rows say. */
export function partTable(resolved: readonly RecordPart[]): RawBuilder<unknown> {
  if (resolved.length === 0)
    return sql`parts as not materialized (select ${COLUMNS} from demarche.record_parts)`
  return sql`
    parts as not materialized (
      select ${COLUMNS} from demarche.record_parts where not (entity = any(${resolved.map(({ entity }) => entity)}))
      union all
      select ${COLUMNS} from json_populate_recordset(null::demarche.record_parts, ${JSON.stringify(resolved)}::json)
    )`
}

/** The table `facets`, likewise. */
export function facetTable(resolved: readonly RecordPart[]): RawBuilder<unknown> {
  if (resolved.length === 0)
    return sql`facets as not materialized (select ${FACET_COLUMNS} from demarche.record_facets)`
  const facets = resolved.flatMap((part) =>
    part.facets.map((facet) => ({
      facet,
      kind: part.kind,
      entity: part.entity,
      day: dayOf(part),
      until: untilOf(part),
    })),
  )
  return sql`
    facets as (
      select ${FACET_COLUMNS} from demarche.record_facets
      where not (entity = any(${resolved.map(({ entity }) => entity)}))
      union all
      select ${FACET_COLUMNS} from json_to_recordset(${JSON.stringify(facets)}::json)
        as f (facet text, kind text, entity text, day text, until text)
    )`
}

/** @param kinds of these alone; of all, and of cases, when not said */
export async function resolveCrossing(
  session: Session,
  kinds?: readonly string[],
): Promise<readonly RecordPart[]> {
  const { rows } = await sql<{ entity: string; kind: string }>`
    select distinct entity, kind from demarche.record_parts
    where crosses ${kinds ? sql`and kind = any(${kinds})` : sql`union select distinct entity, 'case' from demarche.case_parts where crosses`}`.execute(
    session,
  )
  if (rows.length === 0) return []
  const statements = Map.groupBy(
    await statementsOf(
      session,
      rows.map(({ entity }) => entity),
    ),
    ({ entity }) => entity,
  )
  return rows.map(({ entity, kind }) => recordPart(entity, kind, statements.get(entity) ?? []))
}

/** Of the parts of one record the best placed text or date. */
function bestOf(column: 'name_sort' | 'start' | 'end' | 'due'): RawBuilder<string | null> {
  const [value, rank] = column === 'name_sort' ? [column, 'name_rank'] : [`${column}_date`, `${column}_rank`]
  return sql`(array_agg(${sql.ref(value)} order by ${sql.ref(rank)} desc) filter (where ${sql.ref(value)} is not null))[1]`
}

const SORT_KEYS = {
  name: bestOf('name_sort'),
  start: bestOf('start'),
  end: bestOf('end'),
  due: bestOf('due'),
  recorded: sql`max(recorded_at)`,
} as const

/** One of each of the facets that the query asks for: found first, as a list, so that no other record is looked at. */
export function tiedTo({ facets = [] }: Pick<RecordQuery, 'facets'>): RawBuilder<unknown> {
  return sql.join(
    facets.map(
      (one) => sql`and entity = any(array(select f.entity from facets as f where f.facet = any(${one})))`,
    ),
    sql` `,
  )
}

/** What is left out, by what stands for it or by its name. */
function leftOut({ without = [], undecided = [], except = [] }: RecordQuestion): RawBuilder<unknown> {
  const out = [
    ...(without.length === 0
      ? []
      : [sql`array(select f.entity from facets as f where f.facet = any(${without}))`]),
    ...(undecided.length === 0
      ? []
      : [
          sql`array(select f.entity from facets as f where f.facet = any(${undecided})
            group by f.entity having count(distinct f.facet) = 1)`,
        ]),
    ...(except.length === 0 ? [] : [sql`${except}::text[]`]),
  ]
  return sql.join(
    out.map((entities) => sql`and entity <> all(${entities})`),
    sql` `,
  )
}

/** What comes behind a place in the order of the query. */
function behind({ after, order }: Pick<RecordQuery, 'after' | 'order'>): RawBuilder<unknown> {
  if (!after) return sql``
  if (after.key === null) return sql`where key is null and entity > ${after.entity}`
  const further = sql.raw(order === 'asc' ? '>' : '<')
  return sql`where key ${further} ${after.key} or (key = ${after.key} and entity > ${after.entity}) or key is null`
}

/** What the query asks of a record, over all its parts. A date of a year or month matches by any day that it may mean. */
function conditions({ q = '', from, to, lasts = false, states }: RecordQuestion): RawBuilder<unknown> {
  const asked: RawBuilder<unknown>[] = [sql`bool_or(stands)`]
  // of what the text beside a record cannot tell it is not said that nothing stands
  if (states) asked.push(sql`bool_or(stated is null or stated ~ ${`(^| )${states}[+~]*( |$)`})`)
  for (const word of foldText(q).split(' ')) {
    if (word !== '') asked.push(sql`bool_or(search like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`})`)
  }
  const last = lasts
    ? sql`coalesce(${bestOf('end')}, ${bestOf('due')})`
    : sql`coalesce(${bestOf('end')}, ${bestOf('due')}, ${bestOf('start')})`
  const first = sql`coalesce(${bestOf('start')}, ${bestOf('due')})`
  if (from) asked.push(sql`${lastDay(last)} >= ${from}`)
  if (to) asked.push(sql`${first} || substr('-01-01', length(${first}) - 3) <= ${to}`)
  return sql.join(asked, sql` and `)
}

export function ordering({ order }: Pick<RecordQuery, 'order'>): RawBuilder<unknown> {
  return sql`key ${sql.raw(order)} nulls last, entity`
}
