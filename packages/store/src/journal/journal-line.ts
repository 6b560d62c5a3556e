/**
 * The lines of the journal: one statement or tombstone each, and a seal line that closes every batch.
 *
 * A batch without its seal line was never acknowledged. The seal line carries the number of lines, the number of all
 * statements so far and the head of the hash chain, so a reader of the file can prove that nothing is missing.
 *
 * Next door: `journal.ts` writes and reads the files, `../ledger/seal.ts` is the chain.
 */
import { markingSchema, partialDateSchema, remarkingSchema } from '@demarche/core'
import { z } from 'zod'

/** What an erased correction or withdrawal refers to, without a word of it. */
const referenceSchema = z.strictObject({
  statement: z.string(),
  property: z.string().optional(),
  /** SHA-256 of the canonical JSON of the one value that was withdrawn */
  valueHash: z.string().optional(),
})

export const tombstoneSchema = z.strictObject({
  authority: z.string(),
  by: z.string(),
  at: z.string(),
  /** what access rules need to know of it */
  entity: z.string(),
  kind: z.string(),
  marking: markingSchema,
  contentHash: z.string(),
  assertedAt: z.string(),
  /** for whom it was put on record: access may depend on it */
  assertedBy: z.string().optional(),
  /** what it marked anew stays so */
  remarks: remarkingSchema.optional(),
  /** when the source said it: from then on what it withdrew is withdrawn */
  sourceDate: partialDateSchema.optional(),
  /** what it corrected or withdrew stays so */
  supersedes: z.array(referenceSchema).optional(),
  retracts: z.array(referenceSchema).optional(),
})
/** What is left of a statement that the law required to be erased. */
export type Tombstone = z.infer<typeof tombstoneSchema>

/** One statement as recorded: `body` is the canonical JSON whose hash is `id`. */
export type Entry =
  | { readonly id: string; readonly body: string; readonly tombstone?: undefined }
  | { readonly id: string; readonly body?: undefined; readonly tombstone: Tombstone }

const headSchema = z.strictObject({
  /** statements in this batch */
  batch: z.int().min(0),
  /** statements on record after it */
  sealed: z.int().min(0),
  seal: z.string(),
  /** erasures on record after it */
  erasures: z.int().min(0),
})
export type SealLine = z.infer<typeof headSchema>

const STATEMENT = /^\{"id":"([0-9a-f]{64})","statement":(.*)\}$/s
const ERASED = /^\{"erased":"([0-9a-f]{64})","tombstone":(.*)\}$/s
export const SEAL_PREFIX = '{"batch":'

export function formatEntry(entry: Entry): string {
  return entry.tombstone === undefined
    ? `{"id":"${entry.id}","statement":${entry.body}}\n`
    : `{"erased":"${entry.id}","tombstone":${JSON.stringify(entry.tombstone)}}\n`
}

export function formatSeal({ batch, sealed, seal, erasures }: SealLine): string {
  return `${JSON.stringify({ batch, sealed, seal, erasures })}\n`
}

/** The entry in a line without its line end, or null when the line is damaged. */
export function parseEntry(line: string): Entry | null {
  const [, id, body] = STATEMENT.exec(line) ?? []
  if (id !== undefined && body !== undefined) return { id, body }
  const [, erasedId, text] = ERASED.exec(line) ?? []
  if (erasedId === undefined || text === undefined) return null
  const tombstone = tombstoneSchema.safeParse(parseJson(text))
  return tombstone.success ? { id: erasedId, tombstone: tombstone.data } : null
}

/** The seal in a line, or null when it is none. */
export function parseSeal(line: string): SealLine | null {
  if (!line.startsWith(SEAL_PREFIX)) return null
  const seal = headSchema.safeParse(parseJson(line))
  return seal.success ? seal.data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
