/**
 * Whether a consultation takes answers at an instant: by the clock in Brussels, to the last moment that any source names.
 *
 * Rules: docs/rules/stakeholders.md, STK-03. Next door: `../kernel/brussels-time.ts`; `read-consultation.ts` shows it.
 */
import { addDays, type CalendarDate, type Instant } from '../kernel/partial-date.ts'
import { firstDay, lastDay } from '../portfolio/partner/record-standing.ts'
import { type PortfolioRecord, wordsIn } from '../portfolio/read-record.ts'
import { brusselsTime, fromBrussels } from '../kernel/brussels-time.ts'

/**
 * `planned`: its first day is still to come; `undated`: nobody has stated a last day; `elsewhere`: it is not answered at this
 * desk, or nobody has said where.
 */
export const CONSULTATION_STANDINGS = ['open', 'planned', 'undated', 'elsewhere', 'closed'] as const
export type ConsultationStanding = (typeof CONSULTATION_STANDINGS)[number]

export interface ConsultationClock {
  readonly standing: ConsultationStanding
  /** the first day, in Brussels; open since ever where nobody has stated one */
  readonly opens?: CalendarDate
  /** answers arrive before that instant; absent where nobody has stated a last day */
  readonly closes?: Instant
}

/**
 * How a consultation stands at an instant.
 * @param record as it was read for whoever asks: a day that they may not see does not count for them
 */
export function consultationClock(record: Pick<PortfolioRecord, 'facts'>, now: Instant): ConsultationClock {
  const opens = firstDay(record, 'start')
  const closes = closingInstant(record)
  const times = { ...(opens === undefined ? {} : { opens }), ...(closes === undefined ? {} : { closes }) }
  if (closes !== undefined && now >= closes) return { standing: 'closed', ...times }
  if (!wordsIn(record, 'answered').includes('here')) return { standing: 'elsewhere', ...times }
  if (closes === undefined) return { standing: 'undated', ...times }
  return { standing: opens !== undefined && brusselsTime(now).date < opens ? 'planned' : 'open', ...times }
}

function closingInstant(record: Pick<PortfolioRecord, 'facts'>): Instant | undefined {
  const day = lastDay(record, 'due')
  if (day === undefined) return undefined
  const hour = wordsIn(record, 'closesAt').toSorted().at(-1)
  return instantOf(hour === undefined ? `${addDays(day, 1)}T00:00` : `${day}T${hour}`)
}

/** Of a time that the clock shows twice or never the later instant: nobody comes too late who could read it otherwise. */
function instantOf(local: string): Instant | undefined {
  const read = fromBrussels(local)
  return 'instant' in read ? read.instant : read.instead.at(-1)
}
