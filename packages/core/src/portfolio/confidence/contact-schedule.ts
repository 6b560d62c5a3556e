/**
 * Communication checks on schedule: what a party said last, and when the next checks are due by the clock in Brussels.
 *
 * A schedule is no record of the portfolio: it says what the desk does, and nothing about the world. Its last statement
 * counts, whoever of the party made it; a schedule that is paused, off or stopped keeps its settings.
 *
 * Pure. Rules: docs/rules/portfolio.md, PFO-76, PFO-77. Next door: `contact-checks.ts`.
 */
import { z } from 'zod'
import type { CalendarDate, Instant } from '../../kernel/partial-date.ts'
import { READER_ROLES, type ReaderRole } from '../../kernel/reader.ts'
import type { Statement } from '../../kernel/statement.ts'
import { onBrusselsClock } from '../../kernel/brussels-time.ts'
import { monthsLater } from './contact-checks.ts'

/** The kind of its statements. */
export const CONTACT_SCHEDULE = 'contact-schedule'

/** Months between two rounds of checks. */
export const MONTHS_OF_SCHEDULE = [1, 3, 6, 12] as const
/** `stopped`: the desk stopped it, because whoever set it may no longer; the others are said by people. */
export const SCHEDULE_STATES = ['off', 'on', 'paused', 'stopped'] as const
export type ScheduleState = (typeof SCHEDULE_STATES)[number]

/** Roles whose people set the schedule of their party (PFO-76). */
const SETTING: readonly ReaderRole[] = ['desk-officer', 'chair']

const settingsSchema = z.object({
  everyMonths: z.literal(MONTHS_OF_SCHEDULE),
  /** of the first round; the others follow from it */
  firstDay: z.iso.date(),
  /** on the clock in Brussels, `HH:mm` */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** words of the directories whose contacts are asked; all when empty */
  networks: z.array(z.string()).default([]),
})
export type ScheduleSettings = z.output<typeof settingsSchema>

const saidSchema = settingsSchema.extend({
  state: z.enum(SCHEDULE_STATES),
  /** in which whoever set it acted, and acts when the checks are begun */
  role: z.enum(READER_ROLES),
})
export interface ContactSchedule extends z.output<typeof saidSchema> {
  /** the statement that says so */
  readonly statement: Statement
}

/** True when that role sets the schedule of its party. */
export function maySetSchedule(role: string): boolean {
  return SETTING.some((one) => one === role)
}

/** The entity of the schedule of a party. */
export function scheduleOf(party: string): string {
  return `${CONTACT_SCHEDULE}:${party.replaceAll(/[^\w.-]/g, '-')}`
}

/** A statement about a schedule in the words of the ledger. */
export function sayScheduleAs({
  networks,
  ...said
}: Omit<ContactSchedule, 'statement'>): Statement['assertions'] {
  return [
    ...Object.entries(said).map(([property, value]) => ({ property, value })),
    ...(networks.length > 0 ? [{ property: 'networks', value: networks }] : []),
  ]
}

/**
 * What a party said of its schedule last; null where it said nothing, or what it said was erased or cannot be read.
 * @param statements those about the schedule that the reader may see, oldest first
 */
export function readSchedule(statements: readonly Statement[], party: string): ContactSchedule | null {
  const statement = statements.findLast((one) => one.kind === CONTACT_SCHEDULE && one.assertedBy === party)
  if (!statement || statement.erased) return null
  const said = Object.fromEntries(statement.assertions.map(({ property, value }) => [property, value]))
  const read = saidSchema.safeParse(said)
  return read.success ? { ...read.data, statement } : null
}

/** PFO-77: the first round after that instant. */
export function nextRound(settings: ScheduleSettings, after: Instant): Instant {
  let count = roundsBefore(settings, after)
  while (roundAt(settings, count) <= after) count += 1
  return roundAt(settings, count)
}

/**
 * PFO-77: the round that is due now, which is the last one that came; undefined when none has come since.
 * @param since when the schedule was set, taken up again or changed: what came before it is not made up for
 */
export function dueRound(settings: ScheduleSettings, since: Instant, now: Instant): Instant | undefined {
  let due: Instant | undefined
  let count = roundsBefore(settings, now)
  for (let at = roundAt(settings, count); at <= now; at = roundAt(settings, count)) {
    if (at > since) due = at
    count += 1
  }
  return due
}

/** Each from the first day: the 31st stays the 31st, after a month that has none as well. */
function roundAt({ firstDay, everyMonths, time }: ScheduleSettings, count: number): Instant {
  const day: CalendarDate = monthsLater(firstDay, count * everyMonths)
  return onBrusselsClock(`${day}T${time}`)
}

/** So many rounds have certainly come by that instant. */
function roundsBefore({ firstDay, everyMonths }: ScheduleSettings, by: Instant): number {
  return Math.max(0, Math.floor((monthOf(by) - monthOf(firstDay)) / everyMonths) - 1)
}

function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
}
