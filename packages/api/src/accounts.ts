/**
 * The contract of accounts: signing in, the own account, people and invitations. The rest is in `routes.ts`.
 *
 * Tokens, passwords and codes travel in bodies alone, never in an address.
 * Rests on: docs/rules/accounts.md.
 */
import { type Ceiling, DISTRIBUTIONS, READER_ROLES, type ReaderRole, TLP_LABELS } from '@demarche/core'
import { z } from 'zod'
import type { SessionAnswer } from './routes.ts'

const password = z.string().min(1).max(200)
const token = z.string().min(1).max(200)
const code = z.string().trim().min(6).max(32)

/** GET /api/session/ways: what the sign-in page may offer; open. */
export interface WaysAnswer {
  /** the name of the provider of single sign-on, or null */
  readonly singleSignOn: string | null
  /** the address at which passkeys hold, such as `https://desk.example.org`; null where the desk can have none */
  readonly passkeys: string | null
}

/** POST /api/session/password */
export const passwordSignInSchema = z.strictObject({ email: z.email().max(254), password })
/** `session` is null when a code of the second factor must follow: POST /api/session/code. */
export interface PasswordSignInAnswer {
  readonly session: SessionAnswer | null
}

/** POST /api/session/code: the second step after a password. */
export const codeSignInSchema = z.strictObject({ code, kind: z.enum(['totp', 'backup']).default('totp') })

/** POST /api/session/single-sign-on: where the browser goes next. */
export interface SingleSignOnAnswer {
  readonly address: string
}

/** POST /api/session/role: acts in another of one's roles. Answers SessionAnswer. */
export const actAsSchema = z.strictObject({ role: z.enum(READER_ROLES) })

/** One line of GET /api/account/sessions and GET /api/people/:person/sessions. */
export interface SessionRow {
  readonly id: string
  readonly startedAt: string
  readonly expiresAt: string
  readonly role: ReaderRole
  readonly way: 'link' | 'password' | 'passkey' | 'single-sign-on'
  readonly address: string
  readonly browser: string
  /** true for the session that asks */
  readonly own: boolean
}
export interface SessionListAnswer {
  readonly sessions: readonly SessionRow[]
}

const name = z.string().trim().min(1).max(120)
const partyCode = z
  .string()
  .regex(/^[A-Za-z][\w.-]{0,62}$/, 'expected the code of a party, such as EE, EEAS or GSC')
const roles = z
  .array(z.enum(READER_ROLES))
  .min(1, 'expected at least one role')
  .max(READER_ROLES.length)
  .refine((list) => new Set(list).size === list.length, 'expected each role once')
const ceiling = z.strictObject({ maxDistribution: z.enum(DISTRIBUTIONS), maxTlp: z.enum(TLP_LABELS) })

/** POST /api/people: invites somebody. */
export const invitePersonSchema = z.strictObject({
  name,
  email: z.email().max(254),
  party: partyCode,
  roles,
  ceiling,
})
export type InvitePersonInput = z.input<typeof invitePersonSchema>
/** POST /api/people/:person: changes what is given. */
export const changePersonSchema = z
  .strictObject({
    name: name.exactOptional(),
    email: z.email().max(254).exactOptional(),
    party: partyCode.exactOptional(),
    roles: roles.exactOptional(),
    ceiling: ceiling.exactOptional(),
    /** false closes the account and ends its sessions at once */
    open: z.boolean().exactOptional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'expected something to change')
export type ChangePersonInput = z.input<typeof changePersonSchema>

export interface PersonAnswer {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly party: string
  readonly roles: readonly ReaderRole[]
  readonly ceiling: Ceiling
  readonly state: 'invited' | 'active' | 'closed'
  readonly hasPassword: boolean
  readonly hasSecondFactor: boolean
  readonly hasPasskey: boolean
  readonly hasSingleSignOn: boolean
  /** until when the invitation can be used, where there is one */
  readonly invitedUntil: string | null
  readonly since: string
}
/** One thing that changes about an account; `to` is null where the value is not said. */
export interface AccountChange {
  readonly field: 'name' | 'email' | 'party' | 'roles' | 'distribution' | 'tlp' | 'open'
  readonly from: string | null
  readonly to: string | null
}
/** Wider access that waits for a second administrator (ACC-13). */
export interface AccessProposal {
  readonly id: string
  /** `new-link`: whoever uses it sets the password anew */
  readonly kind: 'invitation' | 'change' | 'new-link'
  /** pseudonym; null for somebody who has no account yet */
  readonly person: string | null
  readonly name: string
  readonly changes: readonly AccountChange[]
  /** who proposed it */
  readonly by: { readonly person: string; readonly name: string }
  readonly proposedAt: string
  readonly expiresAt: string
  /** names of those who may confirm; nobody while the desk waits for one (ACC-13) */
  readonly confirmers: readonly string[]
  readonly mayConfirm: boolean
}
/** GET /api/people */
export interface PeopleAnswer {
  readonly people: readonly PersonAnswer[]
  readonly proposals: readonly AccessProposal[]
}
/**
 * What became of an act on accounts: it took effect (200 or 201, `waiting` is null), or waits for a second administrator (202).
 * The token of an invitation is shown this once.
 */
export interface AccessOutcome {
  readonly person: PersonAnswer | null
  readonly token: string | null
  readonly waiting: AccessProposal | null
}

/** POST /api/invitations/look: what an invitation is for, without using it. */
export const lookAtInvitationSchema = z.strictObject({ token })
export interface InvitationAnswer {
  readonly name: string
  readonly email: string | null
  readonly party: string
  /** its name; null for the desk's own party, which doctrine does not know */
  readonly partyName: string | null
  readonly roles: readonly ReaderRole[]
  readonly expiresAt: string
  /** true: a second factor must be set up afterwards */
  readonly secondFactorRequired: boolean
}
/** POST /api/invitations: accepts one; sets the password and signs in. Answers SessionAnswer. */
export const acceptInvitationSchema = z.strictObject({ token, password })

/** GET /api/account: the own account. */
export interface AccountAnswer extends PersonAnswer {
  /** true: everybody who signs in with a password must have a second factor */
  readonly secondFactorRequired: boolean
}
/**
 * POST /api/account: the own name; an administrator may give themselves party and e-mail address too, which a second one
 * confirms where there is one. Answers AccessOutcome.
 */
export const changeAccountSchema = z.strictObject({
  name: name.exactOptional(),
  email: z.email().max(254).exactOptional(),
  party: partyCode.exactOptional(),
})
/** POST /api/account/password: `current` where there is one. */
export const setPasswordSchema = z.strictObject({ current: password.exactOptional(), password })
/** POST /api/account/second-factor: begins; POST /api/account/second-factor/backup-codes: makes new ones. */
export const withPasswordSchema = z.strictObject({ password })
export interface SecondFactorBegun {
  /** otpauth:// address for the authenticator app */
  readonly address: string
  readonly backupCodes: readonly string[]
}
export interface BackupCodesAnswer {
  readonly backupCodes: readonly string[]
}
/** POST /api/account/second-factor/confirm */
export const confirmCodeSchema = z.strictObject({ code })
