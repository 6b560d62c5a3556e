/**
 * The contract of the picture by goals: what is wanted, by which texts and instruments, what is done for it, what was
 * promised; what of it is late, lonely or doubled, and of what nobody can tell.
 *
 * Next door: `portfolio.ts` for records; core's `portfolio/goals` for what counts and what a mark means.
 */
import {
  type Double,
  type GoalCells,
  type GoalClaim,
  type GoalRule,
  type Marking,
  PICTURE_LAYERS,
  PICTURE_MARKS,
  type PictureLayer,
  type Source,
  type Timing,
} from '@demarche/core'
import { z } from 'zod'
import { paperLanguageSchema } from './paper-language.ts'

/** In place of a goal: what counts for none. */
export const NO_GOAL = 'none'

/** `no`: without what the search for overlaps suggests, which is not waited for then */
const searchSchema = z.enum(['yes', 'no']).default('yes')

/** GET /api/portfolio/goals: always as of today. */
export const goalsQuerySchema = z.strictObject({ search: searchSchema })
/** GET /api/portfolio/goals/records: always as of today, as the picture is. */
export const goalRecordsQuerySchema = z.strictObject({
  goal: z
    .string()
    .regex(
      /^(none|goal:[\w.-]{1,100})$/,
      'expected a goal such as goal:capacity, or none for what counts for no goal',
    ),
  layer: z.enum(PICTURE_LAYERS),
  mark: z.enum(PICTURE_MARKS).optional(),
  search: searchSchema,
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})
/** GET /api/portfolio/goals/export: the whole picture, or what bears a mark, as CSV. */
export const goalsExportQuerySchema = goalRecordsQuerySchema
  .pick({ mark: true })
  .extend({ language: paperLanguageSchema })

/** A goal with what its words rest on, what its rules count, and how much that is. */
export interface GoalRow {
  readonly entity: string
  readonly name: string
  readonly marking: Marking
  /** what it comes to; several where sources differ */
  readonly aim: readonly string[]
  /** nobody read its name, or what it comes to, in the source that it is ascribed to */
  readonly unverified: boolean
  /** of name and aim */
  readonly sources: readonly Source[]
  readonly rules: readonly GoalRule[]
  readonly cells: GoalCells
}

export interface GoalsAnswer {
  readonly asOf: string
  readonly goals: readonly GoalRow[]
  /** what counts for no goal */
  readonly none: GoalCells
}

/** A record behind a figure, with why it counts and what its marks rest on. */
export interface GoalRecord {
  readonly entity: string
  readonly kind: string
  readonly layer: PictureLayer
  readonly name: string
  readonly marking: Marking
  readonly timing: Timing | null
  /** every last day that a source gives */
  readonly due: readonly string[]
  readonly lonely: boolean
  readonly doubles: readonly Double[]
  /** why it counts for the goal asked about; null where no goal was */
  readonly claim: GoalClaim | null
  /** goals that people say it does not serve */
  readonly setAside: readonly string[]
  /** the first of the records of the picture that it names or that name it */
  readonly linked: readonly string[]
  /** how many of them there are */
  readonly links: number
}

export interface GoalRecordsAnswer {
  readonly asOf: string
  readonly total: number
  readonly rows: readonly GoalRecord[]
  /** what is called how of everything that the rows name */
  readonly named: Readonly<Record<string, { readonly name: string; readonly marking: Marking }>>
}
