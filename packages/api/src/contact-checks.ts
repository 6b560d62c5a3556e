/**
 * The contract of communication checks: how the lines to points of contact stand, a check begun, a reply without an account.
 *
 * Next door: core's `portfolio/confidence/contact-checks.ts`; docs/rules/portfolio.md, PFO-70 to PFO-79.
 */
import {
  type CheckStatistics,
  type ContactLine,
  type Marking,
  MONTHS_OF_SCHEDULE,
  type ScheduleSettings,
  type ScheduleState,
} from '@demarche/core'
import { z } from 'zod'

/** GET /api/contact-checks */
export const contactChecksQuerySchema = z.strictObject({ asOf: z.iso.date().optional() })
export interface ContactChecksAnswer {
  readonly asOf: string
  /** the highest marking of anything that went into it */
  readonly marking: Marking
  /** false: this desk has no mail server, and checks are recorded by hand */
  readonly sendsMail: boolean
  readonly lines: readonly ContactLine[]
  readonly statistics: CheckStatistics
}

/** POST /api/contact-checks: begins a check of one point of contact; of all that are due when none is named. */
export const startChecksSchema = z.strictObject({
  contact: z
    .string()
    .regex(/^contact-point:[\w.-]{1,120}$/, 'expected contact-point:slug')
    .optional(),
})
/** Why a line cannot be tried by mail. */
export const NOT_BY_MAIL = ['waiting', 'marking', 'no-mail', 'too-many'] as const
export interface StartedChecks {
  readonly started: readonly { readonly contact: string; readonly check: string }[]
  readonly left: readonly { readonly contact: string; readonly why: (typeof NOT_BY_MAIL)[number] }[]
}

/** Why the schedule does not ask a point of contact, as far as its reader can tell. */
export const NOT_ON_SCHEDULE = ['other-party', 'marking', 'no-mail', 'above-setter'] as const

/** A point of contact that the reader sees, of whatever directory; by name, and asked where no reason is given. */
export interface ContactOnSchedule {
  readonly entity: string
  readonly name: string
  readonly networks: readonly string[]
  readonly why?: (typeof NOT_ON_SCHEDULE)[number]
}

/** GET /api/contact-checks/schedule */
export interface ContactScheduleAnswer {
  /** the highest marking of anything that went into it */
  readonly marking: Marking
  readonly sendsMail: boolean
  /** whether the reader, in the present role, sets the schedule of the own party */
  readonly maySet: boolean
  readonly state: ScheduleState
  /** as set last; absent where nobody has set any */
  readonly settings?: ScheduleSettings
  /** who set it so, by name where that is known, and when; the desk itself where nobody is named */
  readonly set?: { readonly by?: string; readonly at: string }
  /** the statement in force, which a change of it names */
  readonly statement?: string
  /** UTC; absent unless it is on */
  readonly next?: string
  /** whom it asks in the name of whoever set it; of the reader where nobody is asked in another's */
  readonly contacts: readonly ContactOnSchedule[]
  /** whom it would ask in the name of the reader, were they to set it now; absent where they may not */
  readonly ifSet?: readonly ContactOnSchedule[]
  /** what was set before, the latest first */
  readonly history: readonly {
    readonly state: ScheduleState
    readonly by?: string
    readonly at: string
    readonly settings: ScheduleSettings
  }[]
}

/** POST /api/contact-checks/schedule: sets the schedule of the own party, pauses it, takes it up again, turns it off. */
export const setScheduleSchema = z.strictObject({
  state: z.enum(['on', 'paused', 'off']),
  /** those that stand when absent */
  settings: z
    .strictObject({
      everyMonths: z.literal(MONTHS_OF_SCHEDULE, 'expected 1, 3, 6 or 12 months'),
      /** of the first round, on the calendar in Brussels */
      firstDay: z.iso.date(),
      /** on the clock in Brussels */
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day, e.g. 09:00'),
      /** words of directories; all of them when absent or empty */
      networks: z.array(z.string().min(1).max(40)).max(20).default([]),
    })
    .optional(),
  /** the statement that was in force when this was decided, where there was one */
  follows: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits')
    .optional(),
})
export type SetScheduleInput = z.output<typeof setScheduleSchema>

/** of a link that was cut off as well: like any other that is void it answers nothing */
const token = z.string().min(1).max(200)

/** POST /api/contact-replies/look: what the link of a mail asks, without answering it. Open. */
export const lookAtContactLinkSchema = z.strictObject({ token })
export interface ContactLinkAnswer {
  /** who asks, as the mail says it */
  readonly asker: string
  /** the last day on which it takes a reply */
  readonly until: string
}

/** POST /api/contact-replies: answers a check, once. Open. */
export const contactReplySchema = z.strictObject({
  token,
  number: z.string().trim().min(1).max(60).optional(),
  remark: z.string().trim().min(1).max(600).optional(),
})
export type ContactReplyInput = z.output<typeof contactReplySchema>
