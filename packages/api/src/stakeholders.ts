/**
 * The contract of stakeholders: the public page, consultations and what is answered to them.
 *
 * What stands under `/api/public` is open to anybody where the operator has turned the public page on, and holds only what is
 * marked for everybody; the rest asks who is there. Next door: core's `stakeholders`; docs/rules/stakeholders.md.
 */
import {
  CONSENTS,
  type ConsultationStanding,
  type ConsultationView,
  type Marking,
  MODERATIONS,
  type PortfolioRecord,
  type RecordKind,
  type Source,
  SUBMISSION_LISTS,
  type SubmissionList,
  type SubmissionState,
  type SubmissionView,
  type SynthesisParagraph,
} from '@demarche/core'
import { LANGUAGES } from '@demarche/core/kernel/language.ts'
import { z } from 'zod'
import { previewPartySchema } from './access.ts'
import { DOCUMENT_FORMATS } from './document-formats.ts'
import { MOST_IN_A_SUBMISSION } from './submission-length.ts'
import { placeCodeSchema, type RecordNames, type RecordRow } from './portfolio.ts'

const language = z.enum(LANGUAGES).default('en')
const kind = z.string().regex(/^[a-z][a-z-]{1,59}$/, 'expected the word for a kind, e.g. project')
const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'expected some words')
    .max(most, `expected at most ${most} characters`)
    .refine((one) => !one.includes('\u0000'), 'expected text that can be put on record')

export const consultationEntitySchema = z
  .string()
  .regex(/^consultation:[\w.-]{1,120}$/, 'expected consultation:slug, e.g. consultation:a-question-3f9a2k')
export const submissionEntitySchema = z
  .string()
  .regex(/^submission:[\w.-]{1,120}$/, 'expected submission:slug, e.g. submission:3f9a2k-x81bz0')

/** GET /api/public: what this desk shows to anybody. */
export const publicQuerySchema = z.strictObject({ language })
export interface PublicAnswer {
  /** the party whose desk it is */
  readonly party: string
  readonly partyName: string | null
  /** what organisations and regions are called, in the language */
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  /** open ones first, then those to come, then what is closed, the last first */
  readonly consultations: readonly PublicConsultationRow[]
  /** of which kinds there are public records, in the words of the language, and how many */
  readonly kinds: readonly (Pick<RecordKind, 'id' | 'label' | 'plural' | 'area'> & {
    readonly count: number
  })[]
}
export interface PublicConsultationRow {
  readonly entity: string
  readonly question: string
  readonly by: readonly string[]
  readonly standing: ConsultationStanding
  readonly opens?: string
  readonly closes?: string
  readonly hasSynthesis: boolean
  readonly hasOutcome: boolean
}

/** GET /api/public/records */
export const publicListQuerySchema = z.strictObject({
  kind,
  q: z.string().max(200).optional(),
  /** tied to that place by any property */
  place: placeCodeSchema.optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  language,
})
export interface PublicListAnswer {
  readonly kind: RecordKind
  readonly total: number
  readonly rows: readonly RecordRow[]
  readonly names: RecordNames
}

/** GET /api/public/records/:entity */
export interface PublicRecordAnswer {
  readonly kind: RecordKind
  readonly record: Omit<PortfolioRecord, 'marking'>
  /** where the facts are taken from, by the statements that they rest on */
  readonly sources: Readonly<Record<string, Omit<Source, 'evidence'>>>
  readonly names: RecordNames
  /** what points at it, under the words of its kind */
  readonly tied: readonly {
    readonly heading: string
    readonly total: number
    readonly records: readonly { readonly entity: string; readonly name: string }[]
  }[]
}

/** Where a page of submissions begins: behind that day of receipt and that submission. */
const behind = z
  .string()
  .regex(/^(\d{4}(-\d{2}){0,2})?~submission:[\w.-]{1,120}$/, 'expected the "next" of the page before')

/** What everybody reads of a submission. */
export type PublishedSubmission = Omit<SubmissionView, 'state' | 'consent' | 'reason'>

/** GET /api/public/consultations/:entity */
export interface PublicConsultationAnswer {
  readonly consultation: Omit<ConsultationView, 'cited' | 'finding'> & {
    /** the published ones that the synthesis cites, in the order of its first citation */
    readonly cited: readonly string[]
    /** how many submissions the synthesis cites */
    readonly citedInAll: number
  }
  readonly names: RecordNames
  /** the kinds of stakeholder in the words of the language */
  readonly sorts: Readonly<Record<string, string>>
}

/** GET /api/public/consultations/:entity/submissions: those that are published, as their authors agreed. */
export const publicSubmissionsQuerySchema = z.strictObject({ after: behind.optional() })
export interface PublicSubmissionsAnswer {
  /** in the order in which they were received */
  readonly submissions: readonly PublishedSubmission[]
  readonly total: number
  /** the `after` of the next page; null at the end */
  readonly next: string | null
}

/** What somebody answers. POST /api/consultations/:entity/submissions; the name follows from the account. */
export const accountSubmissionSchema = z.strictObject({
  text: text(MOST_IN_A_SUBMISSION),
  sort: z
    .string()
    .regex(/^[a-z-]{1,60}$/)
    .optional(),
  country: placeCodeSchema.optional(),
  consent: z.enum(CONSENTS),
})
/** POST /api/public/consultations/:entity/submissions: the same without an account. */
export const publicSubmissionSchema = accountSubmissionSchema.extend({ from: text(200).optional() })

export interface SubmissionReceipt {
  /** by which it is spoken of */
  readonly reference: string
  /** opens the page on which it can be seen and withdrawn; shown this once */
  readonly token: string
  readonly receivedAt: string
  /** until then it can be withdrawn */
  readonly closes: string
  /** until then the link leads there */
  readonly linkEnds: string
}

/** POST /api/public/submissions/look, POST /api/public/submissions/withdraw */
export const submissionTokenSchema = z.strictObject({ token: z.string().min(1).max(200) })
export interface OwnSubmissionAnswer {
  readonly reference: string
  /** as everybody may read it; empty where nothing of the consultation is for everybody */
  readonly question: string
  readonly submission: Omit<SubmissionView, 'entity'>
  readonly closes: string
  /** until then the link leads there */
  readonly linkEnds: string
  readonly mayWithdraw: boolean
}

/** GET /api/consultations/:entity */
export interface ConsultationAnswer {
  readonly consultation: ConsultationView
  /** the highest marking of anything in it */
  readonly marking: Marking
  readonly names: RecordNames
  /** how many submissions are in each list, of those that whoever asks may see */
  readonly counts: Readonly<Record<SubmissionList, number>>
  /** whether whoever asks may accept, set aside and publish */
  readonly mayModerate: boolean
  /** what of the result everybody may read: none, some, or all that is on record */
  readonly published: 'no' | 'in-part' | 'yes'
  /** ids of the statements that hold the synthesis and what came of it, in order */
  readonly result: readonly string[]
  /** whether the consultation itself is on the public page, and how its address begins */
  readonly onPublicPage: boolean
}

/** GET /api/consultations/:entity/submissions */
export const submissionsQuerySchema = z.strictObject({
  list: z.enum(SUBMISSION_LISTS),
  /** every word of it stands somewhere in the submission */
  q: z.string().max(200).optional(),
  after: behind.optional(),
})
export interface SubmissionsAnswer {
  /** in the order in which they were received */
  readonly submissions: readonly SubmissionView[]
  /** the highest marking of anything in it */
  readonly marking: Marking
  /** how many the list has in all */
  readonly total: number
  /** the `after` of the next page; null at the end */
  readonly next: string | null
}

/** GET /api/consultations/:entity/synthesis/file */
export const synthesisFileQuerySchema = z.strictObject({
  format: z.enum(DOCUMENT_FORMATS),
  language,
  as: previewPartySchema.optional(),
})

/** POST /api/submissions/:entity/moderation */
export const moderationSchema = z
  .strictObject({ decision: z.enum(MODERATIONS), reason: text(1000).optional() })
  .refine(({ decision, reason }) => decision === 'accepted' || reason !== undefined, {
    path: ['reason'],
    error: 'expected the reason for setting it aside (STK-07)',
  })
export interface ModerationAnswer {
  readonly state: SubmissionState
}

/** POST /api/consultations/:entity/synthesis: replaces what was made of it until then. */
export const synthesisSchema = z.strictObject({
  paragraphs: z
    .array(z.strictObject({ text: text(8000), cites: z.array(submissionEntitySchema).max(500) }))
    .max(200),
  outcome: text(20_000).optional(),
  led: z
    .array(z.string().regex(/^[a-z-]+:[\w.-]{1,120}$/))
    .max(100)
    .default([]),
  /** the `result` that was shown when the writing began */
  follows: z
    .array(z.string().regex(/^[0-9a-f]{64}$/, 'expected the ids of the result that was shown'))
    .max(200),
})
export type SynthesisInput = { readonly paragraphs: readonly SynthesisParagraph[] } & Omit<
  z.input<typeof synthesisSchema>,
  'paragraphs'
>

/** POST /api/consultations/:entity/synthesis/publication */
export const publicationSchema = z.strictObject({ reason: text(1000) })
