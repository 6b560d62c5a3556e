/**
 * The list of cases: search, filter, sort and page over what the reader may see, in the database.
 *
 * Merges the parts of the labels that the reader may see. A case where a visible statement corrects or withdraws one
 * under another label is resolved from its statements, because its parts alone cannot know of it.
 *
 * Rules: docs/rules/ledger.md, LED-08. Next door: `case-part.ts` makes the parts, `record-parts.ts` keeps them.
 */
import type { CaseListAnswer, CaseListQuery, CaseRow } from '@demarche/api'
import {
  effectiveMarking,
  highestMarking,
  markingSchema,
  TLP_LABELS,
  DISTRIBUTIONS,
  UNNAMED_CASE,
} from '@demarche/core'
import { type RawBuilder, sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { markingColumns } from '../ledger/prepare.ts'
import { statementsOf } from '../ledger/read-statements.ts'
import { casePart } from './case-part.ts'
import { foldText } from './fold-text.ts'

interface MergedRow {
  readonly total: number
  readonly entity: string
  readonly name: string | null
  readonly start_date: string | null
  readonly disclosed_date: string | null
  /** codes with blanks between, repeated where several labels have them */
  readonly member_states: string
  readonly target_countries: string
  readonly answered: CaseRow['answered']
  readonly markings: readonly {
    readonly d: number
    readonly t: number
    readonly r: string[] | null
    readonly n: string[] | null
  }[]
  readonly statements: number
  readonly recorded_at: string
}

/** The page of cases that the query asks for, and how many match in all. */
export async function listCases(session: Session, query: CaseListQuery): Promise<CaseListAnswer> {
  const resolved = await resolveCrossing(session)
  const entities = resolved.map(({ entity }) => entity)
  const wanted = filters(query)
  const merged = sql`
    parts as (
      select entity, name, name_sort, name_rank, start_date, start_rank, disclosed_date, disclosed_rank,
        member_states, target_countries, answers, search, statements, recorded_at, distribution, tlp, releasable_to, need_to_know
      from demarche.case_parts where not (entity = any(${entities}::text[]))
      union all
      select entity, name, name_sort, name_rank, start_date, start_rank, disclosed_date, disclosed_rank,
        member_states, target_countries, answers, search, statements, recorded_at, distribution, tlp, releasable_to, need_to_know
      from json_populate_recordset(null::demarche.case_parts, ${JSON.stringify(resolved)}::json)
    ),
    cases as (
      select entity,
        (array_agg(name order by name_rank desc) filter (where name is not null))[1] as name,
        (array_agg(name_sort order by name_rank desc) filter (where name is not null))[1] as name_sort,
        (array_agg(start_date order by start_rank desc) filter (where start_date is not null))[1] as start_date,
        (array_agg(disclosed_date order by disclosed_rank desc) filter (where disclosed_date is not null))[1] as disclosed_date,
        string_agg(search, ' ') as search,
        array_to_string(array_agg(array_to_string(member_states, ' ')), ' ') as member_states,
        array_to_string(array_agg(array_to_string(target_countries, ' ')), ' ') as target_countries,
        array_to_string(array_agg(array_to_string(answers, ' ')), ' ') as answers,
        sum(statements)::int as statements,
        max(recorded_at) as recorded_at,
        json_agg(json_build_object('d', distribution, 't', tlp, 'r', releasable_to, 'n', need_to_know)) as markings
      from parts group by entity having sum(statements) > 0
    ),
    answered as (
      select *, case
        when answers like '%restrictive%' then 'restrictive'
        when answers like '%stability%' then 'stability'
        when answers like '%cooperative%' then 'cooperative'
        when answers like '%preventive%' then 'preventive'
        when answers like '%support%' then 'support'
        when answers like '%none%' then 'none'
        else 'open' end as answered
      from cases
    )`
  const { rows } = await sql<MergedRow>`
    with ${merged}, found as (select * from answered where ${wanted})
    select (select count(*) from found) as total, page.* from (select 1) as one
    left join (select * from found order by ${ordering(query)} offset ${query.offset} limit ${query.limit}) as page on true
  `.execute(session)
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.filter(({ entity }) => entity !== null).map(present),
  }
}

async function resolveCrossing(session: Session) {
  const crossing = await session
    .withSchema('demarche')
    .selectFrom('case_parts')
    .select('entity')
    .distinct()
    .where('crosses', '=', true)
    .execute()
  const statements = await statementsOf(
    session,
    crossing.map(({ entity }) => entity),
  )
  return [...Map.groupBy(statements, ({ entity }) => entity)].map(([entity, group]) => {
    const marking = highestMarking(group.map(effectiveMarking))
    return { ...casePart(entity, group), ...markingColumns({ marking }) }
  })
}

function filters(query: CaseListQuery): RawBuilder<unknown> {
  const when = sql`coalesce(start_date, disclosed_date)`
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  for (const word of foldText(query.q ?? '').split(' ')) {
    if (word !== '') conditions.push(sql`search like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`)
  }
  if (query.memberState)
    conditions.push(sql`member_states like ${`%${query.memberState.replace(/[\\%_]/g, '\\$&')}%`}`)
  if (query.answered) conditions.push(sql`answered = ${query.answered}`)
  // a date of year or month precision matches when any day that it may mean lies inside
  if (query.from) conditions.push(sql`${when} || substr('-12-31', length(${when}) - 3) >= ${query.from}`)
  if (query.to) conditions.push(sql`${when} || substr('-01-01', length(${when}) - 3) <= ${query.to}`)
  return sql.join(conditions, sql` and `)
}

const SORT_KEYS = {
  name: sql`name_sort`,
  start: sql`start_date`,
  disclosed: sql`disclosed_date`,
  recorded: sql`recorded_at`,
} as const

function ordering({ sort, order }: CaseListQuery): RawBuilder<unknown> {
  return sql`${SORT_KEYS[sort]} ${sql.raw(order === 'asc' ? 'asc' : 'desc')} nulls last, entity`
}

function present(row: MergedRow): CaseRow {
  return {
    entity: row.entity,
    name: row.name ?? UNNAMED_CASE,
    startDate: row.start_date,
    disclosedDate: row.disclosed_date,
    memberStates: words(row.member_states),
    targetCountries: words(row.target_countries),
    answered: row.answered,
    marking: highestMarking(
      row.markings.map(({ d, t, r, n }) =>
        markingSchema.parse({
          distribution: DISTRIBUTIONS[d],
          tlp: TLP_LABELS[t],
          ...(r ? { releasableTo: r } : {}),
          ...(n ? { needToKnow: n.join('+') } : {}),
        }),
      ),
    ),
    statements: row.statements,
    recordedAt: row.recorded_at,
  }
}

function words(text: string): string[] {
  return [...new Set(text.split(' '))].filter((word) => word !== '').toSorted()
}
