/**
 * Deadlines as an iCalendar: silence at its hour, meetings and reviews on their day.
 *
 * Above the ceiling an event says that there is a deadline and when, and nothing else (NOT-10). The same deadline keeps its
 * UID, so that a calendar program moves it instead of showing it twice.
 *
 * Rests on: RFC 5545; ical-generator. Next door: `brussels-zone.ts`, `write-atom.ts`.
 */
import { createHash } from 'node:crypto'
import { type Deadline, formatMarking, mayLeave, type SeenProcedure } from '@demarche/core'
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import type { Outside } from '../notice/outside.ts'
import { BRUSSELS_VTIMEZONE, inBrussels } from './brussels-zone.ts'
import { plainText } from './plain-text.ts'

const DAY = 86_400_000
/** past deadlines stay for so long */
const KEPT = 60 * DAY

/** The calendar of somebody who sees these procedures. @param at the present instant */
export function writeCalendar(seen: readonly SeenProcedure[], outside: Outside, at: Date): string {
  const calendar = ical({
    name: 'Demarche',
    prodId: { company: 'Demarche', product: 'Deadlines', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    // without a name: DTSTAMP must stay in UTC (RFC 5545, 3.8.7.2)
    timezone: { name: null, generator: () => BRUSSELS_VTIMEZONE },
    ttl: 3600,
  })
  const oldest = new Date(at.getTime() - KEPT).toISOString()
  for (const one of seen) {
    for (const deadline of one.procedure.deadlines) {
      if (deadline.on >= oldest) addDeadline(calendar, one, deadline, outside)
    }
  }
  return calendar.toString()
}

function addDeadline(
  calendar: ReturnType<typeof ical>,
  { entity, procedure, marking }: SeenProcedure,
  deadline: Deadline,
  { ceiling, address }: Outside,
): void {
  const { kind, on, label, basis } = deadline
  const isNamed = mayLeave(marking, ceiling)
  const { when, zone } =
    kind === 'silence' ? inBrussels(on) : { when: Temporal.PlainDate.from(on), zone: null }
  const event = calendar.createEvent({
    id: uidOf(entity, deadline, procedure.silence?.opened.statement ?? ''),
    stamp: Temporal.Instant.from(procedure.acts.at(-1)?.at ?? procedure.opened.at),
    start: when,
    allDay: kind !== 'silence',
    timezone: zone,
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: isNamed ? plainText(`${procedure.title}: ${label}`) : 'A deadline at the desk',
    description: isNamed
      ? plainText(`${formatMarking(marking)}\n${procedure.title}: ${label} (${basis}).`)
      : 'Sign in to see what it is.',
    url: isNamed ? `${address}/procedures/${entity}/course` : `${address}/notices`,
  })
  event.end(null)
}

/** Of the deadline, not of its time: a silence that is extended moves. */
function uidOf(entity: string, { kind, on }: Deadline, silence: string): string {
  const what = kind === 'silence' ? silence : on
  return `${createHash('sha256').update(`${entity} ${kind} ${what}`).digest('hex').slice(0, 32)}@demarche`
}
