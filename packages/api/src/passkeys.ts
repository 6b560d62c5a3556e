/**
 * The contract of passkeys: those of the own account, and signing in with one.
 *
 * Questions and answers have the names of WebAuthn; what is binary travels as base64url without padding.
 * Rests on: WebAuthn Level 3; docs/rules/accounts.md, ACC-16 and ACC-17.
 */
import { z } from 'zod'

/** COSE numbers of the signatures that are taken: EdDSA, ES256, RS256. */
export const PASSKEY_ALGORITHMS = [-8, -7, -257] as const

const bytes = (most: number) => z.base64url().min(1).max(most)
const password = z.string().min(1).max(200)
/** at most 1023 bytes */
const id = bytes(1364)
const clientDataJSON = bytes(8000)

/** One line of GET /api/account/passkeys. */
export interface PasskeyLine {
  readonly id: string
  /** as its person called it */
  readonly name: string
  readonly createdAt: string
  /** when somebody last signed in with it, or null */
  readonly usedAt: string | null
}
export interface PasskeyListAnswer {
  readonly passkeys: readonly PasskeyLine[]
}

/** POST /api/account/passkeys: begins to add one. POST /api/account/passkeys/:passkey/removal. `password` where there is one. */
export const freshProofSchema = z.strictObject({ password: password.exactOptional() })
/** What the browser asks the authenticator to make (PublicKeyCredentialCreationOptionsJSON). */
export interface PasskeyCreation {
  readonly rp: { readonly id: string; readonly name: string }
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly challenge: string
  readonly pubKeyCredParams: { readonly type: 'public-key'; readonly alg: number }[]
  /** milliseconds */
  readonly timeout: number
  readonly excludeCredentials: { readonly type: 'public-key'; readonly id: string }[]
  readonly authenticatorSelection: {
    readonly residentKey: 'required'
    readonly requireResidentKey: true
    readonly userVerification: 'required'
  }
  readonly attestation: 'none'
}

/** POST /api/account/passkeys/confirm: what the authenticator made. Answers SessionAnswer. */
export const addPasskeySchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  id,
  clientDataJSON,
  attestationObject: bytes(40_000),
})
export type AddPasskeyInput = z.output<typeof addPasskeySchema>

/** POST /api/session/passkey: what the browser asks the authenticator to sign (PublicKeyCredentialRequestOptionsJSON). */
export interface PasskeyRequest {
  readonly rpId: string
  readonly challenge: string
  /** milliseconds */
  readonly timeout: number
  readonly userVerification: 'required'
}
/** POST /api/session/passkey/confirm: what it signed. Answers SessionAnswer. */
export const passkeySignInSchema = z.strictObject({
  id,
  clientDataJSON,
  authenticatorData: bytes(8000),
  signature: bytes(8000),
  userHandle: bytes(100),
})
export type PasskeySignInInput = z.output<typeof passkeySignInSchema>
