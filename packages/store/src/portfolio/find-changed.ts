/**
 * Records about which something was put on record since an instant, over what the reader may see, the latest first.
 *
 * What one party alone said is counted and comes last: what comes with the desk would bury everything else. A record of which
 * nothing stands any more is tied to nothing, so it is found whatever it is to be tied to: only reading it can tell.
 *
 * Found by what stands beside each record under each label, the latest first, and no further than asked for: how much changed
 * before that costs nothing. Rule: docs/rules/portfolio.md, PFO-90. Next door: `record-part.ts` says when something was last said;
 * the server's `portfolio/changes-desk.ts` reads the records.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { facetTable, partTable, resolveCrossing } from './find-records.ts'

export interface ChangedQuery {
  readonly kinds: readonly string[]
  readonly since: string
  /** tied to one of these, or of which nothing stands any more */
  readonly facets?: readonly string[] | undefined
  /** records of which this party alone said anything since are counted apart */
  readonly apart: string
  /** so many of the latest are looked at; what is under two labels counts twice */
  readonly most: number
  readonly limit: number
}

export interface ChangedRecord {
  readonly entity: string
  /** false where nothing of it stands any more; asked for with facets alone */
  readonly stands: boolean
}

export interface ChangedRecords {
  /** how many of those that are looked at, those counted apart not among them */
  readonly total: number
  /** there are more than are looked at */
  readonly isCut: boolean
  /** at most as many as asked for, the latest change first */
  readonly records: readonly ChangedRecord[]
  /** of those counted apart: how many, and when the last of them came; null where there is none */
  readonly apart: { readonly total: number; readonly last: string | null }
}

interface ChangedRow extends Omit<ChangedRecord, 'entity'> {
  /** null where nothing is found */
  readonly entity: string | null
  readonly total: number
  readonly isCut: boolean
  readonly totalApart: number
  readonly lastApart: string | null
}

export async function findChanged(
  session: Session,
  { kinds, since, facets, apart, most, limit }: ChangedQuery,
): Promise<ChangedRecords> {
  const resolved = await resolveCrossing(session, kinds)
  const changed = sql`kind = any(${kinds}) and recorded_at >= ${since}`
  const saidApart = sql`last_by = ${apart} and others_at < ${since}`
  const among = facets ? sql`and entity = any(array(select entity from fitting))` : sql``
  const { rows } = await sql<ChangedRow>`
    with ${partTable(resolved)}, ${facets ? sql`${facetTable(resolved)}, ${fittingTo(facets, kinds)},` : sql``}
    own as materialized (
      select entity, recorded_at from parts where ${changed} and not (${saidApart}) ${among}
      order by recorded_at desc, entity limit ${most + 1}
    ),
    alone as materialized (select entity, recorded_at from parts where ${changed} and ${saidApart} ${among}),
    touched as materialized (
      select distinct entity from parts
      where entity = any(array(select entity from alone)) and ${changed} and not (${saidApart})
    ),
    latest as materialized (
      select entity, max(recorded_at) as last from (
        (select * from own limit ${most}) union all (select * from alone where entity in (select entity from touched))
      ) as said group by entity
    ),
    counts as (
      select (select count(*) from latest)::int as total, (select count(*) > ${most} from own) as is_cut,
        count(distinct entity)::int as total_apart, max(recorded_at) as last_apart
      from alone where entity not in (select entity from touched)
    )
    select entity, ${facets ? sql`entity not in (select entity from fitting where is_gone)` : sql`true`} as stands,
      total, is_cut as "isCut", total_apart as "totalApart", last_apart as "lastApart"
    from counts left join latest on true order by last desc, entity limit ${limit}`.execute(session)
  const [first] = rows
  return {
    total: first?.total ?? 0,
    isCut: first?.isCut ?? false,
    records: rows.flatMap(({ entity, stands }) => (entity === null ? [] : [{ entity, stands }])),
    apart: { total: first?.totalApart ?? 0, last: first?.lastApart ?? null },
  }
}

/** The table `fitting`: what is tied to one of these facets, and that of which nothing stands any more. */
function fittingTo(facets: readonly string[], kinds: readonly string[]): RawBuilder<unknown> {
  return sql`
    fitting as materialized (
      select f.entity, false as is_gone from facets as f where f.facet = any(${facets})
      union
      select p.entity, true from parts as p where not p.stands and p.kind = any(${kinds})
        and not exists (select from parts as q where q.entity = p.entity and q.stands)
    )`
}
