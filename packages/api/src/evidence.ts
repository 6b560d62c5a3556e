/**
 * The contract for evidence: what rests on an item, what falls if it goes, and the questions before a listing.
 *
 * Next door: `portfolio.ts` for the item itself; core's `dossier/without-evidence.ts` and `portfolio/evidence` conclude.
 */
import type { Availability, DossierChange, ListingUseFinding, Marking, StatementId } from '@demarche/core'
import { z } from 'zod'

/** An item in an address. */
export const evidenceItemSchema = z
  .string()
  .regex(/^evidence-item:[\w.-]{1,120}$/, 'expected evidence-item:slug')

/** GET /api/evidence/:item/rests, GET /api/cases/:entity/evidence */
export const evidenceQuerySchema = z.strictObject({
  /** what could be known by that day; today when absent */
  asOf: z.iso.date().optional(),
})

/** A statement that names an item among its grounds. */
export interface RestingStatement {
  readonly statement: StatementId
  readonly properties: readonly string[]
  readonly document: string
  /** the other items that it names: with one of them it stands */
  readonly also: readonly string[]
}

/** A procedure about a measure that rests on the item. */
export interface RestingProcedure {
  readonly entity: string
  readonly title: string
  readonly measure: string
  readonly marking: Marking
  readonly before: Availability
  readonly after: Availability
  /** whom it lists */
  readonly subjects: readonly string[]
  /** papers that came with its acts, and acts adopted in it, with the names in their annex */
  readonly documents: readonly { readonly title: string; readonly annex: readonly string[] }[]
}

export interface RestingCase {
  readonly entity: string
  readonly name: string
  readonly marking: Marking
  /** they rest on the item alone */
  readonly falls: readonly RestingStatement[]
  /** they name another item too */
  readonly stays: readonly RestingStatement[]
  /** what is found with the item, and without it */
  readonly changes: readonly DossierChange[]
  readonly procedures: readonly RestingProcedure[]
}

/** GET /api/evidence/:item/rests */
export interface EvidenceRestsAnswer {
  readonly item: string
  readonly asOf: string
  /** the highest marking of anything in it; the lowest there is where it is empty */
  readonly marking: Marking
  /** how many cases rest on it; the first of them are weighed */
  readonly total: number
  readonly cases: readonly RestingCase[]
  /** records of the portfolio of which a statement names it */
  readonly records: readonly { readonly entity: string; readonly name: string }[]
  /** names of the other items that statements name, of those that the reader sees */
  readonly names: Readonly<Record<string, string>>
}

/** Somebody's word on whether an item may be used for a listing. */
export interface ListingUseSaid {
  readonly value: string
  readonly statement: StatementId
  /** the party that put it on record */
  readonly by: string
  /** the person, by pseudonym, where that was recorded */
  readonly recordedBy?: string
  readonly document: string
  readonly party?: string
  readonly date?: string
}

/** An item that a case rests on, or that speaks of it. */
export interface CaseEvidenceItem {
  readonly entity: string
  readonly name: string
  readonly marking: Marking
  /** statements that rest on it alone */
  readonly falls: number
  /** statements that name another item too */
  readonly stays: number
  /** findings that would read otherwise without it */
  readonly changes: number
  /** measures whose finding has it under one of its facts */
  readonly measures: readonly string[]
  readonly listingUse: ListingUseFinding
  /** who answered the question of use for a listing, and what; empty: nobody yet */
  readonly answers: readonly ListingUseSaid[]
}

/** GET /api/cases/:entity/evidence */
export interface CaseEvidenceAnswer {
  readonly asOf: string
  /** the highest marking of anything in it; the lowest there is where it is empty */
  readonly marking: Marking
  readonly items: readonly CaseEvidenceItem[]
}

/** POST /api/evidence/:item/files?filename=…&why=…: the file as the body; answers 201 with the entry of custody. */
export const attachFileQuerySchema = z.strictObject({
  filename: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^/\\\p{Cc}]+$/u, 'expected the name of a file, without a folder'),
  /** for what purpose, on whose authority */
  why: z.string().trim().min(1).max(500),
})
/** Files of evidence are held in memory whole while they are encrypted. */
export const MOST_FILE_BYTES = 64_000_000

/** A file that an entry of custody attached. */
export interface EvidenceFile {
  /** that attached it; names the file in its address */
  readonly statement: StatementId
  /** the entry of custody */
  readonly entry: string
  readonly filename: string
  /** of the file before it was encrypted */
  readonly sha256: string
  readonly at: string
  /** the party that attached it */
  readonly by: string
  readonly marking: Marking
  /** the key that opens it is at hand */
  readonly isReadable: boolean
}

/** GET /api/evidence/:item/files; GET /api/evidence/:item/files/:statement answers the bytes. */
export interface EvidenceFilesAnswer {
  readonly files: readonly EvidenceFile[]
}

/** POST /api/evidence/:item/files */
export interface AttachFileAnswer {
  /** the entry of custody */
  readonly entity: string
  readonly statement: StatementId
}
