/**
 * Signing in: by a one-time link, by password, and by the code of a second factor.
 *
 * A refusal never says whether there is such an account. Next door: `passkey-sign-in.ts`, `single-sign-on.ts`.
 *
 * Rests on: docs/rules/accounts.md, ACC-06 to ACC-09; NIST SP 800-63B 5.2.2; RFC 6238.
 */
import { DemarcheError, faultOf, refusalOf } from '@demarche/api'
import { inWords } from '@demarche/core'
import type { Caller } from '../session/session.ts'
import { rolesOf, type PersonRow } from './account-tables.ts'
import { type Attempts } from './attempts.ts'
import { type AuthLibrary, LONGEST_PASSWORD, refusalCodeOf, SHORTEST_PASSWORD } from './auth-library.ts'
import type { EventLog } from './event-log.ts'
import { headersOf, sessionOpenedBy, stepCookiesOf } from './library-answer.ts'
import type { OneTimeLinks } from './one-time-links.ts'
import { isOfPresentCost } from './password-hash.ts'
import { isEasilyGuessed } from './password-strength.ts'
import type { People } from './people.ts'
import { hashOf, type Opened, type SessionDesk } from './session-desk.ts'

/** Either a session, or the wish for a code, with the cookies that lead there. */
export type PasswordOutcome =
  | { readonly opened: Opened; readonly cookies: readonly string[] }
  | { readonly opened: null; readonly cookies: readonly string[] }

export interface SignIn {
  /** The link printed at the start. @throws DemarcheError sign-in-refused */
  withLink(token: string, caller: Caller): Promise<Opened>
  /** @throws DemarcheError sign-in-refused, too-many-requests; second-factor-needed where that is a passkey */
  withPassword(
    email: string,
    password: string,
    caller: Caller,
    cookies: string | undefined,
  ): Promise<PasswordOutcome>
  /** The second step after a password. @throws DemarcheError sign-in-refused, too-many-requests */
  withCode(
    code: string,
    kind: 'totp' | 'backup',
    caller: Caller,
    cookies: string | undefined,
  ): Promise<{ readonly opened: Opened; readonly cookies: readonly string[] }>
  /** Uses an invitation up: sets the password and signs in. @throws DemarcheError sign-in-refused, value-refused */
  withInvitation(token: string, password: string, caller: Caller): Promise<Opened>
  /** Sets the password of a person for the first time or anew. @throws DemarcheError value-refused */
  setPassword(person: string, password: string): Promise<void>
}

export interface SignInOptions {
  readonly library: AuthLibrary
  readonly sessions: SessionDesk
  readonly links: OneTimeLinks
  readonly people: People
  readonly events: EventLog
  readonly attempts: Attempts
  readonly clock: () => Date
  /** the party of the first person */
  readonly party: string
}

/** A code of a second factor holds for the half minutes around now; afterwards nobody can use it again. */
const CODE_LIFETIME = 3 * 60_000

export function refuseLink(): DemarcheError {
  return refusalOf('sign-in-refused', faultOf('/token', inWords('link-used'), 'ACC-07'))
}

/**
 * @param person whose password it shall be, where that is known
 * @throws DemarcheError value-refused
 */
export async function refuseWeakPassword(
  password: string,
  person: Pick<PersonRow, 'name' | 'email' | 'party'> | null,
): Promise<void> {
  const { length } = password
  if (length >= SHORTEST_PASSWORD && length <= LONGEST_PASSWORD && new Set(password).size > 3) {
    const known = person ? [person.name, person.email, person.party] : []
    if (!(await isEasilyGuessed(password, known))) return
    throw refusalOf('value-refused', faultOf('/password', inWords('password-guessed'), 'ACC-08'))
  }
  const words = inWords('password-unfit', { least: SHORTEST_PASSWORD, most: LONGEST_PASSWORD })
  throw refusalOf('value-refused', faultOf('/password', words, 'ACC-08'))
}

export function openSignIn(options: SignInOptions): SignIn {
  const { library, sessions, links, people, events, attempts, clock, party } = options
  const { adapter, internalAdapter } = library

  const keepPassword = async (person: string, password: string): Promise<void> => {
    const hash = await library.password.hash(password)
    const account = await internalAdapter.findCredentialAccount(person)
    if (account) await internalAdapter.updatePassword(person, hash)
    else
      await internalAdapter.linkAccount({
        userId: person,
        providerId: 'credential',
        accountId: person,
        password: hash,
      })
  }

  /** The first person of a desk works alone until they say otherwise: desk officer, and administrator beside. */
  const firstPerson = async (): Promise<string> => {
    const { id } = await people.add({
      name: 'Desk officer',
      email: null,
      party,
      roles: ['desk-officer', 'administrator'],
      ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' },
    })
    await events.record('desk-opened', { person: id })
    return id
  }
  const administrator = async (): Promise<string | null> => {
    const rows = await adapter.findMany<PersonRow>({
      model: 'user',
      sortBy: { field: 'createdAt', direction: 'asc' },
      limit: 10_000,
    })
    return rows.find((row) => !row.closedAt && rolesOf(row).includes('administrator'))?.id ?? null
  }

  const keepAtPresentCost = async (person: string, password: string): Promise<void> => {
    const kept = (await internalAdapter.findCredentialAccount(person))?.password
    if (typeof kept === 'string' && !isOfPresentCost(kept))
      await internalAdapter.updatePassword(person, await library.password.hash(password))
  }

  return {
    async setPassword(person, password) {
      await refuseWeakPassword(password, await library.find.person(person))
      await keepPassword(person, password)
      await events.record('password-set', { person })
    },
    async withLink(token, caller) {
      const link = await links.use(token, 'start')
      if (!link) throw refuseLink()
      const person = link.person ?? (await administrator()) ?? (await firstPerson())
      return sessions.open(person, caller, 'link')
    },

    async withPassword(email, password, caller, cookies) {
      await attempts.mayTry(email)
      try {
        const { headers } = await library.api.signInEmail({
          body: { email, password },
          headers: headersOf(caller, cookies),
          returnHeaders: true,
        })
        const token = sessionOpenedBy(headers, library)
        const steps = stepCookiesOf(headers, library)
        if (token === null) return { opened: null, cookies: steps }
        const opened = await sessions.adopt(token, caller, 'password')
        await keepAtPresentCost(opened.session.person, password)
        await attempts.forget(email)
        return { opened, cookies: steps }
      } catch (error) {
        const passwordIsRight = error instanceof DemarcheError && error.code === 'second-factor-needed'
        if (refusalCodeOf(error) === null && !isRefusal(error) && !passwordIsRight) throw error
        const about = (await internalAdapter.findUserByEmail(email.toLowerCase()))?.user.id
        await events.record('sign-in-refused', { detail: 'password', ...(about !== undefined && { about }) })
        if (passwordIsRight) throw error
        await attempts.refused(email)
        throw refusalOf('sign-in-refused', faultOf('/password', inWords('password-wrong'), 'ACC-09'))
      }
    },

    async withCode(code, kind, caller, cookies) {
      const call = { body: { code }, headers: headersOf(caller, cookies), returnHeaders: true } as const
      try {
        const { headers } =
          kind === 'totp' ? await library.api.verifyTOTP(call) : await library.api.verifyBackupCode(call)
        const token = sessionOpenedBy(headers, library)
        if (token === null) throw refuseCode('INVALID_CODE')
        const opened = await sessions.adopt(token, caller, 'password')
        if (kind === 'totp') {
          const first = await internalAdapter.reserveVerificationValue({
            identifier: `used-code:${hashOf(`${opened.session.person}:${code}`)}`,
            value: 'used',
            expiresAt: new Date(clock().getTime() + CODE_LIFETIME),
          })
          if (!first) {
            const { person, id } = opened.session
            await sessions.end(person, id)
            await events.record('code-reused', { about: person })
            throw refuseCode('INVALID_CODE')
          }
        }
        const person = await people.get(opened.session.person)
        if (person.email !== null) await attempts.forget(person.email)
        return { opened, cookies: stepCookiesOf(headers, library) }
      } catch (error) {
        const refusal = refusalCodeOf(error)
        if (refusal === null) throw error
        await events.record('sign-in-refused', { detail: kind })
        throw refuseCode(refusal)
      }
    },

    async withInvitation(token, password, caller) {
      const invited = (await links.look(token))?.person
      await refuseWeakPassword(password, invited ? await library.find.person(invited) : null)
      const link = await links.use(token, 'invitation')
      if (!link || link.person === null) throw refuseLink()
      const { person } = link
      await sessions.endAll(person)
      await adapter.deleteMany({ model: 'twoFactor', where: [{ field: 'userId', value: person }] })
      // whoever held the account before may hold the address of its feeds and a passkey too
      for (const model of ['feedToken', 'passkey'])
        await adapter.deleteMany({ model, where: [{ field: 'person', value: person }] })
      await internalAdapter.updateUser(person, { twoFactorEnabled: false })
      await keepPassword(person, password)
      await events.record('invitation-accepted', { person })
      return sessions.open(person, caller, 'password')
    },
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof DemarcheError && error.code === 'sign-in-refused'
}

function refuseCode(refusal: string): DemarcheError {
  if (refusal === 'ACCOUNT_TEMPORARILY_LOCKED') {
    return refusalOf('too-many-requests', faultOf('/', inWords('codes-locked'), 'ACC-09'))
  }
  const again = refusal === 'INVALID_TWO_FACTOR_COOKIE' || refusal.startsWith('TOO_MANY')
  return refusalOf(
    'sign-in-refused',
    again
      ? faultOf('/password', inWords('code-too-late'), 'ACC-09')
      : faultOf('/code', inWords('code-wrong'), 'ACC-09'),
  )
}
