/**
 * The contract of communication checks: how the lines to points of contact stand, a check begun, a reply without an account.
 *
 * Next door: core's `portfolio/confidence/contact-checks.ts`; docs/rules/portfolio.md, PFO-70 to PFO-75.
 */
import type { CheckStatistics, ContactLine, Marking } from '@demarche/core'
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
