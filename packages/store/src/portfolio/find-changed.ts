/**
 * Records about which something was put on record since an instant, over what the reader may see, the latest first.
 *
 * What one party alone said is counted and comes last: what comes with the desk would bury everything else. A record of which
 * nothing stands any more is tied to nothing, so it is found whatever it is to be tied to: only reading it can tell.
 *
 * Rule: docs/rules/portfolio.md, PFO-90. Next door: `find-records.ts` for lists; the server's `portfolio/changes-desk.ts` reads them.
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
  readonly limit: number
}

export interface ChangedRecord {
  readonly entity: string
  readonly kind: string
  /** false where nothing of it stands any more; asked for with facets alone */
  readonly stands: boolean
}

export interface ChangedRecords {
  /** how many, those counted apart not among them */
  readonly total: number
  /** at most as many as asked for, the latest change first */
  readonly records: readonly ChangedRecord[]
  /** of those counted apart: how many, and when the last of them came; null where there is none */
  readonly apart: { readonly total: number; readonly last: string | null }
}

interface ChangedRow extends Omit<ChangedRecord, 'entity'> {
  /** null where nothing is found */
  readonly entity: string | null
  readonly total: number
  readonly totalApart: number
  readonly lastApart: string | null
}

export async function findChanged(
  session: Session,
  { kinds, since, facets, apart, limit }: ChangedQuery,
): Promise<ChangedRecords> {
  const tables = facets ? await tablesOf(session, kinds) : sql``
  // keys of a recorded text are sorted: so it begins, and nothing of it need be searched
  const saidApart = sql`starts_with(body, '{"assertedAt":"' || asserted_at || ${`","assertedBy":${JSON.stringify(apart)},`})`
  const { rows } = await sql<ChangedRow>`
    with ${tables}
    changed as materialized (
      select entity, kind, max(asserted_at) as last,
        bool_and(${saidApart}) as is_apart
      from demarche.statements
      where kind = any(${kinds}) and asserted_at >= ${since} and not erased group by entity, kind
    ),
    ${facets ? fittingTo(facets) : sql`fitting as (select *, true as stands from changed),`}
    counts as (
      select count(*) filter (where not is_apart)::int as total, count(*) filter (where is_apart)::int as total_apart,
        max(last) filter (where is_apart) as last_apart
      from fitting
    )
    select entity, kind, stands, total, total_apart as "totalApart", last_apart as "lastApart"
    from counts left join fitting on not is_apart
    order by last desc, entity limit ${limit}`.execute(session)
  const [first] = rows
  return {
    total: first?.total ?? 0,
    records: rows.flatMap(({ entity, kind, stands }) => (entity === null ? [] : [{ entity, kind, stands }])),
    apart: { total: first?.totalApart ?? 0, last: first?.lastApart ?? null },
  }
}

async function tablesOf(session: Session, kinds: readonly string[]): Promise<RawBuilder<unknown>> {
  const resolved = await resolveCrossing(session, kinds)
  return sql`${partTable(resolved)}, ${facetTable(resolved)},`
}

/** Of what changed: what is tied to one of these facets, and that of which nothing stands any more. */
function fittingTo(facets: readonly string[]): RawBuilder<unknown> {
  return sql`
    standing as (
      select entity, bool_or(stands) as stands from parts
      where entity = any(array(select entity from changed)) group by entity
    ),
    fitting as (
      select entity, kind, last, is_apart, coalesce(stands, false) as stands
      from changed left join standing using (entity)
      where not coalesce(stands, false)
        or entity = any(array(select f.entity from facets as f where f.facet = any(${facets})))
    ),`
}
