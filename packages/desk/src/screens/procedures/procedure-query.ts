/**
 * What the list of procedures can be asked for: open or all, one body, what runs out within some days, an order.
 *
 * In: procedures and a question. Out: those that fit, in order; what runs out first comes first unless asked otherwise.
 */
import { collatorOf } from '@demarche/core/places/name-of.ts'
import type { ProcedureInList } from '@demarche/api'
import { type MeetingBody, MEETING_BODIES } from '@demarche/api/procedure.ts'
import type { Deadline } from '@demarche/core'
import { deskLanguage } from '../../parts/place-name.ts'

export const PROCEDURE_SORTS = ['deadline', 'title', 'opened', 'case'] as const
type ProcedureSort = (typeof PROCEDURE_SORTS)[number]
export const WITHIN_DAYS = [3, 7, 30] as const

export interface ProcedureQuestion {
  readonly state: 'open' | 'all'
  readonly body?: MeetingBody
  /** has a deadline within so many days */
  readonly within?: (typeof WITHIN_DAYS)[number]
  readonly sort: ProcedureSort
}

/** The question in an address; what cannot be read is not asked. */
export function readQuestion(search: URLSearchParams): ProcedureQuestion {
  const body = MEETING_BODIES.find((one) => one === search.get('body'))
  const within = WITHIN_DAYS.find((one) => String(one) === search.get('within'))
  return {
    state: search.get('state') === 'all' ? 'all' : 'open',
    ...(body === undefined ? {} : { body }),
    ...(within === undefined ? {} : { within }),
    sort: PROCEDURE_SORTS.find((one) => one === search.get('sort')) ?? 'deadline',
  }
}

/** What of a procedure is asked about. */
export interface Listed {
  readonly caseName: ProcedureInList['caseName']
  readonly procedure: Pick<
    ProcedureInList['procedure'],
    'title' | 'isOpen' | 'agenda' | 'state' | 'deadlines' | 'opened'
  >
}

/** The next deadline that has not passed; undefined where nothing runs out. */
export function nextDeadline({ procedure }: Pick<Listed, 'procedure'>): Deadline | undefined {
  return procedure.deadlines.find(({ past }) => !past)
}

const DAY_MS = 86_400_000

/**
 * Those that fit the question.
 * @param at the instant of the answer, UTC
 */
export function chooseProcedures<One extends Listed>(
  procedures: readonly One[],
  { state, body, within, sort }: ProcedureQuestion,
  at: string,
): readonly One[] {
  const limit = within === undefined ? undefined : new Date(Date.parse(at) + within * DAY_MS).toISOString()
  return procedures
    .filter(({ procedure }) => state === 'all' || procedure.isOpen)
    .filter(({ procedure }) => body === undefined || isBefore(procedure, body))
    .filter((one) => {
      const deadline = nextDeadline(one)
      return limit === undefined || (deadline !== undefined && deadline.on <= limit)
    })
    .toSorted((a, b) => order(sort, a, b))
}

/** On an agenda of that body that has not met yet, or standing before it. */
function isBefore(
  { agenda, state }: Pick<Listed['procedure'], 'agenda' | 'state'>,
  body: MeetingBody,
): boolean {
  return state.id === `s-${body}` || agenda.some((item) => item.body === body && !item.past)
}

function order(sort: ProcedureSort, a: Listed, b: Listed): number {
  const [first, second] = [keyOf(sort, a), keyOf(sort, b)]
  // newest first for the day of opening
  if (sort === 'opened') return first < second ? 1 : first > second ? -1 : 0
  return collatorOf(deskLanguage()).compare(first, second)
}

function keyOf(sort: ProcedureSort, one: Listed): string {
  switch (sort) {
    case 'deadline':
      // what runs out comes before what does not
      return nextDeadline(one)?.on ?? '9999'
    case 'title':
      return one.procedure.title
    case 'opened':
      return one.procedure.opened.at
    case 'case':
      return one.caseName ?? ''
  }
}
