/**
 * The contract of the record: the audit log and its proof, erasure by two people, and the signed archive of a case.
 *
 * Rests on: docs/rules/record.md. Next door: `routes.ts` for the rest of the contract.
 */
import type { RefusalWords } from '@demarche/core/refusal/refusal-words.ts'
import { DISTRIBUTIONS, type Marking, type ReaderRole, TLP_LABELS } from '@demarche/core'
import { z } from 'zod'

const instant = z.iso.datetime()
const text = z.string().trim().min(1).max(300)
export const AUDIT_OUTCOMES = ['done', 'read', 'refused'] as const

const auditFilters = {
  /** instants, the first included and the last not */
  from: instant.optional(),
  to: instant.optional(),
  /** pseudonym */
  person: text.optional(),
  party: text.optional(),
  verb: text.optional(),
  /** entity or id, as the address named it */
  target: text.optional(),
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
  /** `hidden` leaves out what the desk in the browser asks by itself, such as who is signed in */
  routine: z.enum(['hidden']).optional(),
}

/**
 * The header with which a browser says that nobody began this reading: it asks again for what it shows, because something
 * changed. Such a reading stands in the audit log as the others do, with a note; the story of a day leaves it out.
 */
export const ASKED_BY_ITSELF = 'x-demarche-by-itself'

/** GET /api/audit: a page of the log, newest first. For auditors. */
export const auditQuerySchema = z.strictObject({
  ...auditFilters,
  /** only entries before this position: the `next` of the page before */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

/** One entry of the log, with what is needed to read it aloud. */
export interface AuditLine {
  /** position in the log */
  readonly seq: number
  readonly at: string
  readonly person: string
  readonly party: string
  readonly role: string
  readonly verb: string
  readonly target: string | null
  readonly outcome: (typeof AUDIT_OUTCOMES)[number]
  /** the code of the refusal, and the rule where it names one */
  readonly rule: string | null
  /** of an act on accounts, what it changed */
  readonly detail: string | null
  /** the entry as a sentence, with names as far as this auditor may see them */
  readonly story: string
}
export interface AuditListAnswer {
  readonly entries: readonly AuditLine[]
  /** the `before` of the next page; null at the end. A page may hold fewer than asked for and still have a next one. */
  readonly next: number | null
  /** names of the persons on the page, by pseudonym */
  readonly people: Readonly<Record<string, string>>
  /** verbs that the log knows, to choose from, each with what it is in words */
  readonly verbs: readonly { readonly verb: string; readonly says: string }[]
  /** the highest marking of what the sentences name */
  readonly marking: Marking
}

/** GET /api/audit/export: the log as a file, oldest first. For auditors. */
export const auditExportQuerySchema = z.strictObject({ ...auditFilters, format: z.enum(['csv', 'ndjson']) })

/** GET /api/audit/days/:day: one day, Brussels time, oldest first, to read and to print. For auditors. */
export const auditDaySchema = z.strictObject({ day: z.iso.date() })
export interface AuditDayAnswer {
  readonly day: string
  readonly entries: readonly AuditLine[]
  /** true when the day has more entries than are shown; the export has them all */
  readonly isCut: boolean
  /** entries left out because the desk in the browser asked by itself */
  readonly routine: number
  readonly people: Readonly<Record<string, string>>
  readonly marking: Marking
}

/** GET /api/audit/accounts: a page of the log of accounts, newest first. For auditors. */
export const accountLogQuerySchema = z.strictObject({
  /** entries passed over: those on the pages before */
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
/** GET /api/audit/accounts/export: the whole log of accounts as a file, newest first. For auditors. */
export const accountLogExportSchema = z.strictObject({ format: z.enum(['csv', 'ndjson']) })
export interface AccountLogLine {
  readonly at: string
  /** such as `changed` or `password-set` */
  readonly act: string
  /** who did it, where somebody did; pseudonyms */
  readonly person: string | null
  /** to whom, where that is somebody else */
  readonly about: string | null
  /** who confirmed it, where a second person had to */
  readonly second: string | null
  /** which fields changed, from what to what; never a password, a code, a token or an address */
  readonly detail: string | null
}
export interface AccountLogAnswer {
  readonly entries: readonly AccountLogLine[]
  /** the `offset` of the next page; null at the end */
  readonly next: number | null
  /** names of the persons on the page, by pseudonym */
  readonly people: Readonly<Record<string, string>>
}

/** GET and POST /api/audit/verification: how the last proof of the records came out; POST begins one. For auditors. */
export interface VerificationAnswer {
  /** since when one is under way */
  readonly runningSince: string | null
  readonly last: VerificationResult | null
}
export interface VerificationResult {
  readonly startedAt: string
  readonly endedAt: string
  readonly sound: boolean
  readonly statements: number
  readonly erased: number
  /** the head of the chain of seals: noted elsewhere, it proves everything before it */
  readonly seal: string
  readonly audit: { readonly entries: number; readonly seal: string }
  readonly journal: 'agrees' | 'disagrees' | 'none'
  readonly fault: { readonly place: string; readonly message: string; readonly rule: string } | null
}

/** POST /api/erasures: proposes to erase the content of one statement. */
export const proposeErasureSchema = z.strictObject({
  statement: z.string().regex(/^[0-9a-f]{64}$/, 'expected the id of a statement: 64 hexadecimal digits'),
  /** the decision or provision that requires it, as it shall stand on record */
  authority: z.string().trim().min(3).max(1000),
  /** why; without the content that must go */
  reason: z.string().trim().min(3).max(2000),
})
export type ProposeErasureInput = z.input<typeof proposeErasureSchema>
export interface ErasureProposal {
  /** address of the proposal, `erasure:…` */
  readonly id: string
  readonly statement: string
  /** what the statement is about */
  readonly entity: string
  readonly authority: string
  readonly reason: string
  readonly party: string
  /** pseudonym of whoever proposed it */
  readonly person: string
  readonly role: string
  readonly proposedAt: string
  readonly expiresAt: string
  readonly state: 'open' | 'withdrawn' | 'expired' | 'carried-out'
  /** who confirmed it, once it was carried out; null also where the tombstone does not say it in this form */
  readonly confirmedBy: { readonly person: string; readonly role: ReaderRole; readonly party: string } | null
  /** when it was withdrawn or carried out */
  readonly endedAt: string | null
  readonly marking: Marking
  /** whether the reader may confirm it now; `whyNot` says why not */
  readonly mayConfirm: boolean
  readonly mayWithdraw: boolean
  readonly whyNot: string | null
  /** the same for another language than English */
  readonly whyNotWords?: RefusalWords
}
export interface ErasureListAnswer {
  /** open ones first, then newest first */
  readonly proposals: readonly ErasureProposal[]
}
/** POST /api/erasures/:erasure/confirmation */
export interface ErasureConfirmed {
  readonly statement: string
  readonly entity: string
  readonly authority: string
  readonly at: string
}

/** GET /api/cases/:entity/archive: bytes, signed. */
export const archiveQuerySchema = z.strictObject({
  /** only what is marked up to this */
  distribution: z.enum(DISTRIBUTIONS).optional(),
  tlp: z.enum(TLP_LABELS).optional(),
  /** only what that party would get as well */
  asParty: z
    .string()
    .regex(/^[A-Za-z][\w.-]{0,62}$/, 'expected the code of a party, e.g. EE')
    .optional(),
})
/** GET /api/archive/key */
export interface ArchiveKeyAnswer {
  /** SHA-256 of the public key, in hexadecimal: to be compared over another channel */
  readonly fingerprint: string
  /** the keys whose archives are taken here */
  readonly trusted: readonly string[]
}
