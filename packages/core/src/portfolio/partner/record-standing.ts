/**
 * How a commitment, a meeting, a project and a point of contact stand on a day: late, due, ending, lapsed.
 *
 * Takes records as read on that day. Where sources differ nothing is late, past or ended before every source agrees that it
 * is; a coarse date counts to the last day that it may mean.
 *
 * Rules: docs/rules/portfolio.md, PFO-20 to PFO-23. Next door: `partner-view.ts` groups and orders by it.
 */
import {
  type CalendarDate,
  earliestDay,
  isPartialDate,
  latestDay,
  type PartialDate,
} from '../../kernel/partial-date.ts'
import { type PortfolioRecord, valuesOf, wordsIn } from '../read-record.ts'

/** In the order in which they are shown: what is late asks first, what is settled comes last. */
export const COMMITMENT_STANDINGS = [
  'late',
  'open',
  'undated',
  'not-kept',
  'kept-late',
  'overtaken',
  'kept',
] as const
export type CommitmentStanding = (typeof COMMITMENT_STANDINGS)[number]

/** `undated`: nobody has stated a day. */
export const MEETING_STANDINGS = ['due', 'past', 'undated'] as const
export type MeetingStanding = (typeof MEETING_STANDINGS)[number]

/** `no-end`: it began, or may have, and nobody has stated an end. */
export const PROJECT_STANDINGS = ['ending', 'running', 'no-end', 'frozen', 'planned', 'ended'] as const
export type ProjectStanding = (typeof PROJECT_STANDINGS)[number]

/** The last check of a point of contact by that day. */
export interface LastCheck {
  readonly entity: string
  readonly on: PartialDate
  /** what came back, in the words of the kind; several where sources differ */
  readonly outcome: readonly string[]
  /** a reply was asked for by mail, and none came by the last day for it */
  readonly noReply?: true
}
export interface ContactStanding {
  readonly lapsed: boolean
  /** absent: nobody has recorded a check */
  readonly lastCheck?: LastCheck
}

type Dated = Pick<PortfolioRecord, 'facts'>

/** What settles a commitment, what asks most of us first: that one counts where sources differ. */
const SETTLED: readonly (readonly [word: string, standing: CommitmentStanding])[] = [
  ['not-kept', 'not-kept'],
  ['late', 'kept-late'],
  ['overtaken', 'overtaken'],
  ['kept', 'kept'],
]

/** PFO-20: a commitment that nobody says is settled is open; late once its last day has passed by every source. */
export function commitmentStanding(record: Dated, asOf: CalendarDate): CommitmentStanding {
  const words = wordsIn(record, 'standing')
  const settled = SETTLED.find(([word]) => words.includes(word))
  if (settled && !words.includes('open')) return settled[1]
  const last = lastDay(record, 'due')
  return last === undefined ? 'undated' : last < asOf ? 'late' : 'open'
}

/** PFO-21: a meeting is due until its last day has passed by every source. */
export function meetingStanding(record: Dated, asOf: CalendarDate): MeetingStanding {
  const last = lastDay(record, 'end') ?? lastDay(record, 'start')
  return last === undefined ? 'undated' : last < asOf ? 'past' : 'due'
}

/**
 * PFO-22: a project has ended when it is closed or cancelled, or when its end has passed by every source; it is ending in
 * its last twelve months.
 */
export function projectStanding(record: Dated, asOf: CalendarDate): ProjectStanding {
  const status = wordsIn(record, 'status')
  if (status.length > 0 && status.every((word) => word === 'closed' || word === 'cancelled')) return 'ended'
  const end = lastDay(record, 'end')
  if (end !== undefined && end < asOf) return 'ended'
  if (status.includes('frozen')) return 'frozen'
  const start = firstDay(record, 'start')
  if (start === undefined ? status.includes('planned') : start > asOf) return 'planned'
  if (end === undefined) return 'no-end'
  return end <= yearsLater(asOf, 1) ? 'ending' : 'running'
}

/** What came of a check. `lapsed`: no reply by the last day for it; `not-stated`: nobody says, and no day is set. */
export const CHECK_STATES = [
  'answered',
  'waiting',
  'lapsed',
  'not-answered',
  'bounced',
  'wrong-person',
  'not-stated',
] as const
export type CheckState = (typeof CHECK_STATES)[number]

/** PFO-70: what is on record of the outcome; without one a check waits until its last day has passed by every source. */
export function checkState(check: Dated, asOf: CalendarDate): CheckState {
  const outcomes = wordsIn(check, 'outcome')
  // where sources differ, that somebody answered is the stronger word
  const stated = CHECK_STATES.find((state) => outcomes.includes(state))
  if (stated) return stated
  const last = lastDay(check, 'replyBy')
  return last === undefined ? 'not-stated' : last < asOf ? 'lapsed' : 'waiting'
}

/** What a check brought when nobody answered it. */
const WITHOUT_REPLY: readonly CheckState[] = ['not-answered', 'bounced', 'lapsed']

/**
 * PFO-23: a point of contact has lapsed when nobody checked it in the twelve months before the day, or when no reply came to
 * the last check. A check that still waits for its reply says nothing yet.
 */
export function contactStanding(
  checks: readonly Pick<PortfolioRecord, 'entity' | 'facts'>[],
  asOf: CalendarDate,
): ContactStanding {
  const dated = checks.flatMap((check) => {
    const [on] = datesIn(check, 'start').toSorted(byLatestDay).toReversed()
    if (on === undefined || earliestDay(on) > asOf) return []
    const state = checkState(check, asOf)
    if (state === 'waiting') return []
    const outcome = state === 'lapsed' ? ['not-answered'] : wordsIn(check, 'outcome')
    const brought: LastCheck = {
      entity: check.entity,
      on,
      outcome,
      ...(state === 'lapsed' ? { noReply: true as const } : {}),
    }
    return [{ state, brought }]
  })
  const last = dated.toSorted((a, b) => byLatestDay(a.brought.on, b.brought.on)).at(-1)
  if (!last) return { lapsed: true }
  const { state, brought: lastCheck } = last
  return {
    lapsed: WITHOUT_REPLY.includes(state) || latestDay(lastCheck.on) < yearsLater(asOf, -1),
    lastCheck,
  }
}

/** The dates that stand for a property, contested ones side by side. */
export function datesIn(record: Dated, property: string): readonly PartialDate[] {
  return valuesOf(record, property).flatMap((value) =>
    typeof value === 'string' && isPartialDate(value) ? [value] : [],
  )
}

/** The last day that any source may mean; undefined when nobody has stated one. */
export function lastDay(record: Dated, property: string): CalendarDate | undefined {
  return datesIn(record, property).map(latestDay).toSorted().at(-1)
}

/** The first day that any source may mean; undefined when nobody has stated one. */
export function firstDay(record: Dated, property: string): CalendarDate | undefined {
  return datesIn(record, property).map(earliestDay).toSorted()[0]
}

function byLatestDay(a: PartialDate, b: PartialDate): number {
  return latestDay(a) < latestDay(b) ? -1 : latestDay(a) > latestDay(b) ? 1 : 0
}

/** The same day of another year; days are compared as text, so that 29 February needs no care. */
export function yearsLater(day: CalendarDate, years: number): CalendarDate {
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
}
