/**
 * Dates that know how precise they are: `2016`, `2016-05` and `2016-05-12` are three different claims.
 *
 * Takes the ISO 8601 reduced forms; gives back the day range each one covers, an order, and prose for documents.
 * "2016" is never read as 1 January 2016: comparisons work on the whole range.
 *
 * Rests on: ISO 8601-1 (reduced precision), EU Interinstitutional style guide for prose dates (`3 March 2026`).
 */
import { z } from 'zod'

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

declare const partialDate: unique symbol
/** An ISO date of year, month or day precision that exists in the calendar. */
export type PartialDate = string & { readonly [partialDate]: true }
/** An ISO date of day precision, `YYYY-MM-DD`, read as a calendar day in Brussels. */
export type CalendarDate = string
/** An instant in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type Instant = string

/** Says whether a text is a partial date that exists in the calendar (`2023-02-30` does not). */
export function isPartialDate(text: string): text is PartialDate {
  const match = PATTERN.exec(text)
  if (!match) return false
  const [, , month, day] = match
  if (month === undefined) return true
  const monthNumber = Number(month)
  if (monthNumber < 1 || monthNumber > 12) return false
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(match[1]), monthNumber))
}

/** Says whether a text is a day that exists in the calendar, as `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  return text.length === 10 && isPartialDate(text)
}

export const partialDateSchema = z.custom<PartialDate>(
  (value) => typeof value === 'string' && isPartialDate(value),
  {
    error: 'expected a date as YYYY, YYYY-MM or YYYY-MM-DD that exists in the calendar',
    params: { format: 'partial-date' },
  },
)

/** Reads a partial date. @throws RangeError naming the text, when it is none. */
export function parsePartialDate(text: string): PartialDate {
  if (!isPartialDate(text)) throw new RangeError(`"${text}" is not a date as YYYY, YYYY-MM or YYYY-MM-DD`)
  return text
}

/** The first day that the date may mean. */
export function earliestDay(date: PartialDate): CalendarDate {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

/** The last day that the date may mean: what was said "in 2016" is certainly said by 31 December 2016. */
export function latestDay(date: PartialDate): CalendarDate {
  if (date.length === 4) return `${date}-12-31`
  if (date.length === 7) {
    return `${date}-${String(daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))).padStart(2, '0')}`
  }
  return date
}

/** Orders by first possible day, the more precise date first when that ties. */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  const left = earliestDay(a)
  const right = earliestDay(b)
  if (left !== right) return left < right ? -1 : 1
  return b.length - a.length
}

/** True when every day of `a` lies before every day of `b`; overlapping ranges give false. */
export function isCertainlyBefore(a: PartialDate, b: PartialDate): boolean {
  return latestDay(a) < earliestDay(b)
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The date in English prose, at its own precision. @example formatPartialDate('2026-03-03') // '3 March 2026' */
export function formatPartialDate(date: PartialDate | CalendarDate): string {
  const [year, month, day] = date.split('-')
  if (month === undefined) return String(year)
  const name = MONTHS[Number(month) - 1] ?? month
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** Whole days from one calendar day to another; negative when `to` lies before `from`. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The calendar day `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}
