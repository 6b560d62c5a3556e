/**
 * What is kept about accounts beside the tables of the library: who a person is here, links not used yet, refused
 * attempts, passkeys, and what happened.
 *
 * The library makes the tables from these lists and reads and writes them, so no SQL is written here.
 *
 * Rests on: docs/rules/accounts.md. Next door: `auth-library.ts`.
 */
import {
  DISTRIBUTIONS,
  type Distribution,
  READER_ROLES,
  type ReaderRole,
  TLP_LABELS,
  type TlpLabel,
} from '@demarche/core'
import type { BetterAuthPlugin } from 'better-auth'

/** Stands for an e-mail address where a person has none; the domain is reserved and reaches nobody. */
export const NO_ADDRESS = '@desk.invalid'

const text = { type: 'string', required: true, input: false } as const
const optionalText = { type: 'string', required: false, input: false } as const
const instant = { type: 'date', required: true, input: false } as const

/**
 * Of a person: party, roles separated by blanks, ceiling, since when the account is closed, and until when somebody whom another
 * one kept from administering still counts as administrator (ACC-13).
 */
export const PERSON_FIELDS = {
  party: text,
  roles: text,
  maxDistribution: text,
  maxTlp: text,
  closedAt: { type: 'date', required: false, input: false },
  administeredUntil: { type: 'date', required: false, input: false },
} as const

/**
 * Of a session: the role in which its person acts (the first one when nothing is said), how it was opened, and when its person last
 * did something, give or take a minute.
 */
export const SESSION_FIELDS = {
  role: optionalText,
  way: optionalText,
  activeAt: { type: 'date', required: false, input: false },
} as const

export const accountTables = {
  id: 'demarche',
  schema: {
    oneTimeLink: {
      fields: {
        hash: { ...text, unique: true },
        /** `start`: signs in at once; `invitation`: leads to the choice of a password */
        kind: text,
        /** whom it lets in; none for the link of the first start */
        person: optionalText,
        expiresAt: instant,
        createdAt: instant,
      },
    },
    refusedAttempts: {
      fields: {
        account: { ...text, unique: true },
        count: { type: 'number', required: true, input: false },
        since: instant,
      },
    },
    accountEvent: {
      fields: {
        at: { ...instant, index: true },
        act: text,
        person: { ...optionalText, index: true },
        about: { ...optionalText, index: true },
        second: optionalText,
        detail: optionalText,
      },
    },
    accessProposal: {
      fields: {
        /** the person, or the e-mail address of somebody new: one proposal waits about each */
        subject: { ...text, unique: true },
        kind: text,
        person: optionalText,
        /** what was asked for, and what stood there then, as JSON */
        input: text,
        before: text,
        by: text,
        proposedAt: instant,
        expiresAt: instant,
      },
    },
    passkey: {
      fields: {
        /** its id as the authenticator gave it, base64url */
        credential: { ...text, unique: true },
        person: { ...text, index: true },
        name: text,
        /** COSE key, base64url */
        publicKey: text,
        /** signature counter, in digits: 32 bits without a sign do not fit a whole number of PostgreSQL */
        counter: text,
        createdAt: instant,
        usedAt: { type: 'date', required: false, input: false },
      },
    },
    passkeyChallenge: {
      fields: {
        hash: { ...text, unique: true },
        /** which session adds a passkey with it; none for a sign-in */
        session: optionalText,
        expiresAt: { ...instant, index: true },
      },
    },
    submissionLink: {
      fields: { hash: { ...text, unique: true }, entity: text, closesAt: instant, createdAt: instant },
    },
    deskNote: { fields: { name: { ...text, unique: true }, value: text } },
  },
} as const satisfies BetterAuthPlugin

export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly createdAt: Date
  readonly twoFactorEnabled?: boolean | null | undefined
  readonly party: string
  readonly roles: string
  readonly maxDistribution: string
  readonly maxTlp: string
  readonly closedAt?: Date | null | undefined
  readonly administeredUntil?: Date | null | undefined
}
export interface SessionRow {
  readonly id: string
  readonly token: string
  readonly userId: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly ipAddress?: string | null | undefined
  readonly userAgent?: string | null | undefined
  readonly role?: string | null | undefined
  readonly way?: string | null | undefined
  readonly activeAt?: Date | null | undefined
}
export interface LinkRow {
  readonly id: string
  readonly hash: string
  readonly kind: string
  readonly person?: string | null | undefined
  readonly expiresAt: Date
  readonly createdAt: Date
}
export interface AttemptsRow {
  readonly id: string
  readonly account: string
  readonly count: number
  readonly since: Date
}
export interface EventRow {
  readonly id: string
  readonly at: Date
  readonly act: string
  readonly person?: string | null | undefined
  readonly about?: string | null | undefined
  readonly second?: string | null | undefined
  readonly detail?: string | null | undefined
}

export interface PasskeyRow {
  readonly id: string
  readonly credential: string
  readonly person: string
  readonly name: string
  readonly publicKey: string
  readonly counter: string
  readonly createdAt: Date
  readonly usedAt?: Date | null | undefined
}
export interface ChallengeRow {
  readonly id: string
  readonly hash: string
  readonly session?: string | null | undefined
  readonly expiresAt: Date
}

export interface ProposalRow {
  readonly id: string
  readonly subject: string
  readonly kind: string
  readonly person?: string | null | undefined
  readonly input: string
  readonly before: string
  readonly by: string
  readonly proposedAt: Date
  readonly expiresAt: Date
}

/** The roles of a row, in the order in which they were given; words that are no role are left out. */
export function rolesOf(row: Pick<PersonRow, 'roles'>): ReaderRole[] {
  return row.roles.split(' ').flatMap((word) => READER_ROLES.find((role) => role === word) ?? [])
}

/** The ceiling of a row; what cannot be read is the lowest. */
export function ceilingOf(row: Pick<PersonRow, 'maxDistribution' | 'maxTlp'>): {
  readonly maxDistribution: Distribution
  readonly maxTlp: TlpLabel
} {
  return {
    maxDistribution: DISTRIBUTIONS.find((one) => one === row.maxDistribution) ?? 'PUBLIC',
    maxTlp: TLP_LABELS.find((one) => one === row.maxTlp) ?? 'TLP:CLEAR',
  }
}

/** The e-mail address of a row, or null when the person has none. */
export function emailOf(row: Pick<PersonRow, 'email'>): string | null {
  return row.email.endsWith(NO_ADDRESS) ? null : row.email
}
