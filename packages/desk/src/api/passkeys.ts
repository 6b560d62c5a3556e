/**
 * Passkeys, as hooks: signing in with one, and those of the own account. The browser speaks with the authenticator.
 *
 * What speaks WebAuthn is loaded when somebody asks for it. Next door: `accounts.ts`.
 */
import type {
  PasskeyCreation,
  PasskeyListAnswer,
  PasskeyRequest,
  SessionAnswer,
  WaysAnswer,
} from '@demarche/api'
import { useQuery } from '@tanstack/react-query'
import { useAccountAct, useEntrance } from './accounts.ts'
import { getJson, sendJson } from './client.ts'

/** Why there can be no passkey here, or null where there can. */
export type WhyNoPasskeys = 'no-address' | 'other-address' | 'no-browser'

export function whyNoPasskeys({ passkeys }: WaysAnswer): WhyNoPasskeys | null {
  if (passkeys === null) return 'no-address'
  if (passkeys !== window.location.origin) return 'other-address'
  return typeof window.PublicKeyCredential === 'function' ? null : 'no-browser'
}

/** Nothing came of it between browser and authenticator: given up, taken too long, or not possible with what is there. */
export class NoPasskey extends Error {
  /** true: this authenticator has a passkey of the account already */
  readonly isThere: boolean
  constructor(cause: unknown) {
    super('no passkey', { cause })
    this.name = 'NoPasskey'
    this.isThere = cause instanceof Error && cause.name === 'InvalidStateError'
  }
}

async function orNone<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked
  } catch (cause) {
    throw new NoPasskey(cause)
  }
}

export const usePasskeySignIn = () =>
  useEntrance(async () => {
    const optionsJSON = await sendJson<PasskeyRequest>('POST', '/api/session/passkey')
    const { startAuthentication } = await import('@simplewebauthn/browser')
    const { id, response } = await orNone(startAuthentication({ optionsJSON }))
    const { clientDataJSON, authenticatorData, signature, userHandle } = response
    return sendJson<SessionAnswer>('POST', '/api/session/passkey/confirm', {
      id,
      clientDataJSON,
      authenticatorData,
      signature,
      userHandle,
    })
  })

export function usePasskeys() {
  return useQuery({
    queryKey: ['passkeys'],
    queryFn: ({ signal }) => getJson<PasskeyListAnswer>('/api/account/passkeys', signal),
  })
}
export const useAddPasskey = () =>
  useAccountAct(async ({ name, ...proof }: { name: string; password?: string }) => {
    const optionsJSON = await sendJson<PasskeyCreation>('POST', '/api/account/passkeys', proof)
    const { startRegistration } = await import('@simplewebauthn/browser')
    const { id, response } = await orNone(startRegistration({ optionsJSON }))
    const { clientDataJSON, attestationObject } = response
    return sendJson<SessionAnswer>('POST', '/api/account/passkeys/confirm', {
      name,
      id,
      clientDataJSON,
      attestationObject,
    })
  })
export const useRemovePasskey = (id: string) =>
  useAccountAct((proof: { password?: string }) =>
    sendJson<SessionAnswer>('POST', `/api/account/passkeys/${encodeURIComponent(id)}/removal`, proof),
  )
