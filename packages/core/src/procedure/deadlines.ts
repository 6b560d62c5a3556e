/**
 * What runs out next in a procedure: silence, meetings, the review of a listing, the end of what was prolonged.
 *
 * In: the course and the day. Out: the deadlines in order of time, each with its ground; past ones are marked.
 *
 * Rests on: Regulation (EU) 2019/796 Art. 13(4) by way of the track's `reviewMonths`. Next door: `read-procedure.ts`.
 */
import { dayInBrussels } from '../kernel/brussels-day.ts'
import { type CalendarDate, type Instant } from '../kernel/partial-date.ts'
import type { Track } from '../kernel/process-graph.ts'
import type { Course, Deadline } from './procedure.ts'
import { Temporal } from 'temporal-polyfill'

/** The deadlines of a procedure at an instant, earliest first. */
export function readDeadlines(course: Course, track: Track, at: Instant): readonly Deadline[] {
  const today = dayInBrussels(at)
  const silence = course.silences.at(-1)
  const meetings = course.agenda.map(({ body, meeting }): Deadline => ({
    kind: 'meeting',
    on: meeting,
    body,
    label: `on the agenda of the ${body.toUpperCase()}`,
    past: meeting < today,
    basis: 'agenda',
    verified: true,
  }))
  const all: readonly Deadline[] = [
    ...meetings,
    ...(silence?.status === 'running'
      ? [
          {
            kind: 'silence' as const,
            on: silence.until,
            label: 'silence ends',
            past: false,
            basis: 'Council Rules of Procedure Art. 12(2): set by whoever opened it',
            verified: true,
          },
        ]
      : []),
    ...reviewOf(course, track, today),
    ...endOf(course, today),
  ]
  return all.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function reviewOf(course: Course, track: Track, today: CalendarDate): readonly Deadline[] {
  const on = reviewDue(course, track)
  if (on === null) return []
  return [
    {
      kind: 'review',
      on,
      label: 'review is due',
      past: on < today,
      basis: `at least every ${track.reviewMonths} months: ${track.source.document}, ${track.source.locator}`,
      verified: track.verified,
    },
  ]
}

/** PRC-19: so many months after the adoption, or after the last review; null where nothing is reviewed or it has ended. */
export function reviewDue(
  course: Pick<Course, 'lapsed'> & {
    readonly adoptions: readonly Pick<Course['adoptions'][number], 'at'>[]
    readonly reviews: readonly Pick<Course['reviews'][number], 'on'>[]
  },
  { reviewMonths }: Pick<Track, 'reviewMonths'>,
): CalendarDate | null {
  const adopted = course.adoptions.at(-1)
  if (reviewMonths === undefined || !adopted || course.lapsed) return null
  const days = [dayInBrussels(adopted.at), ...course.reviews.map(({ on }) => on)]
  const last = days.reduce((latest, day) => (day > latest ? day : latest))
  return Temporal.PlainDate.from(last).add({ months: reviewMonths }).toString()
}

function endOf({ adoptions, lapsed }: Course, today: CalendarDate): readonly Deadline[] {
  const on = prolongedUntil({ adoptions })
  if (on === null || lapsed) return []
  const label = 'the prolongation ends'
  return [
    { kind: 'prolongation', on, label, past: on < today, basis: 'the act that prolonged it', verified: true },
  ]
}

/** The day until which it was prolonged last; null when it never was. */
export function prolongedUntil({ adoptions }: Pick<Course, 'adoptions'>): CalendarDate | null {
  return adoptions.findLast(({ prolongsUntil }) => prolongsUntil !== undefined)?.prolongsUntil ?? null
}
