/**
 * The contract of the portfolio's calendar: what is coming, and who has not been met on what.
 *
 * Next door: `notices.ts` for the feeds that a calendar program follows; core's `portfolio/calendar`.
 */
import type { ComingDate, Marking, NotMet } from '@demarche/core'
import { z } from 'zod'
import { placeCodeSchema, type RecordNames } from './portfolio.ts'

const calendarDate = z.iso.date()

/** GET /api/portfolio/coming: always as today sees it. */
export const comingQuerySchema = z.strictObject({
  kind: z
    .string()
    .regex(/^[a-z][a-z-]{1,59}$/, 'expected the word for a kind, e.g. meeting')
    .optional(),
  /** tied to that place, or to a region or organisation that it belongs to */
  place: placeCodeSchema.optional(),
  /** today in Brussels when absent */
  from: calendarDate.optional(),
  /** six months after the first day when absent */
  to: calendarDate.optional(),
})
export type ComingQuery = z.input<typeof comingQuerySchema>

/** Something that begins, ends, is due or lapses. */
export interface ComingEntry extends ComingDate {
  readonly entity: string
  readonly kind: string
  readonly name: string
  readonly marking: Marking
  /** the places that it is tied to */
  readonly places: readonly string[]
}
export interface ComingAnswer {
  readonly from: string
  readonly to: string
  /** by the first day that each may mean */
  readonly entries: readonly ComingEntry[]
  /** there is more than could be shown: ask for a shorter time, a kind or a place */
  readonly isCut: boolean
}

/** GET /api/portfolio/not-met */
export const notMetQuerySchema = z.strictObject({
  /** without a meeting for so many months */
  months: z.coerce.number().int().min(1).max(120).default(12),
  /** that partner, or the members of that region or organisation */
  place: placeCodeSchema.optional(),
})
export type NotMetQuery = z.input<typeof notMetQuerySchema>
export interface NotMetAnswer {
  readonly asOf: string
  /** no meeting on or after this day */
  readonly since: string
  /** never met by the records first, then the longest ago */
  readonly partners: readonly NotMet[]
  /** of the meetings that are named */
  readonly names: RecordNames
  /** the highest marking of those meetings */
  readonly marking: Marking
}

/** GET /api/portfolio.ics */
export const portfolioFeedQuerySchema = z.strictObject({
  token: z.string().min(16).max(200),
  place: placeCodeSchema.optional(),
})
