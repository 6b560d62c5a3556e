/**
 * Which partners have not been met for how long, and on what.
 *
 * From the meetings on record alone: that none is found does not say that none was held. Pure.
 *
 * Rule: docs/rules/portfolio.md, PFO-83. Next door: `coming-up.ts`.
 */
import { type CalendarDate, earliestDay, latestDay, type PartialDate } from '../../kernel/partial-date.ts'
import { datesIn, firstDay, lastDay } from '../partner/record-standing.ts'
import { type PortfolioRecord, wordsIn } from '../read-record.ts'

/** When something was last spoken of, or is to be. */
export interface MetOn {
  /** the meeting */
  readonly entity: string
  readonly on: PartialDate
}

export interface NotMet {
  readonly partner: string
  /** the last meeting; absent: none with a day is on record */
  readonly last?: MetOn
  /** that meeting lies before the time asked for, or there is none */
  readonly isLongAgo: boolean
  /** the next meeting that is planned */
  readonly next?: MetOn
  /** what was spoken of with them before that time and not since, the longest ago first */
  readonly topics: readonly (MetOn & { readonly topic: string })[]
}

type Meeting = Pick<PortfolioRecord, 'entity' | 'facts'>

/**
 * PFO-83: partners without a meeting since that day, or without one on something that was spoken of before.
 * @param own whose meetings they are: no partner of its own
 */
export function notMetSince(
  meetings: readonly Meeting[],
  since: CalendarDate,
  asOf: CalendarDate,
  own = 'EU',
): readonly NotMet[] {
  const byPartner = new Map<string, Meeting[]>()
  for (const meeting of meetings) {
    for (const partner of wordsIn(meeting, 'partners')) {
      if (partner === own) continue
      const known = byPartner.get(partner)
      if (known) known.push(meeting)
      else byPartner.set(partner, [meeting])
    }
  }
  return [...byPartner]
    .map(([partner, held]) => of(partner, held, since, asOf))
    .filter(({ isLongAgo, topics }) => isLongAgo || topics.length > 0)
    .toSorted(
      (a, b) =>
        Number(b.isLongAgo) - Number(a.isLongAgo) ||
        compareText(dayOf(a.last), dayOf(b.last)) ||
        compareText(a.partner, b.partner),
    )
}

function of(partner: string, meetings: readonly Meeting[], since: CalendarDate, asOf: CalendarDate): NotMet {
  // that a day has passed does not say that the meeting was held; it is the last that is on record (PFO-21)
  const past = meetings.flatMap((meeting) => metBy(meeting, asOf)).toSorted(byDay)
  const ahead = meetings
    .flatMap((meeting) => {
      const first = firstDay(meeting, 'start')
      const [on] = datesIn(meeting, 'start')
      return first !== undefined && on !== undefined && first > asOf ? [{ entity: meeting.entity, on }] : []
    })
    .toSorted(byDay)
  const [last, next] = [past.at(-1), ahead[0]]
  const lastOn = new Map<string, MetOn>()
  for (const { topics, ...met } of past) for (const topic of topics) lastOn.set(topic, met)
  return {
    partner,
    ...(last ? { last: { entity: last.entity, on: last.on } } : {}),
    isLongAgo: last === undefined || latestDay(last.on) < since,
    ...(next ? { next } : {}),
    topics: [...lastOn]
      .filter(([, { on }]) => latestDay(on) < since)
      .map(([topic, { entity, on }]) => ({ topic, entity, on }))
      .toSorted((a, b) => byDay(a, b) || compareText(a.topic, b.topic)),
  }
}

function metBy(
  meeting: Meeting,
  asOf: CalendarDate,
): readonly (MetOn & { readonly topics: readonly string[] })[] {
  const last = lastDay(meeting, 'end') ?? lastDay(meeting, 'start')
  const on = datesIn(meeting, 'start')
    .toSorted((a, b) => compareText(latestDay(a), latestDay(b)))
    .at(-1)
  if (last === undefined || on === undefined || earliestDay(on) > asOf) return []
  return [{ entity: meeting.entity, on, topics: wordsIn(meeting, 'agenda') }]
}

function byDay(a: MetOn, b: MetOn): number {
  return compareText(latestDay(a.on), latestDay(b.on)) || compareText(a.entity, b.entity)
}

function dayOf(met: MetOn | undefined): string {
  return met ? latestDay(met.on) : ''
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
