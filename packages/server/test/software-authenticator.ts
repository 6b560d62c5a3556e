/**
 * An authenticator in software, with the browser in front of it: makes passkeys and signs with them, rightly or with one
 * thing wrong. For tests.
 *
 * Rests on: WebAuthn Level 3, 5.8.1 (client data), 6.1 (authenticator data), 8.7 (no attestation); RFC 9053, 7.1.1.
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { AddPasskeyInput, PasskeyCreation, PasskeyRequest, PasskeySignInInput } from '@demarche/api'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** What may be other than it should. */
export interface Wrong {
  readonly origin?: string
  readonly rpId?: string
  /** false: somebody touched it, and nobody was asked for PIN or fingerprint */
  readonly isVerified?: boolean
  readonly crossOrigin?: boolean
  /** instead of the next one */
  readonly counter?: number
  readonly userHandle?: string
  readonly challenge?: string
  readonly type?: string
  readonly id?: string
}

export interface SoftwareAuthenticator {
  /** the id of its passkey, base64url */
  readonly id: string
  make(asked: PasskeyCreation, name: string, wrong?: Wrong): AddPasskeyInput
  sign(asked: PasskeyRequest, wrong?: Wrong): PasskeySignInInput
  /** another one with the same key and the counter of now */
  copy(): SoftwareAuthenticator
}

interface Kept {
  readonly id: Buffer
  readonly privateKey: KeyObject
  readonly key: Uint8Array
  counter: number
  userHandle: string
}

const IS_PRESENT = 1
const IS_VERIFIED = 4
const HAS_KEY = 64

/** @param counts false: it always says 0, as those do that keep passkeys on several devices */
export function softwareAuthenticator(origin: string, counts = true): SoftwareAuthenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const cose = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ])
  const kept = { id: randomBytes(32), privateKey, key: isoCBOR.encode(cose), counter: 0, userHandle: '' }
  return withKey(kept, origin, counts)
}

function withKey(kept: Kept, origin: string, counts: boolean): SoftwareAuthenticator {
  const clientData = (type: string, challenge: string, wrong: Wrong): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: wrong.type ?? type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? origin,
        crossOrigin: wrong.crossOrigin ?? false,
      }),
    )
  const authenticatorData = (rpId: string, wrong: Wrong, key?: Buffer): Buffer => {
    if (counts) kept.counter += 1
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(wrong.counter ?? kept.counter)
    const flags = IS_PRESENT | (wrong.isVerified === false ? 0 : IS_VERIFIED) | (key ? HAS_KEY : 0)
    const hash = createHash('sha256')
      .update(wrong.rpId ?? rpId)
      .digest()
    return Buffer.concat([hash, Buffer.from([flags]), counter, ...(key ? [key] : [])])
  }
  return {
    id: kept.id.toString('base64url'),
    make({ challenge, rp, user }, name, wrong = {}) {
      kept.userHandle = user.id
      const id = wrong.id === undefined ? kept.id : Buffer.from(wrong.id, 'base64url')
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const key = Buffer.concat([Buffer.alloc(16), length, id, kept.key])
      const made = new Map<string, string | Map<string, string> | Uint8Array>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', Uint8Array.from(authenticatorData(rp.id, wrong, key))],
      ])
      return {
        name,
        id: id.toString('base64url'),
        clientDataJSON: clientData('webauthn.create', challenge, wrong).toString('base64url'),
        attestationObject: Buffer.from(isoCBOR.encode(made)).toString('base64url'),
      }
    },
    sign({ challenge, rpId }, wrong = {}) {
      const client = clientData('webauthn.get', challenge, wrong)
      const data = authenticatorData(rpId, wrong)
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      return {
        id: wrong.id ?? kept.id.toString('base64url'),
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, kept.privateKey).toString('base64url'),
        userHandle: wrong.userHandle ?? kept.userHandle,
      }
    },
    copy: () => withKey({ ...kept }, origin, counts),
  }
}
