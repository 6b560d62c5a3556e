/**
 * The contract between the desk and the server: request schemas and answer shapes, route by route.
 *
 * Answers are plain JSON of core types. Requests are parsed with these schemas on the server; the desk gets their types.
 */
import {
  STATES_THAT_WERE_MEMBERS,
  assertionSchema,
  CONFIDENCES,
  gradingSchema,
  markingSchema,
  partialDateSchema,
  referenceSchema,
  sourceSchema,
} from '@demarche/core'
import type {
  Ceiling,
  Doctrine,
  DossierChange,
  TurningPoint,
  Listing,
  ListingRegister,
  Marking,
  ReaderRole,
  RefusalWords,
  Statement,
  StatementReference,
} from '@demarche/core'
import { z } from 'zod'
import type { Fault, RuledFault } from './errors.ts'
import { DOCUMENT_FORMATS } from './document-formats.ts'
import { paperLanguageSchema } from './paper-language.ts'
import { type PreviewedDossier, previewPartySchema } from './access.ts'

const calendarDate = z.iso.date()

/** POST /api/session: exchanges a one-time sign-in token for a session cookie. */
export const signInSchema = z.strictObject({ token: z.string().min(1) })
/** GET /api/session; the whole of accounts is in `accounts.ts`. */
export interface SessionAnswer {
  /** pseudonym */
  readonly person: string
  readonly name: string
  readonly party: string
  /** the role in which this session acts */
  readonly role: ReaderRole
  /** the roles that the person may act in */
  readonly roles: readonly ReaderRole[]
  /** the highest marking that the person may see here */
  readonly ceiling: Ceiling
  /** true: only the own account is open until a second factor is set up */
  readonly needsSecondFactor: boolean
}

/** DELETE /api/session: ends it; answers 204. */

/** GET /healthz: 200 when the desk is ready, 503 before. */
export interface HealthAnswer {
  readonly status: 'ready'
}

export const CASE_SORTS = ['name', 'start', 'disclosed', 'recorded'] as const
/** GET /api/cases */
export const caseListQuerySchema = z.strictObject({
  q: z.string().max(200).optional(),
  memberState: z
    .enum(STATES_THAT_WERE_MEMBERS, 'expected the code of a Member State, or GB; ISO 3166-1 (VOC-04)')
    .optional(),
  answered: z
    .enum(['restrictive', 'stability', 'cooperative', 'preventive', 'support', 'none', 'open'])
    .optional(),
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  sort: z.enum(CASE_SORTS).default('recorded'),
  order: z.enum(['asc', 'desc']).default('desc'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type CaseListQuery = z.infer<typeof caseListQuerySchema>
/** One row of the list of cases. */
export interface CaseRow {
  readonly entity: string
  readonly name: string
  readonly startDate: string | null
  readonly disclosedDate: string | null
  readonly memberStates: readonly string[]
  readonly targetCountries: readonly string[]
  /** `none` = considered, no joint response; `open` = no response on record */
  readonly answered: 'restrictive' | 'stability' | 'cooperative' | 'preventive' | 'support' | 'none' | 'open'
  readonly marking: Marking
  readonly statements: number
  readonly recordedAt: string
}
export interface CaseListAnswer {
  readonly total: number
  readonly rows: readonly CaseRow[]
}

/** What every new act of assertion says about itself. */
export const statementInputSchema = z.strictObject({
  assertions: z.array(assertionSchema),
  source: sourceSchema,
  grading: gradingSchema.default({ reliability: 'F', credibility: '6' }),
  confidence: z.enum(CONFIDENCES).optional(),
  marking: markingSchema,
  supersedes: z.array(referenceSchema).min(1).optional(),
  retracts: z.array(referenceSchema).min(1).optional(),
  reason: z.string().min(1).optional(),
})
export type StatementInput = z.input<typeof statementInputSchema>

/** POST /api/cases: opens a case by form. The name assertion is required. */
export const newCaseSchema = statementInputSchema.omit({ supersedes: true, retracts: true, reason: true })
export interface NewCaseAnswer {
  readonly entity: string
  readonly statement: Statement
}

/** GET /api/cases/:entity/dossier */
export const dossierQuerySchema = z.strictObject({
  /** what could be known by that day, under the doctrine in force on it; today when absent */
  asOf: calendarDate.optional(),
  /** what this desk had recorded by that instant */
  recordedBy: z.iso.datetime().optional(),
  /** as that party would get it, made from what the reader may see too */
  as: previewPartySchema.optional(),
})
export type DossierAnswer = PreviewedDossier

/** POST /api/cases/:entity/statements: add, correct (supersedes) or retract. */
export interface AppendAnswer {
  readonly statement: Statement
  readonly references: readonly StatementReference[]
}

/** GET /api/statements/:id */
export type StatementAnswer = Statement

/** GET /api/cases/:entity/history */
export const historyQuerySchema = z.strictObject({
  from: calendarDate.optional(),
  to: calendarDate.optional(),
})
export interface HistoryAnswer {
  /** every statement in order of record, newest first; of what was erased, what is left of it */
  readonly events: readonly {
    readonly statement: Statement
    readonly act: 'stated' | 'corrected' | 'retracted' | 'erased'
  }[]
  /** days on which what could be known, or the doctrine, changed */
  readonly turningPoints: readonly TurningPoint[]
  /** what differs between the dossiers of the two dates, when both are given */
  readonly changes: readonly DossierChange[]
}

/** GET /api/cases/:entity/recorders: who put on record what the reader sees of it, as far as the reader may know people. */
export interface RecordersAnswer {
  /** pseudonym, as in `recordedBy` of a statement, to the name of the person */
  readonly names: Readonly<Record<string, string>>
}

/** GET /api/cases/:entity/options-paper: bytes. */
export const optionsPaperQuerySchema = dossierQuerySchema.extend({
  format: z.enum(DOCUMENT_FORMATS),
  language: paperLanguageSchema,
})

/** GET /api/imports: how large a file the desk takes. */
export interface ImportLimitAnswer {
  readonly maxBytes: number
}

/** POST /api/imports?filename=…: the file as body. Answers a job; poll GET /api/imports/:job; DELETE cancels. */
export const importQuerySchema = z.strictObject({
  filename: z.string().min(1).max(255),
  /** date of the document when the file itself has none */
  sourceDate: partialDateSchema.optional(),
  /** of a table: the kind of record of its rows */
  kind: z.string().max(60).optional(),
  /** of a table: how its columns are read, as JSON (`TableMapping` of interchange) */
  mapping: z.string().max(8000).optional(),
  /** says what would be recorded, and records nothing */
  preview: z.stringbool().optional(),
})
/** How a table is read; what interchange reads by (`TableMapping`). */
export interface ColumnMappingAnswer {
  readonly column: string
  readonly property: string
  readonly dates?: 'dmy' | 'mdy' | 'ymd' | undefined
  readonly words?: Readonly<Record<string, string>> | undefined
  readonly separator?: string | undefined
  readonly currency?: string | undefined
}
export interface TableMappingAnswer {
  readonly kind: string
  readonly columns: readonly ColumnMappingAnswer[]
  readonly document?: string | undefined
}
/** Of a preview of a table: by which mapping it was read, and what stands in each column of its header. */
export interface TableReadAnswer {
  readonly mapping: TableMappingAnswer
  readonly columns: readonly {
    readonly column: string
    readonly samples: readonly string[]
    /** words whose meaning nobody has said */
    readonly unread: readonly string[]
  }[]
}

export interface ImportReport {
  /** nothing was recorded: it says what would be */
  readonly preview?: true
  readonly table?: TableReadAnswer
  readonly format: string
  readonly cases: readonly string[]
  /** records of the portfolio, each by the name that the file gives it; by its id where it gives none */
  readonly records: readonly { readonly entity: string; readonly name: string }[]
  readonly statements: number
  readonly alreadyOnRecord: number
  /** records left out, with position, what was seen and the rule */
  readonly rejected: readonly RuledFault[]
  /** fields that were read and not carried over, with how often */
  readonly notCarriedOver: readonly {
    readonly field: string
    readonly count: number
    readonly why: string
    readonly rule?: string
    /** of the reason, for other languages than English */
    readonly words?: RefusalWords
  }[]
  /** oddities that were kept, e.g. a case that ends before it starts */
  readonly remarks: readonly Fault[]
}
export interface ImportJob {
  readonly id: string
  readonly filename: string
  readonly state: 'reading' | 'recording' | 'done' | 'refused' | 'cancelled'
  /** 0–1 */
  readonly progress: number
  readonly report?: ImportReport
  readonly problem?: {
    readonly message: string
    readonly faults: readonly Fault[]
  }
}

/** GET /api/doctrine */
export type DoctrineAnswer = Doctrine

/** GET /api/listings: the listings under Regulation (EU) 2019/796 that stood on a date. */
export const listingListQuerySchema = z.strictObject({
  /** the listings of that day; today in Brussels when absent */
  asOf: calendarDate.optional(),
})
export interface ListingListAnswer {
  readonly asOf: string
  /** the day of the latest text read; what happened afterwards is not known */
  readonly readUntil: string
  /** newest first */
  readonly listings: readonly Listing[]
  readonly counts: { readonly persons: number; readonly entities: number }
  /** what those listings speak of; `entity` is null when no such case is shipped with the desk */
  readonly cases: readonly { readonly slug: string; readonly name: string; readonly entity: string | null }[]
  /** what is to be known about the register as a whole: how it was read, oddities of the annex */
  readonly notes: readonly string[]
  /** listed by that day under another regime, for what also concerns these cases */
  readonly elsewhere: ListingRegister['relatedListingsInOtherRegimes']
  /** what was done to the framework and to the annex by that day, oldest first */
  readonly timeline: ListingRegister['timeline']
}
