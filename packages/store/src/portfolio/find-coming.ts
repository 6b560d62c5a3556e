/**
 * Records with a date in a time ahead, over what the reader may see: a first, a last or a due day that may lie in it.
 *
 * Of a record of which sources differ on a date only reading it can tell; it is always among those found.
 *
 * Next door: `find-records.ts` for lists, `stated-records.ts`.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { facetTable, partTable, resolveCrossing, tiedTo } from './find-records.ts'

export interface ComingQuery {
  readonly kinds: readonly string[]
  /** one of each */
  readonly facets?: readonly (readonly string[])[] | undefined
  /** first and last day of the time, both in it */
  readonly from: string
  readonly to: string
  readonly limit: number
}

/** The records, those whose dates differ first, then by the nearest of their dates that may lie in the time. */
export async function findComing(session: Session, query: ComingQuery): Promise<readonly string[]> {
  const { kinds, limit } = query
  const resolved = await resolveCrossing(session, kinds)
  const nearest = sql`least(${inTime('start_date', query)}, ${inTime('end_date', query)}, ${inTime('due_date', query)})`
  const differs = sql`coalesce(stated ~ '\\m(start|end|due)[+]?~', false)`
  const { rows } = await sql<{ entity: string }>`
    with ${partTable(resolved)}, ${facetTable(resolved)}
    select entity from parts
    where kind = any(${kinds}) and stands and (${nearest} is not null or ${differs}) ${tiedTo(query)}
    group by entity order by bool_or(${differs}) desc, min(${nearest}), entity limit ${limit}`.execute(
    session,
  )
  return rows.map(({ entity }) => entity)
}

/** The first day that the date may mean, where it may lie in the time. */
function inTime(
  column: 'start_date' | 'end_date' | 'due_date',
  { from, to }: ComingQuery,
): RawBuilder<unknown> {
  const date = sql.ref(column)
  const first = sql`${date} || substr('-01-01', length(${date}) - 3)`
  const last = sql`${date} || substr('-12-31', length(${date}) - 3)`
  return sql`case when ${last} >= ${from} and ${first} <= ${to} then ${first} end`
}
