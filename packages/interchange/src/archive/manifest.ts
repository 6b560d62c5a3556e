/**
 * The archive of a case: a file of lines that proves itself. First the manifest, then one line a statement with its
 * canonical text, last the signature of the desk over everything before it.
 *
 * In: what stands in a line; out: the line. Reading and proving is next door in `read-archive.ts`; the server knows the key.
 *
 * Rests on: RFC 8785 (canonical JSON), FIPS 180-4 (SHA-256), RFC 8032 (Ed25519). Rules: docs/rules/record.md, RCD-10.
 */
import { createHash, createPublicKey } from 'node:crypto'
import { canonicalJson, draftStatementSchema, markingSchema, statementIdSchema } from '@demarche/core'
import { z } from 'zod'

export const ARCHIVE_FORMAT = 'demarche-case-archive'
export const ARCHIVE_VERSION = 1

export const manifestSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.literal(
    ARCHIVE_VERSION,
    `is not ${ARCHIVE_VERSION}: a newer Demarche made this archive, and one as new is needed to read it`,
  ),
  case: z.string().regex(/^case:[\w.-]{1,120}$/, 'expected case:slug'),
  /** the desk's public key, SPKI in base64 */
  publicKey: z.string().min(40).max(200),
  /** the party whose desk made it, and the party for whom it was made where it was narrowed to one */
  party: z.string().min(1),
  asParty: z.string().min(1).optional(),
  /** the ceiling of what went in */
  upTo: z.string().min(1),
  madeAt: z.iso.datetime({ precision: 3 }),
  /** the highest marking inside */
  marking: markingSchema,
  /** the case and its procedures, with how many statements each has in the file */
  entities: z.record(z.string(), z.int().min(0)),
  statements: z.int().min(1),
  /** what a reader of the file should know */
  notes: z.array(z.string()),
})
export type Manifest = z.infer<typeof manifestSchema>

/** `marked` says that the marking is not the one in the original text, so that the id proves nothing by itself. */
export const archivedSchema = z.strictObject({
  id: statementIdSchema,
  marked: z.literal(true).optional(),
  statement: draftStatementSchema,
})
export type Archived = z.infer<typeof archivedSchema>

export const signatureSchema = z.strictObject({
  /** of everything before this line, in hexadecimal */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Ed25519 over the 32 bytes of that hash, in base64 */
  signature: z.string().min(80).max(100),
})

export function manifestLine(manifest: Manifest): string {
  return `${canonicalJson(manifest)}\n`
}
export function archivedLine(archived: Archived): string {
  return `${canonicalJson(archived)}\n`
}
export function signatureLine(sha256: string, signature: Uint8Array): string {
  return `${canonicalJson({ sha256, signature: Buffer.from(signature).toString('base64') })}\n`
}

/** What people compare over another channel: the SHA-256 of the public key (SPKI, DER), in hexadecimal. */
export function fingerprintOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')
}

/** A fingerprint as people write it, without gaps and colons. @example plainFingerprint('AB12 cd:34') // 'ab12cd34' */
export function plainFingerprint(text: string): string {
  return text.replaceAll(/[\s:]/g, '').toLowerCase()
}

/** The key of a manifest; null when it is none for Ed25519. */
export function keyIn(publicKey: string): ReturnType<typeof createPublicKey> | null {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}
