/**
 * What the picture by goals needs of each record, over what the reader may see: by which words and links it is found, and
 * whether its last day has passed; and which records any record names.
 *
 * A record that stands under one label is told by the text kept beside it (core, `statedProperties`); of one that stands
 * under several, or of which that text cannot tell, `stated` is null, and the caller reads it.
 *
 * Rules: docs/rules/portfolio.md, GOL-08. Next door: `stated-records.ts`, `find-records.ts`.
 */
import { sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { facetTable, partTable, resolveCrossing } from './find-records.ts'

export interface PicturedQuery {
  /** kinds in the picture */
  readonly kinds: readonly string[]
  /** facets that are looked for, as `property=value` */
  readonly words: readonly string[]
  /** properties by which records name others; all their facets are given */
  readonly links: readonly string[]
  /** kinds whose naming of a record does not count */
  readonly judging: readonly string[]
  /** last days before this one have passed */
  readonly day: string
}

export interface PicturedRow {
  readonly entity: string
  readonly kind: string
  /** null: only reading the record can tell */
  readonly stated: string | null
  readonly pastDue: boolean
  readonly facets: readonly string[]
}

export interface Pictured {
  /** in the order of the kinds asked for, then of names */
  readonly rows: readonly PicturedRow[]
  /** records of those kinds that another record names, whatever its kind */
  readonly pointedAt: readonly string[]
}

export async function findPictured(session: Session, query: PicturedQuery): Promise<Pictured> {
  const { kinds, words, links, judging, day } = query
  // whatever names a record counts: crossing records of every kind are resolved
  const resolved = await resolveCrossing(session)
  const { rows } = await sql<PicturedRow>`
    with ${partTable(resolved)}, ${facetTable(resolved)},
    told as (
      select kind, entity, min(name_sort) as name_sort,
        case when count(*) = 1 then min(stated) end as stated,
        count(*) = 1 and coalesce(max(due_date || substr('-12-31', length(due_date) - 3)) < ${day}, false) as past
      from parts where kind = any(${kinds}) group by kind, entity having bool_or(stands)
    ),
    found as (
      select entity, array_agg(distinct facet) as facets from facets
      where kind = any(${kinds}) and (facet = any(${words}) or split_part(facet, '=', 1) = any(${links}))
      group by entity
    )
    select told.entity, told.kind, told.stated, told.past as "pastDue", coalesce(found.facets, '{}') as facets
    from told left join found on found.entity = told.entity
    order by array_position(${kinds}::text[], told.kind), told.name_sort nulls last, told.entity`.execute(
    session,
  )
  const { rows: named } = await sql<{ entity: string }>`
    with ${facetTable(resolved)}
    select distinct split_part(facet, '=', 2) as entity from facets
    where split_part(facet, '=', 1) = any(${links}) and not (kind = any(${judging}))
      and split_part(split_part(facet, '=', 2), ':', 1) = any(${kinds}) and split_part(facet, '=', 2) <> entity
    order by entity`.execute(session)
  return { rows, pointedAt: named.map(({ entity }) => entity) }
}
