/**
 * What the lists of the portfolio show and find of one record, made only from statements under one marking label.
 *
 * Knows no kinds: every kind calls its dates `start`, `end` and `due` (a case says `startDate`), and what it is found by are the
 * facets of core.
 *
 * Next door: `find-records.ts` merges in SQL, `keep-record-parts.ts` keeps the rows.
 */
import {
  type Assertion,
  citesFacet,
  CONTACT_SCHEDULE,
  dayInBrussels,
  facetsOf,
  isPartialDate,
  latestDay,
  MARKING_KIND,
  NEED_TO_KNOW_LIST,
  PROCEDURE_ELSEWHERE,
  standingAssertions,
  type Statement,
  statedProperties,
  type Value,
} from '@demarche/core'
import { foldText } from '../ledger/fold-text.ts'
import { crossesLabels, rankOf, storable } from '../ledger/projection.ts'
import type { RecordPartTable } from '../schema/tables.ts'

export type RecordPart = Omit<RecordPartTable, 'marking_key'> & { readonly facets: readonly string[] }

/** Kinds that have pages and lists of their own, or none; every other one has records of the portfolio. */
export const ELSEWHERE: readonly string[] = [
  'case',
  'procedure',
  PROCEDURE_ELSEWHERE,
  'erasure',
  MARKING_KIND,
  NEED_TO_KNOW_LIST,
  CONTACT_SCHEDULE,
]

/** Whether entities of the kind are records of the portfolio. */
export function isPortfolioKind(kind: string): boolean {
  return !ELSEWHERE.includes(kind)
}

/** Of a case only these are kept: by which countries it is found; and what it rests on (EVI-01). */
const CASE_FACETS = /^(target\.country|memberStates|attributionClaim\.accusedState)=/

/** Whether anything of the kind is found by facets: records of the portfolio, and cases by their countries. */
export function hasFacets(kind: string): boolean {
  return kind === 'case' || isPortfolioKind(kind)
}

/** Words of a search text are cut off here: nobody searches for the end of an essay. */
const SEARCH_CHARACTERS = 4000
const STATED_CHARACTERS = 1500
const DATES = ['start', 'end', 'due'] as const
/** Where a case says when it was. */
const DATES_OF_CASE: Readonly<Record<string, string>> = { startDate: 'start' }

/** The part of one record that these statements make. Their order does not matter. */
export function recordPart(entity: string, kind: string, statements: readonly Statement[]): RecordPart {
  const best = new Map<string, { readonly value: string; readonly rank: string }>()
  const words = new Set([entity.slice(entity.indexOf(':') + 1)])
  const facets = new Set<string>()
  const standing = standingAssertions(statements)
  for (const { statement, assertion } of standing) {
    const { value } = assertion
    const property = (kind === 'case' ? DATES_OF_CASE[assertion.property] : undefined) ?? assertion.property
    for (const one of hadEnded(assertion, statement) ? [] : facetsOf(assertion)) {
      if (kind !== 'case' || CASE_FACETS.test(one)) facets.add(one)
    }
    for (const item of statement.source.evidence ?? []) facets.add(citesFacet(item))
    for (const word of textsIn(value)) words.add(word)
    if (typeof value !== 'string') continue
    const isDate = DATES.some((date) => date === property)
    if (isDate ? !isPartialDate(value) : property !== 'name') continue
    const rank = rankOf(statement)
    const before = best.get(property)
    if (!before || rank > before.rank) best.set(property, { value: storable(value), rank })
  }
  const name = best.get('name')
  const [start, end, due] = DATES.map((date) => best.get(date))
  return {
    entity,
    kind,
    name: name?.value ?? null,
    name_sort: name ? foldText(name.value) : null,
    name_rank: name?.rank ?? null,
    start_date: start?.value ?? null,
    start_rank: start?.rank ?? null,
    end_date: end?.value ?? null,
    end_rank: end?.rank ?? null,
    due_date: due?.value ?? null,
    due_rank: due?.rank ?? null,
    stated: ofShortNames(statedProperties(standing)),
    search: storable(foldText([...words].join(' '))).slice(0, SEARCH_CHARACTERS),
    ...lastSaid(statements),
    crosses: crossesLabels(statements),
    stands: standing.length > 0,
    found_by: [...facets].toSorted().join(' '),
    facets: [...facets],
  }
}

/** When something was last said that was not erased, by which party, and when by any other. */
function lastSaid(
  statements: readonly Statement[],
): Pick<RecordPart, 'recorded_at' | 'last_by' | 'others_at'> {
  const lastOf = new Map<string, string>()
  for (const { assertedBy, assertedAt, erased } of statements)
    if (!erased && assertedAt > (lastOf.get(assertedBy) ?? '')) lastOf.set(assertedBy, assertedAt)
  const [last, other] = [...lastOf].toSorted(([a, one], [b, two]) =>
    one === two ? (a < b ? -1 : 1) : one > two ? -1 : 1,
  )
  return { recorded_at: last?.[1] ?? '', last_by: last?.[0] ?? '', others_at: other?.[1] ?? '' }
}

/** A text longer than any kind has use for is not kept: such a record is read. */
function ofShortNames(stated: string | null): string | null {
  return stated !== null && stated.length <= STATED_CHARACTERS ? stated : null
}

/** Whether what it says had ended when it was recorded: nobody looks for it by that. */
function hadEnded({ validTo }: Assertion, { assertedAt }: Statement): boolean {
  return validTo !== undefined && latestDay(validTo) < dayInBrussels(assertedAt)
}

/** When it is due, else when it begins. */
export function dayOf({ due_date, start_date }: Pick<RecordPart, 'due_date' | 'start_date'>): string | null {
  return due_date ?? start_date
}

/** After every day. */
export const NO_END = '9999'

/** The last day on which it may end, else be due, as a text to be compared; after every day where neither is said. */
export function untilOf({ end_date, due_date }: Pick<RecordPart, 'end_date' | 'due_date'>): string {
  return lastDayOf(end_date ?? due_date) ?? NO_END
}

/** The last day that a date of a year or a month may mean, as a text to be compared: 31 June stands for 30 June. */
export function lastDayOf(date: string | null): string | null {
  return date === null ? null : date + '-12-31'.slice(date.length - '2026'.length)
}

function textsIn(value: Value | undefined): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}
