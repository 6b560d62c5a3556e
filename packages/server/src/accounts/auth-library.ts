/**
 * The sign-in library, set up for a desk: passwords, second factor, single sign-on, and where accounts are kept.
 *
 * Its own routes are not served: the desk's verbs call it. Nobody can sign up; persons are invited. What the library
 * says is not logged, since it may name people.
 *
 * Rests on: better-auth 1.7; docs/decisions/0006-accounts.md. Next door: `account-database.ts`, `account-tables.ts`.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { getMigrations } from 'better-auth/db/migration'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { AccountDatabase } from './account-database.ts'
import {
  accountTables,
  type PasskeyRow,
  PERSON_FIELDS,
  type PersonRow,
  SESSION_FIELDS,
} from './account-tables.ts'
import { contactTables } from '../contact/contact-tables.ts'
import { noticeTables } from '../notice/notice-tables.ts'
import { findSessionIn, findSessionsIn } from './find-session.ts'
import { noteActivityIn } from './note-activity.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128
/** The library is told the address of the caller here, and nowhere else, so that nobody can invent one. */
export const ADDRESS_HEADER = 'x-demarche-address'
/** The provider as the library knows it; also the end of the address to which it sends people back. */
export const PROVIDER = 'oidc'

export interface SingleSignOn {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** what people know the provider as */
  readonly name: string
}

export interface LibraryOptions {
  readonly database: AccountDatabase
  readonly secret: string
  readonly publicUrl: string
  readonly sessionHours: number
  readonly singleSignOn?: SingleSignOn | undefined
}

/** The ways in which a person can sign in without a link. */
export interface WaysIn {
  readonly password: boolean
  readonly singleSignOn: boolean
  /** how many */
  readonly passkeys: number
}

function makeLibrary(options: LibraryOptions) {
  const { singleSignOn } = options
  return betterAuth({
    appName: 'Demarche',
    database: options.database.connection,
    secret: options.secret,
    baseURL: options.publicUrl,
    basePath: '/api/session/single-sign-on',
    telemetry: { enabled: false },
    logger: { disabled: true, disableColors: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    account: { updateAccountOnSignIn: false },
    user: { additionalFields: PERSON_FIELDS },
    session: {
      expiresIn: options.sessionHours * 3600,
      disableSessionRefresh: true,
      additionalFields: SESSION_FIELDS,
    },
    verification: { storeIdentifier: 'hashed' },
    advanced: {
      cookiePrefix: 'demarche',
      useSecureCookies: options.publicUrl.startsWith('https://'),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: {
        generateId: ({ model }) =>
          model === 'user' ? `person:${randomBytes(8).toString('hex')}` : randomUUID(),
      },
    },
    databaseHooks: {
      // the desk asks the provider who somebody is and nothing else
      account: {
        create: {
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
    },
    plugins: [
      accountTables,
      noticeTables,
      contactTables,
      // 20 of 62 letters and digits: 119 bits, which need no slow hash
      twoFactor({ issuer: 'Demarche', backupCodeOptions: { length: 20 } }),
      genericOAuth({
        config: singleSignOn
          ? [
              {
                providerId: PROVIDER,
                name: singleSignOn.name,
                discoveryUrl: `${singleSignOn.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                clientId: singleSignOn.clientId,
                clientSecret: singleSignOn.clientSecret,
                scopes: ['openid', 'email', 'profile'],
                pkce: true,
                requireIdTokenVerification: true,
                disableSignUp: true,
                disableProviderLogout: true,
              },
            ]
          : [],
      }),
    ],
  })
}

/** Sets the library up and lays out its tables where they are not there yet. */
export async function openLibrary(options: LibraryOptions) {
  const auth = makeLibrary(options)
  await options.database.oneAtATime(async () => {
    const { runMigrations } = await getMigrations(auth.options)
    await runMigrations()
  })
  const { adapter, internalAdapter, password, authCookies } = await auth.$context
  const find = {
    /** the row of a person, or null */
    person: (id: string): Promise<PersonRow | null> =>
      adapter.findOne<PersonRow>({ model: 'user', where: [{ field: 'id', value: id }] }),
    /** the row of a session with that of its person, or null */
    session: findSessionIn(options.database),
    /** the same of sessions by name */
    sessionsNamed: findSessionsIn(options.database),
    /** the passkeys of a person, oldest first */
    passkeys: (person: string): Promise<PasskeyRow[]> =>
      adapter.findMany<PasskeyRow>({
        model: 'passkey',
        where: [{ field: 'person', value: person }],
        sortBy: { field: 'createdAt', direction: 'asc' },
      }),
    /** how a person can sign in without a link; single sign-on counts as long as the desk has its provider */
    waysIn: async (person: string): Promise<WaysIn> => {
      const accounts = await internalAdapter.findAccounts(person)
      return {
        password: accounts.some(({ providerId }) => providerId === 'credential'),
        singleSignOn:
          options.singleSignOn !== undefined && accounts.some(({ providerId }) => providerId === PROVIDER),
        passkeys: (await find.passkeys(person)).length,
      }
    },
    /** true for whoever can sign in without a link */
    hasWayIn: async (person: string): Promise<boolean> => {
      const ways = await find.waysIn(person)
      return ways.password || ways.singleSignOn || ways.passkeys > 0
    },
  }
  const { oneAtATime } = options.database
  return {
    api: auth.api,
    adapter,
    internalAdapter,
    password,
    authCookies,
    secret: options.secret,
    find,
    noteActivity: noteActivityIn(options.database),
    oneAtATime,
  }
}

export type AuthLibrary = Awaited<ReturnType<typeof openLibrary>>

/** The code of a refusal by the library, or null for anything else that was thrown. */
export function refusalCodeOf(error: unknown): string | null {
  return error instanceof APIError ? (error.body?.code ?? 'REFUSED') : null
}
