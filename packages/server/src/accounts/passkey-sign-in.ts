/**
 * Signing in with a passkey, without saying who one is: the authenticator knows, and has checked that it is its person.
 *
 * That is two factors at once. A refusal is the same whatever was wrong, and a passkey that nobody has is measured as long as
 * one that somebody has.
 *
 * Rests on: WebAuthn Level 3, 7.2; docs/rules/accounts.md, ACC-09 and ACC-16. Next door: `passkeys.ts`.
 */
import { generateKeyPairSync } from 'node:crypto'
import {
  DemarcheError,
  faultOf,
  type PasskeyRequest,
  type PasskeySignInInput,
  refusalOf,
} from '@demarche/api'
import { inWords } from '@demarche/core'
import type { Caller } from '../session/session.ts'
import type { PasskeyRow } from './account-tables.ts'
import type { AuthLibrary } from './auth-library.ts'
import type { EventLog } from './event-log.ts'
import type { PasskeyAddress } from './passkey-address.ts'
import { challengeIn, readSignature } from './passkey-answers.ts'
import { CHALLENGE_LIFETIME, type PasskeyChallenges } from './passkey-challenges.ts'
import { addressOrRefuse } from './passkeys.ts'
import type { Opened, SessionDesk } from './session-desk.ts'

export interface PasskeySignIn {
  /** What the authenticator is asked to sign; the same for everybody but for the challenge. @throws DemarcheError not-found */
  begin(): Promise<PasskeyRequest>
  /** @throws DemarcheError sign-in-refused */
  finish(signed: PasskeySignInInput, caller: Caller): Promise<Opened>
}

export interface PasskeySignInOptions {
  readonly library: AuthLibrary
  readonly sessions: SessionDesk
  readonly events: EventLog
  readonly challenges: PasskeyChallenges
  /** null where the desk can have none */
  readonly address: PasskeyAddress | null
  readonly clock: () => Date
}

export function openPasskeySignIn(options: PasskeySignInOptions): PasskeySignIn {
  const { library, sessions, events, challenges, address, clock } = options
  const { adapter } = library
  const model = 'passkey'
  const nobodysKey = aKeyOfNobody()

  const refuse = async (row: PasskeyRow | null): Promise<never> => {
    await events.record('sign-in-refused', { detail: 'passkey', ...(row && { about: row.person }) })
    throw refusalOf('sign-in-refused', faultOf('/', inWords('passkey-refused'), 'ACC-16'))
  }
  /** Moves the counter on; false when another sign-in has, or the passkey is gone. */
  const countOn = async ({ id, counter }: PasskeyRow, next: number): Promise<boolean> => {
    const where = [
      { field: 'id', value: id },
      { field: 'counter', value: counter },
    ]
    const update = { counter: String(next), usedAt: clock() }
    return (await adapter.updateMany({ model, where, update })) === 1
  }

  return {
    async begin() {
      const { rpId } = addressOrRefuse(address)
      return {
        rpId,
        challenge: await challenges.give(null),
        timeout: CHALLENGE_LIFETIME,
        userVerification: 'required',
      }
    },
    async finish(signed, caller) {
      const place = addressOrRefuse(address)
      const challenge = challengeIn(signed.clientDataJSON)
      if (challenge === null || !(await challenges.use(challenge, null))) return refuse(null)
      const where = [{ field: 'credential', value: signed.id }]
      const row = await adapter.findOne<PasskeyRow>({ model, where })
      const counter = await readSignature(signed, challenge, place, row?.publicKey ?? nobodysKey)
      const person = Buffer.from(signed.userHandle, 'base64url').toString()
      if (!row || counter === null || person !== row.person) return refuse(row)
      if (isOfCopy(counter, Number(row.counter))) {
        await events.record('passkey-copied', { about: row.person })
        return refuse(row)
      }
      if (!(await countOn(row, counter))) return refuse(row)
      return sessions.open(row.person, caller, 'passkey').catch((error: unknown) => {
        // closed between two steps
        if (error instanceof DemarcheError) return refuse(row)
        throw error
      })
    },
  }
}

/** An authenticator counts up; many, and all that are kept on several devices, do not count and say 0 (WebAuthn, 6.1.1). */
function isOfCopy(counter: number, before: number): boolean {
  return (counter > 0 || before > 0) && counter <= before
}

/** A key for ES256 in COSE form (RFC 9053, 7.1.1) whose private half is forgotten, base64url. */
function aKeyOfNobody(): string {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
    format: 'jwk',
  })
  return Buffer.from(`a5010203262001215820${hex(x)}225820${hex(y)}`, 'hex').toString('base64url')
}

function hex(part: string): string {
  return Buffer.from(part, 'base64url').toString('hex')
}
