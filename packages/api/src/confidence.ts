/**
 * The contract of confidence building: sets of measures with what States can report under them, and a report as a file.
 *
 * Next door: core's `portfolio/confidence` for what counts for what; docs/rules/portfolio.md, PFO-60 to PFO-66.
 */
import type { ConfidenceReport, Marking, ReportStanding, TakesPart } from '@demarche/core'
import { z } from 'zod'
import { previewPartySchema } from './access.ts'
import { DOCUMENT_FORMATS } from './document-formats.ts'
import { paperLanguageSchema } from './paper-language.ts'
import { placeCodeSchema, type RecordNames, type RecordRow } from './portfolio.ts'

const calendarDate = z.iso.date()

/** GET /api/confidence */
export const confidenceQuerySchema = z.strictObject({ asOf: calendarDate.optional() })

/** What is on record of one State under one set. */
export interface StateUnderSet {
  readonly state: string
  readonly takesPart: TakesPart
  readonly counts: Readonly<Record<ReportStanding, number>>
  /** how many of its acts count for a measure of the set */
  readonly acts: number
  /** how many acts count for a measure only if somebody confirms it */
  readonly proposed: number
}
export interface SetOverview {
  /** code of the organisation that agreed on it */
  readonly set: string
  readonly measures: number
  /** the record of the set with its texts and sources; absent where nobody has put one down */
  readonly record?: RecordRow
  /** those of which anything is on record, in the order of their codes */
  readonly states: readonly StateUnderSet[]
}
export interface ConfidenceAnswer {
  readonly asOf: string
  /** the highest marking of anything that went into it */
  readonly marking: Marking
  readonly sets: readonly SetOverview[]
}

/** GET /api/confidence/reports */
export const confidenceReportQuerySchema = confidenceQuerySchema.extend({
  /** code of the organisation, e.g. org-osce */
  set: placeCodeSchema,
  state: placeCodeSchema,
  /** first and last day of the period; everything up to the day when absent */
  from: calendarDate.optional(),
  to: calendarDate.optional(),
})
export interface ConfidenceReportAnswer {
  readonly marking: Marking
  readonly takesPart: TakesPart
  readonly report: ConfidenceReport
  readonly record?: RecordRow
  /** measures, acts and points of contact that the report names, with their sources, by entity */
  readonly records: Readonly<Record<string, RecordRow>>
  readonly names: RecordNames
}

export const REPORT_FORMATS = [...DOCUMENT_FORMATS, 'csv'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]
/** GET /api/confidence/reports/file: bytes. */
export const confidenceReportFileQuerySchema = confidenceReportQuerySchema.extend({
  format: z.enum(REPORT_FORMATS),
  language: paperLanguageSchema,
  as: previewPartySchema.optional(),
})
