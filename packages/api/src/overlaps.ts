/**
 * The contract of overlaps: which projects overlap, why, what would settle it, and what people said of it.
 *
 * Never a score: an outcome, its reasons, and whose word stands beside it. Next door: core's `portfolio/overlap`.
 */
import {
  type GapMap,
  type Marking,
  type Money,
  OVERLAP_OUTCOMES,
  type OverlapVerdict,
  type ProjectComparison,
  partialDateSchema,
} from '@demarche/core'
import { z } from 'zod'
import { paperLanguageSchema } from './paper-language.ts'
import { placeCodeSchema, recordEntitySchema } from './portfolio.ts'

const calendarDate = z.iso.date()

/** GET /api/portfolio/overlaps */
export const overlapsQuerySchema = z.strictObject({
  /** the overlaps of that project alone */
  project: recordEntitySchema.optional(),
  outcome: z.enum(OVERLAP_OUTCOMES).optional(),
  /** both work there; of an organisation or a region: in one of its members */
  place: placeCodeSchema.optional(),
  theme: z.string().max(60).optional(),
  /** both may have run at some time between these days */
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  /** whether somebody has said what the two are */
  judged: z.enum(['yes', 'no']).optional(),
  /** what could be known by that day; today when absent */
  asOf: calendarDate.optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type OverlapsQuery = z.input<typeof overlapsQuerySchema>

/** What somebody said of a pair, and on whose authority it is on record. */
export interface VerdictOnRecord extends OverlapVerdict {
  readonly marking: Marking
  /** the parties that said so */
  readonly by: readonly string[]
}

/** Two projects, what the comparison says of them, and what people said; neither replaces the other. */
export interface OverlapPair extends Omit<ProjectComparison, 'score' | 'themeLikelihood'> {
  readonly verdicts: readonly VerdictOnRecord[]
}

/** One side of a pair as it is laid beside the other. */
export interface OverlapProject {
  readonly entity: string
  readonly name: string
  readonly marking: Marking
  /** every value that stands, several where sources differ; none where nobody knows */
  readonly start: readonly string[]
  readonly end: readonly string[]
  readonly countries: readonly string[]
  /** regions named in place of countries, or beside them */
  readonly regions: readonly string[]
  readonly themes: readonly string[]
  readonly donors: readonly string[]
  readonly implementers: readonly string[]
}

export interface OverlapsAnswer {
  readonly asOf: string
  readonly total: number
  /** of what fits the filters other than the outcome */
  readonly counts: Readonly<Record<string, number>>
  readonly pairs: readonly OverlapPair[]
  /** every project in the pairs, by entity */
  readonly projects: Readonly<Record<string, OverlapProject>>
}

const words = z.array(z.string().trim().min(1).max(200)).max(50).default([])

/** POST /api/portfolio/overlaps/check: a plan that is on no record. Nothing is recorded. */
export const overlapCheckSchema = z.strictObject({
  name: z.string().trim().min(1).max(300),
  objective: z.string().trim().max(20_000).default(''),
  /** countries, regions and organisations by their codes */
  countries: z
    .array(z.union([placeCodeSchema, z.literal('*')]))
    .max(250)
    .default([]),
  start: partialDateSchema.nullable().default(null),
  end: partialDateSchema.nullable().default(null),
  themes: words,
  donors: words,
  implementers: words,
  asOf: calendarDate.optional(),
})
export type OverlapCheckInput = z.input<typeof overlapCheckSchema>

export interface OverlapCheckAnswer extends Omit<OverlapsAnswer, 'counts'> {
  /** what was read out of the plan */
  readonly read: {
    readonly countries: readonly string[]
    /** names in the text that stand in for a list of countries */
    readonly fromNames: readonly string[]
    readonly themes: readonly { readonly theme: string; readonly words: readonly string[] }[]
  }
}

/** GET /api/portfolio/gaps: where projects are, what is needed, and where none is known. */
export const gapsQuerySchema = z.strictObject({
  /** a country, or an organisation or a region, whose members on the day are the rows */
  place: placeCodeSchema,
  /** this theme alone */
  theme: z.string().max(60).optional(),
  /** this year in Brussels when absent */
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  asOf: calendarDate.optional(),
})
export type GapsQuery = z.input<typeof gapsQuerySchema>
/** GET /api/portfolio/gaps/export: the same as CSV. */
export const gapsExportQuerySchema = gapsQuerySchema.extend({ language: paperLanguageSchema })

export interface GapsAnswer extends GapMap {
  readonly asOf: string
  /** the rows of the map, those without any project among them */
  readonly countries: readonly string[]
  /** every project in the map, by entity */
  readonly projects: Readonly<Record<string, OverlapProject & { readonly budgets: readonly Money[] }>>
  /** every need in the map, by entity */
  readonly stated: Readonly<Record<string, { readonly name: string; readonly marking: Marking }>>
}
