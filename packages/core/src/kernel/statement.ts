/**
 * The statement: somebody said something, on a day, on some authority, with some confidence, for some readers.
 *
 * One statement is one act of assertion about one entity, with one or more assertions. The ledger only grows: a
 * correction supersedes, a withdrawal retracts. The id is the SHA-256 of the canonical JSON of everything else, so the
 * same words from the same source recorded at the same time are the same statement.
 *
 * Rests on: RFC 8785 (JSON Canonicalization Scheme), FIPS 180-4 (SHA-256), the Admiralty code for gradings.
 * Next door: `fact.ts` resolves statements into facts, `vocabulary.ts` types the assertions.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { markingSchema } from './marking.ts'
import { partialDateSchema } from './partial-date.ts'
import { valueSchema } from './value.ts'

/** Admiralty reliability of the source: A completely reliable … E unreliable, F cannot be judged. */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
/** Admiralty credibility of the information: 1 confirmed … 5 improbable, 6 cannot be judged. */
export const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const
export const CONFIDENCES = ['low', 'moderate', 'high'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export const gradingSchema = z.strictObject({
  reliability: z.enum(RELIABILITIES),
  credibility: z.enum(CREDIBILITIES),
})
/** Admiralty grading. `F6` means that nobody has judged it, not that it is bad. */
export type Grading = z.infer<typeof gradingSchema>

export const sourceSchema = z.strictObject({
  document: z.string().min(1),
  /** when the source said it */
  date: partialDateSchema.optional(),
  locator: z.string().min(1).optional(),
  address: z.string().min(1).optional(),
  /** the party that speaks, where the source is a named party */
  party: z.string().min(1).optional(),
  /** true when the passage was read at the address; false when recalled or taken second-hand */
  verified: z.boolean(),
  /** what is doubtful about it, in words */
  note: z.string().min(1).optional(),
  /** the items of evidence that it rests on; while one of them stands, so does what is said (EVI-01) */
  evidence: z
    .array(z.string().regex(/^evidence-item:[\w.-]{1,120}$/, 'expected evidence-item:slug'))
    .min(1)
    .max(20)
    .optional(),
})
export type Source = z.infer<typeof sourceSchema>

export const assertionSchema = z.strictObject({
  property: z.string().min(1),
  value: valueSchema,
  /** the first day on which it held in the world; only for properties whose value changes with time (VOC-03) */
  validFrom: partialDateSchema.optional(),
  /** the last such day */
  validTo: partialDateSchema.optional(),
})
export type Assertion = z.infer<typeof assertionSchema>

export const statementIdSchema = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits')
/** SHA-256 in lower-case hexadecimal. */
export type StatementId = string

/** Points at a statement on record, at a property of it, or at one of several values of a property. */
export const referenceSchema = z.strictObject({
  statement: statementIdSchema,
  /** only this property of it; the whole statement when absent */
  property: z.string().min(1).optional(),
  /** only this one of several values of the property */
  value: valueSchema.optional(),
  /** the same by the SHA-256 of its canonical JSON: all that is left of it once the reference was erased */
  valueHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})
export type StatementReference = z.infer<typeof referenceSchema>

export const draftStatementSchema = z.strictObject({
  /** what it is about, as `kind:slug`, e.g. `case:viasat-kasat-2022` */
  entity: z.string().regex(/^[a-z-]+:[\w.-]{1,120}$/, 'expected kind:slug, e.g. case:viasat-kasat-2022'),
  kind: z.string().regex(/^[a-z-]{1,60}$/, 'expected a word of lower-case letters, e.g. case'),
  assertions: z.array(assertionSchema),
  source: sourceSchema,
  grading: gradingSchema,
  confidence: z.enum(CONFIDENCES).optional(),
  marking: markingSchema,
  /** the party or person that put it on record */
  assertedBy: z.string().min(1),
  /** when this desk recorded it (transaction time, UTC) */
  assertedAt: z.iso.datetime({ precision: 3 }),
  supersedes: z.array(referenceSchema).min(1).optional(),
  retracts: z.array(referenceSchema).min(1).optional(),
  /** why it corrects, withdraws or marks anew */
  reason: z.string().min(1).optional(),
  /** the person who put it on record, by pseudonym; absent where that was not recorded */
  recordedBy: z
    .string()
    .regex(/^person:[0-9a-f]{16}$/, 'expected person: and 16 hexadecimal digits')
    .optional(),
})
/** A statement that has not been given its id yet. */
export type DraftStatement = z.infer<typeof draftStatementSchema>

export const statementSchema = draftStatementSchema.extend({
  id: statementIdSchema,
  /** its marking is not the one in its text: it was marked anew since (LED-16) */
  remarked: z.literal(true).optional(),
  /** it was erased on that authority: it says nothing any more, and what it withdrew stays withdrawn (LED-10) */
  erased: z
    .strictObject({
      authority: z.string(),
      at: z.iso.datetime({ precision: 3 }),
      /** who carried it out, as the tombstone says (RCD-07) */
      by: z.string().optional(),
    })
    .optional(),
})
export type Statement = z.infer<typeof statementSchema>

/**
 * The RFC 8785 text of a JSON value.
 * @throws TypeError when the value is not JSON (undefined, NaN, a function)
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('value has no JSON form')
  return text
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** Gives a draft its id: the SHA-256 of its canonical JSON. Pure: the same draft always gets the same id. */
export function identify(draft: DraftStatement): Statement {
  return { id: sha256Hex(canonicalJson(draft)), ...draft }
}

/** True when the statement's id is the hash of the rest: nothing in it was altered. */
export function isIntact(statement: Statement): boolean {
  const { id, ...draft } = statement
  return sha256Hex(canonicalJson(draft)) === id
}
