/**
 * The passkeys of an account: added, listed, removed one by one.
 *
 * Adding and removing ask for a fresh proof of the person, rotate the session and end all others, as with a second factor.
 * Rests on: WebAuthn Level 3; docs/rules/accounts.md, ACC-16 and ACC-17. Next door: `passkey-sign-in.ts`.
 */
import {
  type AddPasskeyInput,
  DemarcheError,
  faultOf,
  PASSKEY_ALGORITHMS,
  type PasskeyCreation,
  type PasskeyLine,
  refusalOf,
} from '@demarche/api'
import { inWords } from '@demarche/core'
import type { Caller, Session } from '../session/session.ts'
import { emailOf } from './account-tables.ts'
import type { AuthLibrary } from './auth-library.ts'
import type { EventLog } from './event-log.ts'
import type { AskForFreshProof } from './fresh-proof.ts'
import type { PasskeyAddress } from './passkey-address.ts'
import { challengeIn, readNewPasskey } from './passkey-answers.ts'
import { CHALLENGE_LIFETIME, type PasskeyChallenges } from './passkey-challenges.ts'
import type { Opened, SessionDesk } from './session-desk.ts'

export const MOST_PASSKEYS = 20

export interface Passkeys {
  /** Oldest first. */
  list(person: string): Promise<readonly PasskeyLine[]>
  /** What the authenticator is asked to make. @throws DemarcheError value-refused, too-many-requests, not-found */
  begin(session: Session, password: string | undefined): Promise<PasskeyCreation>
  /** Keeps what it made. A session that lacked a second factor has one now. @throws DemarcheError value-refused */
  add(session: Session, made: AddPasskeyInput, caller: Caller): Promise<Opened>
  /** @throws DemarcheError not-found; value-refused, for the last way to sign in too */
  remove(session: Session, id: string, password: string | undefined, caller: Caller): Promise<Opened>
}

export interface PasskeyOptions {
  readonly library: AuthLibrary
  readonly sessions: SessionDesk
  readonly events: EventLog
  readonly challenges: PasskeyChallenges
  readonly askForFreshProof: AskForFreshProof
  /** null where the desk can have none */
  readonly address: PasskeyAddress | null
  readonly clock: () => Date
}

/** @throws DemarcheError not-found */
export function addressOrRefuse(address: PasskeyAddress | null): PasskeyAddress {
  if (address) return address
  throw refusalOf('not-found', faultOf('/', inWords('passkeys-need-address')))
}

export function openPasskeys(options: PasskeyOptions): Passkeys {
  const { library, sessions, events, challenges, askForFreshProof, address, clock } = options
  const { adapter, find } = library
  const model = 'passkey'

  return {
    list: async (person) =>
      (await find.passkeys(person)).map(({ id, name, createdAt, usedAt }) => ({
        id,
        name,
        createdAt: createdAt.toISOString(),
        usedAt: usedAt?.toISOString() ?? null,
      })),
    async begin(session, password) {
      const { rpId } = addressOrRefuse(address)
      await askForFreshProof(session, password)
      const person = await find.person(session.person)
      const own = await find.passkeys(session.person)
      refuseTooMany(own.length)
      return {
        rp: { id: rpId, name: 'Demarche' },
        user: {
          // a pseudonym: what an authenticator keeps of it names nobody
          id: Buffer.from(session.person).toString('base64url'),
          name: (person && emailOf(person)) ?? session.name,
          displayName: session.name,
        },
        challenge: await challenges.give(session.id),
        pubKeyCredParams: PASSKEY_ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        timeout: CHALLENGE_LIFETIME,
        excludeCredentials: own.map(({ credential }) => ({ type: 'public-key', id: credential })),
        authenticatorSelection: {
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
        attestation: 'none',
      }
    },
    async add(session, made, caller) {
      const place = addressOrRefuse(address)
      const challenge = challengeIn(made.clientDataJSON)
      const isFresh = challenge !== null && (await challenges.use(challenge, session.id))
      const passkey = isFresh ? await readNewPasskey(made, challenge, place) : null
      if (!passkey) throw notAccepted()
      const { credential, publicKey, counter } = passkey
      const data = {
        credential,
        person: session.person,
        name: made.name,
        publicKey,
        counter: String(counter),
        createdAt: clock(),
      }
      const where = [{ field: 'credential', value: credential }]
      await library.oneAtATime(async () => {
        refuseTooMany((await find.passkeys(session.person)).length)
        if (await adapter.findOne({ model, where })) throw notAccepted()
        await adapter.create({ model, data })
      })
      await events.record('passkey-added', { person: session.person })
      return sessions.rotate(session, caller, session.needsSecondFactor ? 'passkey' : session.way)
    },
    async remove(session, id, password, caller) {
      const refuseUnknown = async (): Promise<void> => {
        if ((await find.passkeys(session.person)).some((one) => one.id === id)) return
        throw refusalOf('not-found', faultOf('/', inWords('no-such-passkey')))
      }
      await refuseUnknown()
      await askForFreshProof(session, password)
      await library.oneAtATime(async () => {
        // asked again: of two removals at the same moment the second one sees what the first one left
        await refuseUnknown()
        const ways = await find.waysIn(session.person)
        if (ways.passkeys === 1 && !ways.password && !ways.singleSignOn) {
          throw refusalOf('value-refused', faultOf('/', inWords('only-way-in'), 'ACC-17'))
        }
        await adapter.deleteMany({
          model,
          where: [
            { field: 'id', value: id },
            { field: 'person', value: session.person },
          ],
        })
      })
      await events.record('passkey-removed', { person: session.person })
      return sessions.rotate(session, caller)
    },
  }
}

/** The same for everything that can be wrong: what others have says nothing. */
function notAccepted(): DemarcheError {
  return refusalOf('value-refused', faultOf('/', inWords('passkey-not-kept'), 'ACC-17'))
}

function refuseTooMany(count: number): void {
  if (count < MOST_PASSKEYS) return
  throw refusalOf(
    'value-refused',
    faultOf('/', inWords('too-many-passkeys', { most: MOST_PASSKEYS }), 'ACC-17'),
  )
}
