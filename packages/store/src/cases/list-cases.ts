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
import { CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { markingColumns } from '../ledger/prepare.ts'
import { statementsOf } from '../ledger/read-statements.ts'
import { casePart } from './case-part.ts'
import { foldText } from '../ledger/fold-text.ts'

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
  const parts = sql`
    parts as (
      select ${COLUMNS} from demarche.case_parts where not (entity = any(${entities}::text[]))
      union all
      select ${COLUMNS} from json_populate_recordset(null::demarche.case_parts, ${JSON.stringify(resolved)}::json)
    )`
  // found and put in order by what that takes alone; the rest is put together for one page of them
  const { rows } = await sql<MergedRow>`
    with ${parts},
    found as (
      select entity, ${SORT_KEYS[query.sort]} as key from parts
      group by entity having sum(statements) > 0 and ${conditions(query)}
    ),
    page as (select * from found order by ${ordering(query)} offset ${query.offset} limit ${query.limit}),
    cases as materialized (
      select entity, ${NAME} as name, ${START} as start_date, ${DISCLOSED} as disclosed_date,
        ${wordsOf('member_states')} as member_states, ${wordsOf('target_countries')} as target_countries,
        ${ANSWERED} as answered, sum(statements)::int as statements, max(recorded_at) as recorded_at,
        json_agg(json_build_object('d', distribution, 't', tlp, 'r', releasable_to, 'n', need_to_know)) as markings
      from parts where entity in (select entity from page) group by entity
    )
    select (select count(*) from found) as total, shown.* from (select 1) as one
    left join (select * from page join cases using (entity)) as shown on true
    order by ${ordering(query)}`.execute(session)
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.filter(({ entity }) => entity !== null).map(present),
  }
}

// each list asks it: the text is not put together anew each time
const CROSSING: CompiledQuery<{ readonly entity: string }> = CompiledQuery.raw(
  'select distinct entity from demarche.case_parts where crosses',
)

async function resolveCrossing(session: Session) {
  const { rows } = await session.executeQuery(CROSSING)
  const statements = await statementsOf(
    session,
    rows.map(({ entity }) => entity),
  )
  return [...Map.groupBy(statements, ({ entity }) => entity)].map(([entity, group]) => {
    const marking = highestMarking(group.map(effectiveMarking))
    return { ...casePart(entity, group), ...markingColumns({ marking }) }
  })
}

const COLUMNS =
  sql.raw(`entity, name, name_sort, name_rank, start_date, start_rank, disclosed_date, disclosed_rank,
  member_states, target_countries, answers, search, statements, recorded_at, distribution, tlp, releasable_to, need_to_know`)

/** Of the parts of one case the best placed text or date. */
const bestOf = (column: string, rank: string): RawBuilder<string | null> => sql`
  (array_agg(${sql.ref(column)} order by ${sql.ref(rank)} desc) filter (where ${sql.ref(column)} is not null))[1]`
/** The words of all parts of one case, with blanks between. */
const wordsOf = (column: string): RawBuilder<string> =>
  sql`string_agg(array_to_string(${sql.ref(column)}, ' '), ' ')`

const NAME = bestOf('name', 'name_rank')
const START = bestOf('start_date', 'start_rank')
const DISCLOSED = bestOf('disclosed_date', 'disclosed_rank')
const ANSWERS = wordsOf('answers')
const ANSWERED = sql`
  case
    when ${ANSWERS} like '%restrictive%' then 'restrictive'
    when ${ANSWERS} like '%stability%' then 'stability'
    when ${ANSWERS} like '%cooperative%' then 'cooperative'
    when ${ANSWERS} like '%preventive%' then 'preventive'
    when ${ANSWERS} like '%support%' then 'support'
    when ${ANSWERS} like '%none%' then 'none'
    else 'open'
  end`

/** What the query asks of a case, over all its parts. */
function conditions(query: CaseListQuery): RawBuilder<unknown> {
  const when = sql`coalesce(${START}, ${DISCLOSED})`
  const asked: RawBuilder<unknown>[] = [sql`true`]
  for (const word of foldText(query.q ?? '').split(' ')) {
    if (word !== '') asked.push(sql`bool_or(search like ${like(word)})`)
  }
  if (query.memberState) asked.push(sql`${wordsOf('member_states')} like ${like(query.memberState)}`)
  if (query.answered) asked.push(sql`${ANSWERED} = ${query.answered}`)
  // a date of year or month precision matches when any day that it may mean lies inside
  if (query.from) asked.push(sql`${when} || substr('-12-31', length(${when}) - 3) >= ${query.from}`)
  if (query.to) asked.push(sql`${when} || substr('-01-01', length(${when}) - 3) <= ${query.to}`)
  return sql.join(asked, sql` and `)
}

function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}

const SORT_KEYS = {
  name: bestOf('name_sort', 'name_rank'),
  start: START,
  disclosed: DISCLOSED,
  recorded: sql`max(recorded_at)`,
} as const

function ordering({ order }: CaseListQuery): RawBuilder<unknown> {
  return sql`key ${sql.raw(order)} nulls last, entity`
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
