/**
 * What an authenticator answers, checked: challenge, origin, relying party, that its person was verified, and the signature.
 *
 * The library is loaded when it is first needed, so that a desk without passkeys does without it. Its checks say no by throwing.
 * The counter is compared by whoever asks, once the signature is known to be right.
 *
 * Rests on: @simplewebauthn/server 14; WebAuthn Level 3, 7.1 and 7.2. Next door: `passkeys.ts`, `passkey-sign-in.ts`.
 */
import { type AddPasskeyInput, PASSKEY_ALGORITHMS, type PasskeySignInInput } from '@demarche/api'
import { z } from 'zod'
import type { PasskeyAddress } from './passkey-address.ts'

const clientDataSchema = z.object({ challenge: z.string(), crossOrigin: z.boolean().optional() })

/** The challenge that was signed, or null when it cannot be read or another site showed the desk in a frame. */
export function challengeIn(clientDataJSON: string): string | null {
  try {
    const data = clientDataSchema.parse(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()))
    return data.crossOrigin === true ? null : data.challenge
  } catch {
    return null
  }
}

export interface NewPasskey {
  readonly credential: string
  /** COSE key, base64url */
  readonly publicKey: string
  readonly counter: number
}

/** The passkey that was made, or null when the answer does not hold. */
export async function readNewPasskey(
  { id, clientDataJSON, attestationObject }: AddPasskeyInput,
  challenge: string,
  { rpId, origin }: PasskeyAddress,
): Promise<NewPasskey | null> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...asKey(id), response: { clientDataJSON, attestationObject } },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...PASSKEY_ALGORITHMS],
    })
    if (!registrationInfo || registrationInfo.credential.id !== id) return null
    const { publicKey, counter } = registrationInfo.credential
    return { credential: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter }
  } catch {
    return null
  }
}

/** The counter of the authenticator, or null when the signature or anything else does not hold. */
export async function readSignature(
  { id, clientDataJSON, authenticatorData, signature, userHandle }: PasskeySignInInput,
  challenge: string,
  { rpId, origin }: PasskeyAddress,
  publicKey: string,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...asKey(id), response: { clientDataJSON, authenticatorData, signature, userHandle } },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      credential: { id, publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')), counter: 0 },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}

function asKey(id: string) {
  return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} }
}
