/**
 * Reads the archive of a case and proves it: the signature first, then the counts, then every id.
 *
 * Nothing is handed on unless all of it holds. Whether the key is one to be trusted is for the caller to say: the
 * signature proves that the holder of the key made the file, not who that is.
 *
 * Rules: docs/rules/record.md, RCD-10 to RCD-12. Next door: `manifest.ts`.
 */
import { createHash, verify } from 'node:crypto'
import { canonicalJson, inFile, inWords, sha256Hex, wordsOfIssue } from '@demarche/core'
import type { z } from 'zod'
import { decodeText } from '../decode.ts'
import { parseJson } from '../json-text.ts'
import { refuse } from '../refusal.ts'
import {
  type Archived,
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  archivedSchema,
  fingerprintOf,
  keyIn,
  type Manifest,
  manifestSchema,
  signatureSchema,
} from './manifest.ts'

export interface ArchiveReading {
  readonly manifest: Manifest
  /** of the key that signed it */
  readonly fingerprint: string
  readonly statements: readonly Archived[]
}

const START = `"format":"${ARCHIVE_FORMAT}"`

/** True when the bytes are an archive, sound or not. */
export function isArchive(bytes: Uint8Array): boolean {
  const end = bytes.indexOf(10)
  return end > 0 && end < 1_000_000 && Buffer.from(bytes.subarray(0, end)).includes(START)
}

/** @throws ImportRefusal RCD-10 to RCD-12, or that of the text; then nothing of the file counts */
export function readArchive(bytes: Uint8Array): ArchiveReading {
  const text = decodeText(bytes)
  if (!text.endsWith('\n')) refuse(inFile('file'), inWords('archive-not-whole'), 'RCD-10')
  const lines = text.slice(0, -1).split('\n')
  const last = lines.length
  if (last < 3) refuse(inFile('file'), inWords('archive-not-whole'), 'RCD-10')
  const manifest = parsed(manifestSchema, lines[0], 1)
  const signed = parsed(signatureSchema, lines[last - 1], last)
  const before = bytes.subarray(0, bytes.lastIndexOf(10, bytes.length - 2) + 1)
  const digest = createHash('sha256').update(before).digest()
  if (digest.toString('hex') !== signed.sha256) {
    refuse(inFile('file'), inWords('archive-changed'), 'RCD-11')
  }
  const key = keyIn(manifest.publicKey)
  if (!key) return refuse([inFile('line', 1), 'publicKey'], inWords('archive-no-key'), 'RCD-11')
  if (!verify(null, digest, key, Buffer.from(signed.signature, 'base64'))) {
    refuse(inFile('line', last), inWords('archive-signed-by-another'), 'RCD-11')
  }
  const statements = lines.slice(1, -1).map((line, index) => archivedIn(line, index + 2))
  refuseOtherCounts(manifest, statements)
  return { manifest, fingerprint: fingerprintOf(manifest.publicKey), statements }
}

function archivedIn(line: string, number: number): Archived {
  const archived = parsed(archivedSchema, line, number)
  if (archived.marked) return archived
  if (sha256Hex(canonicalJson(archived.statement)) !== archived.id) {
    refuse(inFile('line', number), inWords('archive-other-id', { seen: archived.id }), 'RCD-12')
  }
  return archived
}

function parsed<S extends z.ZodType>(schema: S, line: string | undefined, number: number): z.output<S> {
  const read = schema.safeParse(parseJson(line ?? ''))
  if (read.success) return read.data
  const [issue] = read.error.issues
  return refuse(
    [inFile('line', number), `/${issue?.path.join('/') ?? ''}`],
    issue && isOfNewer(issue.path)
      ? inWords('archive-newer', { most: ARCHIVE_VERSION })
      : ((issue && wordsOfIssue({ ...issue })) ?? inWords('archive-line-other')),
    'RCD-10',
  )
}

/** Only a manifest has a version. */
function isOfNewer(path: readonly PropertyKey[]): boolean {
  return path.length === 1 && path[0] === 'version'
}

function refuseOtherCounts(manifest: Manifest, statements: readonly Archived[]): void {
  const counted: Record<string, number> = {}
  for (const { statement } of statements) counted[statement.entity] = (counted[statement.entity] ?? 0) + 1
  if (
    statements.length !== manifest.statements ||
    canonicalJson(counted) !== canonicalJson(manifest.entities)
  ) {
    refuse(inFile('line', 1), inWords('archive-other-count'), 'RCD-10')
  }
}
