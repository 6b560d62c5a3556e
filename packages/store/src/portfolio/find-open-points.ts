/**
 * Counting and finding records by what is stated of them, over what the reader may see: how what is open is counted among
 * many without reading each.
 *
 * A record that stands under one label is told by the text kept beside it (core, `statedProperties`). One that stands under
 * several, or of which that text cannot tell, is named, and the caller reads it.
 *
 * Rules: docs/rules/portfolio.md, PFO-52. Next door: `find-records.ts` for lists, `record-part.ts` makes the rows.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { facetTable, partTable, resolveCrossing, tiedTo } from './find-records.ts'

export interface StatedQuery {
  readonly kinds: readonly string[]
  /** one of each */
  readonly facets?: readonly (readonly string[])[] | undefined
  /** last days before this one have passed */
  readonly day: string
  /** a record with one of these asks for nothing more when its last day has passed */
  readonly settled: readonly string[]
}

/** Records of which the same is stated. */
export interface StatedGroup {
  readonly kind: string
  /** null: only reading them can tell */
  readonly stated: string | null
  readonly pastDue: boolean
}

/** How many records there are of each group. */
export async function countStated(
  session: Session,
  query: StatedQuery,
): Promise<readonly (StatedGroup & { readonly total: number })[]> {
  const { rows } = await sql<StatedGroup & { total: number }>`
    with ${await recordsOf(session, query)}
    select kind, stated, past_due as "pastDue", count(*)::int as total from records
    group by kind, stated, past_due order by kind, stated, past_due`.execute(session)
  return rows
}

export interface StatedPage {
  /** records of these groups */
  readonly groups: readonly StatedGroup[]
  /** and these */
  readonly entities: readonly string[]
  readonly offset: number
  readonly limit: number
}

/** The records of those groups, and those named, in the order of the kinds asked for, then by name. */
export async function findStated(
  session: Session,
  query: StatedQuery,
  { groups, entities, offset, limit }: StatedPage,
): Promise<readonly string[]> {
  if (groups.length === 0 && entities.length === 0) return []
  const wanted = JSON.stringify(groups.map(({ pastDue, ...group }) => ({ ...group, past_due: pastDue })))
  const { rows } = await sql<{ entity: string }>`
    with ${await recordsOf(session, query)},
    wanted as materialized (
      select * from json_to_recordset(${wanted}::json) as w (kind text, stated text, past_due boolean)
    )
    select entity from records
    where entity = any(${entities}) or exists (
      select from wanted as w where w.kind = records.kind and w.past_due = records.past_due
        and w.stated is not distinct from records.stated)
    order by array_position(${query.kinds}::text[], kind), name_sort nulls last, entity
    offset ${offset} limit ${limit}`.execute(session)
  return rows.map(({ entity }) => entity)
}

/** The table `records`: every visible record once, with what is stated of it; of several names the first in order places it. */
async function recordsOf(session: Session, query: StatedQuery): Promise<RawBuilder<unknown>> {
  const { kinds, day, settled } = query
  const resolved = await resolveCrossing(session, kinds)
  return sql`
    ${partTable(resolved)}, ${facetTable(resolved)},
    told as (
      select kind, entity, min(name_sort) as name_sort,
        case when count(*) = 1 then min(stated) end as stated,
        count(*) = 1 and coalesce(max(due_date || substr('-12-31', length(due_date) - 3)) < ${day}, false) as past
      from parts where kind = any(${kinds}) ${tiedTo(query)} group by kind, entity having bool_or(stands)
    ),
    records as (
      select kind, entity, name_sort, stated, past and not exists (
        select from facets as f where f.entity = told.entity and f.facet = any(${settled})) as past_due
      from told
    )`
}
