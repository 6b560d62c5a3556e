/**
 * Brussels time: what an instant is on the clock of the Council, and which instant a reading of that clock means.
 *
 * In: UTC instants, or local readings such as `2026-11-27T18:00`. Out: the other one. A reading that the clock shows
 * twice in October or never in March is refused with both ways to say it; hours of silence are hours that pass.
 *
 * Rests on: PRC-20, PRC-21; the IANA zone Europe/Brussels as the runtime knows it; Temporal, from the runtime where it
 * has it. Next door: `brussels-day.ts` for days.
 */
import { Temporal } from 'temporal-polyfill'
import type { CalendarDate, Instant } from './partial-date.ts'

const ZONE = 'Europe/Brussels'
const READING = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/

/** An instant as the clock in Brussels shows it. */
export interface BrusselsTime {
  readonly date: CalendarDate
  /** `HH:mm` */
  readonly time: string
  /** `CET` in winter, `CEST` in summer */
  readonly zone: 'CET' | 'CEST'
  /** e.g. `+01:00` */
  readonly offset: string
}

/**
 * What the clock in Brussels shows at an instant.
 * @throws RangeError when the text is no instant
 * @example brusselsTime('2026-11-24T16:00:00.000Z') // { date: '2026-11-24', time: '17:00', zone: 'CET', … }
 */
export function brusselsTime(instant: Instant): BrusselsTime {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE)
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone: local.offset === '+02:00' ? 'CEST' : 'CET',
    offset: local.offset,
  }
}

/** An instant in words, absolute and unmistakable: `27 November 2026, 18:00 (CET)` is made from these parts. */
export type FromBrussels =
  | { readonly instant: Instant }
  | { readonly rule: 'PRC-20'; readonly reason: string; readonly instead: readonly Instant[] }

/**
 * The instant that a reading of the Brussels clock means.
 *
 * @param local `YYYY-MM-DDTHH:mm`, seconds allowed, no zone
 * @returns the instant; or why there is not exactly one, with the instants that could be meant (PRC-20)
 * @example fromBrussels('2026-10-25T02:30') // twice: 00:30Z in summer time, 01:30Z in winter time
 */
export function fromBrussels(local: string): FromBrussels {
  const wanted = READING.test(local) ? readingOf(local) : undefined
  if (!wanted) {
    const reason = `"${local}" is no time of day; expected YYYY-MM-DDTHH:mm as the clock in Brussels shows it.`
    return { rule: 'PRC-20', reason, instead: [] }
  }
  const earlier = wanted.toZonedDateTime(ZONE, { disambiguation: 'earlier' })
  const later = wanted.toZonedDateTime(ZONE, { disambiguation: 'later' })
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { instant: sayInstant(earlier) }
  const twice = earlier.toPlainDateTime().equals(wanted)
  const reason = twice
    ? `The clock in Brussels shows ${local} twice, as summer time ends; say which: ${sayInstant(earlier)} (CEST) or ${sayInstant(later)} (CET).`
    : `The clock in Brussels never shows ${local}, as summer time begins; say ${sayInstant(earlier)} or ${sayInstant(later)}.`
  return { rule: 'PRC-20', reason, instead: [sayInstant(earlier), sayInstant(later)] }
}

/**
 * The instant of something that comes round by the clock: there is always one, since nobody is there to be asked. A reading
 * that the clock shows twice means the first time; one that it never shows, as long after the clocks went forward (RFC 5545).
 *
 * @param local `YYYY-MM-DDTHH:mm`
 * @throws RangeError when the text is no time of day
 * @example onBrusselsClock('2027-03-28T02:30') // '2027-03-28T01:30:00.000Z', 03:30 on the clock
 */
export function onBrusselsClock(local: string): Instant {
  const wanted = READING.test(local) ? readingOf(local) : undefined
  if (!wanted) throw new RangeError(`"${local}" is no time of day; expected YYYY-MM-DDTHH:mm.`)
  return sayInstant(wanted.toZonedDateTime(ZONE))
}

/**
 * The deadline of a silence opened for so many hours: hours that pass, whatever the clock does meanwhile (PRC-21).
 * @param hours more than 0
 * @throws RangeError when the opening is no instant or the hours are not above 0
 */
export function silenceUntil(openedAt: Instant, hours: number): Instant {
  if (!(hours > 0)) throw new RangeError(`silence of ${hours} hours; expected more than 0. Rule PRC-21.`)
  const minutes = Math.round(hours * 60)
  return new Date(Temporal.Instant.from(openedAt).add({ minutes }).epochMilliseconds).toISOString()
}

function readingOf(local: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function sayInstant(time: Temporal.ZonedDateTime): Instant {
  return new Date(time.epochMilliseconds).toISOString()
}
