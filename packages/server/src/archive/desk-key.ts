/**
 * The key with which this desk signs archives: made when it is first needed, kept in the data folder, never shown.
 *
 * Only its fingerprint leaves the machine, to be compared over another channel. Rule: docs/rules/record.md, RCD-11.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fingerprintOf } from '@demarche/interchange/archive/manifest.ts'

export interface DeskKey {
  /** SPKI in base64 */
  readonly publicKey: string
  readonly fingerprint: string
  sign(digest: Uint8Array): Uint8Array
}

/** The key in that folder; a new one where there is none. */
export async function deskKeyIn(folder: string): Promise<DeskKey> {
  const path = join(folder, 'archive-key.pem')
  const privateKey = (await keyAt(path)) ?? (await newKeyAt(folder, path))
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64')
  return {
    publicKey,
    fingerprint: fingerprintOf(publicKey),
    sign: (digest) => sign(null, digest, privateKey),
  }
}

async function keyAt(path: string): Promise<KeyObject | null> {
  try {
    return createPrivateKey(await readFile(path))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

async function newKeyAt(folder: string, path: string): Promise<KeyObject> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  try {
    await writeFile(path, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' })
    return privateKey
  } catch (error) {
    // another process was first: its key is the desk's
    const other = await keyAt(path)
    if (other) return other
    throw error
  }
}
