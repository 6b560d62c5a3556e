/**
 * The contract of what changed in the portfolio since a day: records with what was recorded, corrected and withdrawn.
 *
 * Next door: `portfolio.ts` for records, whose history tells all of one.
 */
import type { Marking } from '@demarche/core'
import { z } from 'zod'
import { paperLanguageSchema } from './paper-language.ts'
import { placeCodeSchema } from './portfolio.ts'
import type { HistoryAnswer } from './routes.ts'

const calendarDate = z.iso.date()

/** GET /api/portfolio/changes: up to now, whatever date the desk answers for. */
export const changesQuerySchema = z.strictObject({
  /** a day in Brussels, in it; thirty days ago when absent */
  since: calendarDate.optional(),
  kind: z
    .string()
    .regex(/^[a-z][a-z-]{1,59}$/, 'expected the word for a kind, e.g. project')
    .optional(),
  /** tied to that place, or to a region or organisation that it belongs to */
  place: placeCodeSchema.optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ChangesQuery = z.input<typeof changesQuerySchema>
/** GET /api/portfolio/changes/export: all pages of it as CSV. */
export const changesExportQuerySchema = changesQuerySchema
  .omit({ offset: true, limit: true })
  .extend({ language: paperLanguageSchema })

/** What one party put on record of a record at one moment. */
export interface ChangeAct {
  readonly act: Exclude<HistoryAnswer['events'][number]['act'], 'erased'>
  /** instant */
  readonly at: string
  /** the party */
  readonly by: string
  /** what was stated or is concerned; none where whole statements are */
  readonly properties: readonly string[]
  /** the documents that it rests on, as they are named */
  readonly sources: readonly string[]
  /** why it was corrected or withdrawn */
  readonly reason?: string | undefined
}

export interface ChangedRecordRow {
  readonly entity: string
  readonly kind: string
  /** what it is called; what it was called last where all of it was withdrawn */
  readonly name: string
  /** the highest of what is shown here */
  readonly marking: Marking
  /** nothing of it was on record before */
  readonly isNew: boolean
  readonly isWithdrawn: boolean
  /** the latest first */
  readonly acts: readonly ChangeAct[]
}

export interface ChangesAnswer {
  /** the first day that is looked at */
  readonly since: string
  /** records that changed; those that came with the desk and of which nobody else said anything since are not among them */
  readonly total: number
  /** of those: how many, and the day in Brussels on which the last of them came */
  readonly shipped: { readonly records: number; readonly on: string | null }
  /** there are more than could be looked at: what came first of them is not counted */
  readonly isCut: boolean
  readonly rows: readonly ChangedRecordRow[]
}
