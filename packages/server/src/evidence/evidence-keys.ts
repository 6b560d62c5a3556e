/**
 * The key of evidence: it wraps the data key of every file, and lies in a file of its own, outside of the records.
 *
 * The file is JSON with one key, or more while one takes the place of another; the last wraps what is new. It is made when the
 * first file of evidence comes, with mode 0600, and never again: where files were encrypted and the key is gone, nothing
 * can be read, and the desk says so instead of beginning anew.
 *
 * Rules: docs/rules/evidence.md, EVI-05 and EVI-09. Next door: `seal-file.ts` encrypts.
 */
import { createHash, randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { DemarcheError } from '@demarche/api'
import { inWords } from '@demarche/core'
import { writeFirst, writeWhole } from '@demarche/store/engine/write-whole.ts'
import { z } from 'zod'

export interface EvidenceKey {
  /** the beginning of the SHA-256 of the key */
  readonly id: string
  readonly bytes: Buffer
}

export const KEY_BYTES = 32
const SETTING = 'DEMARCHE_EVIDENCE_KEY_FILE'

const keyFileSchema = z.strictObject({
  demarche: z.literal('evidence keys'),
  keys: z
    .array(
      z.strictObject({
        id: z.string(),
        key: z
          .base64()
          .refine((text) => Buffer.from(text, 'base64').length === KEY_BYTES, 'expected 32 bytes'),
      }),
    )
    .min(1),
})

/** A new key. */
export function newKey(): EvidenceKey {
  const bytes = randomBytes(KEY_BYTES)
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 16), bytes }
}

/**
 * The keys in the file, the one for new files last; null when there is no such file.
 * @throws DemarcheError not-ready when it cannot be read, is not a file of keys, or is open to others
 */
export async function readKeys(path: string): Promise<readonly EvidenceKey[] | null> {
  const found = await stat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw noKey('cannot be looked at')
  })
  if (!found) return null
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw noKey('can be read by others than its owner; set its mode to 0600')
  const text = await readFile(path, 'utf8').catch(() => {
    throw noKey('cannot be read')
  })
  const { data } = keyFileSchema.safeParse(jsonIn(text))
  if (!data) throw noKey('holds no keys of evidence')
  return data.keys.map(({ id, key }) => ({ id, bytes: Buffer.from(key, 'base64') }))
}

/** Puts these keys in the place of those in the file, whole or not at all. */
export async function writeKeys(path: string, keys: readonly EvidenceKey[]): Promise<void> {
  await writeWhole(path, keyFileText(keys))
}

function keyFileText(keys: readonly EvidenceKey[]): string {
  const listed = keys.map(({ id, bytes }) => ({ id, key: bytes.toString('base64') }))
  return `${JSON.stringify({ demarche: 'evidence keys', keys: listed })}\n`
}

/**
 * The key that wraps a new file; made where there is none and nothing was ever encrypted here.
 * @param isUsed files have been encrypted
 * @throws DemarcheError not-ready when the key is gone or cannot be read
 */
export async function keyForNewFiles(path: string, isUsed: boolean): Promise<EvidenceKey> {
  const last = (await readKeys(path))?.at(-1)
  if (last) return last
  if (isUsed) throw noKey('is not there, though files were encrypted with it')
  const made = newKey()
  try {
    await writeFirst(path, keyFileText([made]), made.id)
  } catch (error) {
    // another process may have made it in between
    const others = (await readKeys(path))?.at(-1)
    if (others) return others
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault'
    throw noKey(`could not be made (${code})`)
  }
  return made
}

/** Why not all of these files can be read, for whoever runs the desk; null when they can. */
export async function whyNotReadable(
  path: string,
  files: readonly { readonly keyId: string }[],
): Promise<string | null> {
  if (files.length === 0) return null
  try {
    const known = new Set((await readKeys(path))?.map(({ id }) => id))
    const locked = files.filter(({ keyId }) => !known.has(keyId)).length
    return locked === 0
      ? null
      : `${locked} of ${files.length} files of evidence cannot be read: the key that opens them is not in ${path} (${SETTING}, EVI-05).`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** What to say where the key is not to be had; names the setting and not the path, which is the operator's. */
export function noKey(why: string): DemarcheError {
  return new DemarcheError(
    'not-ready',
    `The key of evidence ${why}. Without it no file of evidence can be read or added; everything else of the desk goes on. The operator finds where it must lie under ${SETTING} in docs/configuration.md. (EVI-05)`,
    [
      {
        place: SETTING,
        message: `the key of evidence ${why}`,
        rule: 'EVI-05',
        words: inWords('evidence-key-missing'),
      },
    ],
  )
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
