/**
 * The contract of what reaches people without their looking: notices, live updates, presence, mail, calendar and feed.
 *
 * Rests on: docs/rules/notice.md. The notice itself is that of core.
 */
import type { Notice } from '@demarche/core'
import { z } from 'zod'
import { recordEntitySchema } from './portfolio.ts'

/** A notice and whether its reader has read it. */
export type NoticeRow = Notice & { readonly read: boolean }
/** What happened to an account that its holder should know of, so that it does not happen unseen (ACC-14). */
export const ACCOUNT_NEWS = [
  'changed',
  'link-renewed',
  'reopened',
  'sessions-ended',
  'invitation-accepted',
  'password-set',
  'second-factor-on',
  'second-factor-off',
  'backup-codes-made',
  'code-reused',
  'passkey-added',
  'passkey-removed',
  'passkey-copied',
] as const
export interface AccountNotice {
  readonly id: string
  readonly kind: (typeof ACCOUNT_NEWS)[number]
  readonly at: string
  /** names of the administrators who did it; none for the holder */
  readonly by: readonly string[]
  /** which fields changed, from what to what */
  readonly detail: string | null
  readonly read: boolean
}
/** GET /api/notices: newest first. */
export interface NoticeListAnswer {
  readonly notices: readonly NoticeRow[]
  /** of the own account */
  readonly account: readonly AccountNotice[]
  /** of both kinds */
  readonly unread: number
  readonly delivery: NoticeDelivery
}

export const MAIL_CHOICES = ['none', 'at-once', 'daily'] as const
export type MailChoice = (typeof MAIL_CHOICES)[number]
export const FEED_KINDS = ['calendar', 'portfolio', 'feed'] as const
export type FeedKind = (typeof FEED_KINDS)[number]

/** How notices reach a person outside of the desk. */
export interface NoticeDelivery {
  readonly mail: MailChoice
  /** why no mail can be sent, or null: the desk sends none, or the person has no address */
  readonly noMail: 'no-server' | 'no-address' | null
  /** tokens in use, with the day they were made */
  readonly feeds: readonly { readonly kind: FeedKind; readonly createdAt: string }[]
  /** the highest marking that is named outside, as printed */
  readonly outsideCeiling: string
}

/** POST /api/notices/read: marks notices as read, or as unread again. Answers 204. */
export const markNoticesSchema = z.strictObject({
  notices: z
    .array(z.string().regex(/^[0-9a-f]{32}$/, 'expected the id of a notice'))
    .min(1)
    .max(2000),
  read: z.boolean().default(true),
})
export type MarkNoticesInput = z.input<typeof markNoticesSchema>

/** POST /api/notices/mail: who wants mail says so. Answers 204. */
export const mailChoiceSchema = z.strictObject({ mail: z.enum(MAIL_CHOICES) })

/** POST /api/notices/feeds: makes a token, which is shown this once. */
export const feedTokenSchema = z.strictObject({ kind: z.enum(FEED_KINDS) })
export interface FeedTokenGiven {
  readonly kind: FeedKind
  /** path and query of the feed, with the token */
  readonly path: string
}

/** GET /api/calendar.ics and /api/feed.atom */
export const feedQuerySchema = z.strictObject({ token: z.string().min(16).max(200) })

/** One event of GET /api/live: what to ask again. `everything` when it cannot be said, e.g. after access changed. */
export interface LiveChange {
  readonly changed: readonly LiveKey[]
}
export type LiveKey =
  | { readonly procedure: string }
  | { readonly case: string }
  | { readonly presence: string }
  | 'procedures'
  | 'cases'
  /** some records of the portfolio */
  | 'portfolio'
  | 'notices'
  | 'everything'

/** POST /api/presence: I have this open, or have closed it; answers who else has. */
export const presenceSchema = z.strictObject({
  /** a case, a procedure or a record of the portfolio */
  entity: recordEntitySchema,
  open: z.boolean().default(true),
})
export interface PresenceAnswer {
  readonly others: readonly { readonly name: string; readonly party: string }[]
}
