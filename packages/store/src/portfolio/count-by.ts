/**
 * Counting what a question finds by the values of a property, over what the reader may see.
 *
 * Next door: `find-records.ts` lists them.
 */
import { sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import {
  facetTable,
  foundBy,
  ordering,
  partTable,
  type RecordPlace,
  type RecordQuestion,
  resolveCrossing,
} from './find-records.ts'

/** A value of a property, how many records have it, and the place of the first of them. */
export interface CountedValue {
  readonly value: string
  readonly total: number
  readonly first: RecordPlace
}

/** For each value of a property that what the question finds is found by: how many, and which comes first in its order. */
export async function countBy(
  session: Session,
  question: RecordQuestion,
  property: string,
): Promise<readonly CountedValue[]> {
  const resolved = await resolveCrossing(session, question.kinds)
  const { rows } = await sql<{ value: string; total: number; key: string | null; entity: string }>`
    with ${partTable(resolved)}, ${facetTable(resolved)},
    ${foundBy(question)},
    valued as (
      select distinct split_part(facet, '=', 2) as value, entity from facets
      where facet >= ${`${property}=`} and facet < ${`${property}>`} and kind = any(${question.kinds})
    )
    select value, count(*)::int as total, (array_agg(key order by ${ordering(question)}))[1] as key,
      (array_agg(entity order by ${ordering(question)}))[1] as entity
    from found natural join valued group by value order by value`.execute(session)
  return rows.map(({ value, total, key, entity }) => ({ value, total, first: { key, entity } }))
}
