/**
 * The contract of the portfolio: kinds of record, lists, single records and the page of a partner.
 *
 * Next door: `routes.ts` for cases; core's `portfolio` for what a kind and a record are.
 */
import type {
  ContactStanding,
  Custody,
  ListingUseFinding,
  Screening,
  FactRow,
  Listing,
  Marking,
  MembershipKind,
  PartnerView,
  PortfolioRecord,
  RecordDoubt,
  RecordKind,
  Source,
  Standing,
  Statement,
  Value,
} from '@demarche/core'
import { LANGUAGES } from '@demarche/core/kernel/language.ts'
import { z } from 'zod'
import { previewPartySchema } from './access.ts'
import { DOCUMENT_FORMATS } from './document-formats.ts'
import { paperLanguageSchema } from './paper-language.ts'
import { newCaseSchema } from './routes.ts'

const calendarDate = z.iso.date()
const kindId = z.string().regex(/^[a-z][a-z-]{1,59}$/, 'expected the word for a kind, e.g. project')
/** An entity in an address, e.g. `project:glacy-plus`. */
export const recordEntitySchema = z
  .string()
  .regex(/^[a-z][a-z-]{1,59}:[\w.-]{1,120}$/, 'expected kind:slug, e.g. project:glacy-plus')
/** A country, organisation or region in an address. */
export const placeCodeSchema = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{1,40}$/, 'expected the code of a country, organisation or region, e.g. GE')

/** GET /api/portfolio/kinds */
export const recordKindsQuerySchema = z.strictObject({ language: z.enum(LANGUAGES).default('en') })

/** GET /api/portfolio/kinds: what records there can be; forms, lists and pages are made of it. */
export interface RecordKindsAnswer {
  readonly kinds: readonly RecordKind[]
}

/** GET /api/portfolio: how many records of each kind the reader sees. */
export interface PortfolioAnswer {
  readonly counts: Readonly<Record<string, number>>
}

export const RECORD_SORTS = ['name', 'start', 'end', 'due', 'recorded'] as const
/** GET /api/portfolio/records */
export const recordListQuerySchema = z.strictObject({
  kind: kindId,
  q: z.string().max(200).optional(),
  /** tied to that place by any property */
  place: placeCodeSchema.optional(),
  /** `property=value`, each must hold; several of one property: one of them */
  facet: z
    .union([z.string().max(200), z.array(z.string().max(200)).max(20)])
    .transform((one) => (typeof one === 'string' ? [one] : one))
    .optional(),
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  /** what could be known by that day; today when absent */
  asOf: calendarDate.optional(),
  /** `columns`: the properties that the kind has columns for; `all`: every property, and the sources they rest on */
  detail: z.enum(['columns', 'all']).default('columns'),
  sort: z.enum(RECORD_SORTS).default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type RecordListQuery = z.input<typeof recordListQuerySchema>

export const RECORD_EXPORT_FORMATS = ['csv', 'xlsx', 'json', 'iati'] as const
export type RecordExportFormat = (typeof RECORD_EXPORT_FORMATS)[number]
/** GET /api/portfolio/export: the list on all its pages as a file. */
export const recordExportQuerySchema = recordListQuerySchema
  .omit({ offset: true, limit: true, detail: true })
  .extend({ format: z.enum(RECORD_EXPORT_FORMATS) })
/** The file in JSON. */
export interface ExportedRecords {
  readonly kind: string
  readonly asOf: string
  /** the highest marking of anything in it */
  readonly marking: Marking
  readonly records: readonly {
    readonly entity: string
    readonly name: string
    readonly marking: Marking
    /** every claim that stands, contested ones side by side, with the sources that make it */
    readonly claims: readonly {
      readonly property: string
      readonly value: Value
      readonly sources: readonly Source[]
    }[]
    readonly doubts: readonly RecordDoubt[]
  }[]
}

/** One record as a list shows it: the properties that its kind has columns for, or all of them. */
export interface RecordRow {
  readonly entity: string
  readonly kind: string
  readonly name: string
  readonly marking: Marking
  readonly facts: readonly FactRow[]
  readonly doubts: readonly RecordDoubt[]
  /** where the statements behind the facts are taken from, by their id; only where everything was asked for */
  readonly sources?: Readonly<Record<string, Source>>
}
/** Names of records and cases that are referred to, by entity; none for those that the reader sees nothing of. */
export type RecordNames = Readonly<Record<string, string>>

export interface RecordListAnswer {
  readonly total: number
  readonly rows: readonly RecordRow[]
  readonly names: RecordNames
  /** the highest marking of the statements that give the names */
  readonly namesMarking: Marking
}

/** Records that point at something by one property of their kind. */
export interface TiedSection {
  readonly kind: string
  /** `property` or `property.part` */
  readonly property: string
  readonly total: number
  /** the last of them by date; for cases their name alone */
  readonly rows: readonly RecordRow[]
}

/** GET /api/portfolio/records/:entity */
export const recordQuerySchema = z.strictObject({
  asOf: calendarDate.optional(),
  recordedBy: z.iso.datetime().optional(),
})
export interface RecordAnswer {
  readonly record: PortfolioRecord
  /** every statement about it that was known by the date, by id */
  readonly statements: Readonly<Record<string, Statement>>
  /** what points at it */
  readonly tied: readonly TiedSection[]
  readonly names: RecordNames
  /** the highest marking of the statements that give the names */
  readonly namesMarking: Marking
  /** of a dual-use screening: what it comes to */
  readonly screening?: Screening
  /** of an item of evidence: whether it may carry a listing, and its chain of custody */
  readonly evidence?: { readonly listingUse: ListingUseFinding; readonly custody: Custody }
  /** of a point of contact: its last check, and whether it has lapsed */
  readonly contact?: ContactStanding
}

/** POST /api/portfolio/records: puts a new record on record. Its name is required. */
export const newRecordSchema = newCaseSchema.extend({ kind: kindId })
export interface NewRecordAnswer {
  readonly entity: string
  readonly statement: Statement
}

/** POST /api/portfolio/records/:entity/withdrawal: withdraws all of a record that its reader sees. */
export const withdrawRecordSchema = z.strictObject({
  reason: z.string().trim().min(1).max(2000),
  /** the last statement about the record that its reader saw: refused when there is a later one (LED-19) */
  follows: z.string().regex(/^[0-9a-f]{64}$/, 'expected the id of the last statement that was shown'),
})
export interface WithdrawRecordAnswer {
  readonly statements: readonly Statement[]
}

/** GET /api/partners/:code: everything that the reader may see about a State or an organisation. */
export const partnerQuerySchema = z.strictObject({ asOf: calendarDate.optional() })
/** GET /api/partners/:code/brief: bytes. */
export const partnerBriefQuerySchema = partnerQuerySchema.extend({
  format: z.enum(DOCUMENT_FORMATS),
  language: paperLanguageSchema,
  as: previewPartySchema.optional(),
})
/** An organisation or region that somebody belongs to. */
export interface PartnerMembership {
  readonly group: string
  readonly kind: MembershipKind
  /** the dates on record are too coarse to tell for that day */
  readonly isUnsure?: true
}
/** Somebody of that State who stands in the register of listings. */
export interface PartnerListing extends Pick<
  Listing,
  'id' | 'name' | 'annexRef' | 'listingDate' | 'status' | 'nationality' | 'countryOfLinkedState'
> {
  readonly standing: Standing
  /** somebody compared the entry with an official text */
  readonly isChecked: boolean
}
export interface PartnerAnswer {
  readonly code: string
  readonly asOf: string
  /** the organisations and regions that it belongs to on that day, observers included */
  readonly memberOf: readonly PartnerMembership[]
  /** the highest marking of anything on the page */
  readonly marking: Marking
  /** by kind and property: how many records are tied to it, and the last of them, which the page is made of */
  readonly sections: readonly TiedSection[]
  /** those records in the order in which they matter */
  readonly view: PartnerView
  /** newest first */
  readonly listings: readonly PartnerListing[]
  readonly names: RecordNames
}
