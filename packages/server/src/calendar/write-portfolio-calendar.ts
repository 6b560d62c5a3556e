/**
 * What is coming in the portfolio as an iCalendar: meetings, last days, ends and lapses, each on the days that its date may mean.
 *
 * A date that is known to the month takes the whole month; one that is known to the year alone stands on the screen and not
 * here. Above the ceiling an event says that there is something and when, and nothing else (NOT-10). Where sources differ, each
 * of their dates is an event.
 *
 * Rests on: RFC 5545; ical-generator. Next door: `write-calendar.ts` for procedures.
 */
import type { ComingAnswer, ComingEntry } from '@demarche/api'
import {
  type ComingSort,
  dayInBrussels,
  earliestDay,
  formatMarking,
  latestDay,
  mayLeave,
  type RecordKind,
} from '@demarche/core'
import { createHash } from 'node:crypto'
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import type { Outside } from '../notice/outside.ts'
import { plainText } from './plain-text.ts'

/** What is over stays for so many days. */
const KEPT_DAYS = 60
const MONTHS_AHEAD = 12

const SAYS: Readonly<Record<ComingSort, string>> = {
  start: 'begins',
  end: 'ends',
  due: 'last day',
  lapse: 'to be tried by now, or it lapses',
}
const DOUBTS = {
  contested: ' Sources differ on the date.',
  unverified: ' Nobody read the date in its source.',
}

/** The time that a feed tells of. */
export function spanOfFeed(at: Date): { readonly from: string; readonly to: string } {
  const today = Temporal.PlainDate.from(dayInBrussels(at.toISOString()))
  return {
    from: today.subtract({ days: KEPT_DAYS }).toString(),
    to: today.add({ months: MONTHS_AHEAD }).toString(),
  }
}

export function writePortfolioCalendar(
  { entries }: Pick<ComingAnswer, 'entries'>,
  kinds: readonly RecordKind[],
  outside: Outside,
  at: Date,
): string {
  const calendar = ical({
    name: 'Demarche: portfolio',
    prodId: { company: 'Demarche', product: 'Portfolio', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })
  const labels = new Map(kinds.map(({ id, label }) => [id, label]))
  // of the day, so that the same is written the same
  const stamp = Temporal.PlainDate.from(dayInBrussels(at.toISOString())).toZonedDateTime('UTC').toInstant()
  for (const entry of entries) {
    if (entry.on.length === 4) continue
    const isNamed = mayLeave(entry.marking, outside.ceiling)
    const what = `${entry.name}: ${SAYS[entry.what]}`
    const doubt = entry.doubt ? DOUBTS[entry.doubt] : ''
    const event = calendar.createEvent({
      id: uidOf(entry),
      stamp,
      start: Temporal.PlainDate.from(earliestDay(entry.on)),
      // the day after the last
      end: Temporal.PlainDate.from(latestDay(entry.on)).add({ days: 1 }),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: isNamed ? plainText(what) : 'Something of the portfolio',
      description: isNamed
        ? plainText(
            `${formatMarking(entry.marking)}\n${labels.get(entry.kind) ?? entry.kind}: ${what}.${doubt}`,
          )
        : 'Sign in to see what it is.',
      url: isNamed ? `${outside.address}/portfolio/records/${entry.entity}` : `${outside.address}/coming`,
    })
    event.timezone(null)
  }
  return calendar.toString()
}

/** Of the matter and not of its day, so that it moves; where sources differ each of their dates is one of its own. */
function uidOf({ entity, what, on, doubt }: ComingEntry): string {
  const which = doubt === 'contested' ? ` ${on}` : ''
  return `${createHash('sha256').update(`${entity} ${what}${which}`).digest('hex').slice(0, 32)}@demarche`
}
