/**
 * Encrypting a file of evidence: AES-256-GCM under a data key of its own, the data key wrapped in the same way by the key outside.
 *
 * Both are bound to the statement that attaches the file, so that neither opens in another's place. What comes out of the one
 * function goes into the other; a byte changed anywhere is found.
 *
 * Rests on: NIST SP 800-38D (GCM), by node:crypto. Rule: EVI-05. Next door: `evidence-keys.ts` has the keys.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { SealedFile } from '@demarche/store'
import { type EvidenceKey, KEY_BYTES } from './evidence-keys.ts'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** What encryption adds to a file. */
export const SEAL_BYTES = NONCE_BYTES + TAG_BYTES

type Sealed = Pick<SealedFile, 'keyId' | 'wrappedKey' | 'sealed'>

/** Encrypts a file for the statement that attaches it. */
export function sealFile(plain: Uint8Array, statement: string, key: EvidenceKey): Sealed {
  const dataKey = randomBytes(KEY_BYTES)
  const sealed = encrypt(plain, dataKey, `file ${statement}`)
  return { sealed, ...wrap(dataKey, statement, key) }
}

/** The file as it was. @throws Error when it was changed, or the key is another one */
export function openFile({ sealed, ...wrapped }: Sealed, statement: string, key: EvidenceKey): Buffer {
  return decrypt(sealed, unwrap(wrapped, statement, key), `file ${statement}`)
}

/** The data key under another key; the file itself stays as it is. */
export function rewrap(
  wrapped: Pick<Sealed, 'wrappedKey'>,
  statement: string,
  from: EvidenceKey,
  to: EvidenceKey,
): Pick<Sealed, 'keyId' | 'wrappedKey'> {
  return wrap(unwrap(wrapped, statement, from), statement, to)
}

function wrap(dataKey: Uint8Array, statement: string, { id, bytes }: EvidenceKey) {
  return { keyId: id, wrappedKey: encrypt(dataKey, bytes, `key ${statement}`).toString('base64') }
}

function unwrap(
  { wrappedKey }: Pick<Sealed, 'wrappedKey'>,
  statement: string,
  { bytes }: EvidenceKey,
): Buffer {
  return decrypt(Buffer.from(wrappedKey, 'base64'), bytes, `key ${statement}`)
}

/** Nonce, tag, ciphertext. */
function encrypt(plain: Uint8Array, key: Uint8Array, bound: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(`demarche evidence ${bound}`))
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

function decrypt(sealed: Uint8Array, key: Uint8Array, bound: string): Buffer {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(`demarche evidence ${bound}`))
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, SEAL_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(SEAL_BYTES)), decipher.final()])
}
