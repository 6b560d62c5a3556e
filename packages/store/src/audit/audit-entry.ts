/**
 * An entry of the audit log and its place in the chain.
 *
 * Rule: docs/rules/ledger.md, LED-17. Next door: `audit-log.ts` takes entries, `audit-rows.ts` and `audit-file.ts` keep them.
 */
import { z } from 'zod'
import { NO_SEAL, nextSeal } from '../ledger/seal.ts'

const text = z.string().min(1).max(300)

export const auditEntrySchema = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
  /** pseudonym of whoever acted; `-` where nobody had signed in */
  person: text,
  party: text,
  role: text,
  /** as in docs/actions, e.g. `case.dossier` */
  verb: text,
  /** id of what it was about */
  target: text.optional(),
  outcome: z.enum(['done', 'refused', 'read']),
  /** the rule that refused it */
  rule: text.optional(),
  /** of an act on accounts what it changed, of refusals counted together how many; never content, names or secrets */
  detail: text.optional(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

/** An entry in its place in the chain: `seal` is the SHA-256 of the seal before and the canonical entry. */
export interface SealedEntry {
  readonly seq: number
  readonly entry: string
  readonly seal: string
}

export type AuditHead = Pick<SealedEntry, 'seq' | 'seal'>
export const NO_AUDIT: AuditHead = { seq: 0, seal: NO_SEAL }

/** The entries in their places behind the head. */
export function sealEntries(head: AuditHead, entries: readonly string[]): SealedEntry[] {
  let { seq, seal } = head
  return entries.map((entry) => {
    seq += 1
    seal = nextSeal(seal, entry)
    return { seq, entry, seal }
  })
}
