/**
 * The contract of the list of work: what nobody knows, knows well, or has looked after in time, across all kinds of record.
 *
 * Next door: `portfolio.ts` for records; core's `portfolio/open-points` for what an open point is.
 */
import { type Marking, POINT_SORTS, type PointSort, type RecordPoint } from '@demarche/core'
import { z } from 'zod'
import { paperLanguageSchema } from './paper-language.ts'
import { placeCodeSchema } from './portfolio.ts'

/** GET /api/portfolio/open-points: always as of today, because work is of today. */
export const openPointsQuerySchema = z.strictObject({
  kind: z
    .string()
    .regex(/^[a-z][a-z-]{1,59}$/, 'expected the word for a kind, e.g. project')
    .optional(),
  sort: z.enum(POINT_SORTS).optional(),
  /** tied to that place, or to a region or organisation that it belongs to */
  place: placeCodeSchema.optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type OpenPointsQuery = z.input<typeof openPointsQuerySchema>
/** GET /api/portfolio/open-points/export: all pages of it as CSV. */
export const openPointsExportQuerySchema = openPointsQuerySchema
  .omit({ offset: true, limit: true })
  .extend({ language: paperLanguageSchema })

/** A record with what is open about it; of one sort where one was asked for. */
export interface OpenPointsRow {
  readonly entity: string
  readonly kind: string
  readonly name: string
  readonly marking: Marking
  readonly points: readonly RecordPoint[]
}

export interface OpenPointsAnswer {
  readonly asOf: string
  /** points by kind and sort at the place asked for, whatever kind and sort are asked for; none where there are none */
  readonly counts: readonly { readonly kind: string; readonly sort: PointSort; readonly points: number }[]
  /** records that fit */
  readonly total: number
  readonly rows: readonly OpenPointsRow[]
}
