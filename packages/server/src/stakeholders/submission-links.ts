/**
 * Private links to submissions: whoever holds one sees that submission and may withdraw it until the consultation closes.
 *
 * It leads there for a year after the close, so that its author can still read what was decided, and is then cleared.
 *
 * Only the hash is kept, with the accounts and not in the ledger, where a reader of the submission would find it.
 *
 * Rule: docs/rules/stakeholders.md, STK-05. Next door: `own-submission.ts`.
 */
import type { AuthLibrary } from '../accounts/auth-library.ts'
import { hashOf } from '../accounts/session-desk.ts'

export interface SubmissionLink {
  readonly entity: string
  /** when the consultation closed as it stood at the receipt */
  readonly closes: string
  /** when it leads nowhere any more */
  readonly ends: string
}

export interface SubmissionLinks {
  /** Keeps the link of a submission that is about to go on record. */
  keep(token: string, link: Omit<SubmissionLink, 'ends'>): Promise<SubmissionLink>
  /** It did not. */
  forget(token: string): Promise<void>
  /** null when there is none of that token, or when its time is over */
  find(token: string): Promise<SubmissionLink | null>
}

interface LinkRow {
  readonly entity: string
  readonly closesAt: Date
}

/** Milliseconds after the close that stood at the receipt. */
const KEPT = 365 * 86_400_000

export function openSubmissionLinks({ adapter }: AuthLibrary, clock: () => Date): SubmissionLinks {
  const model = 'submissionLink'
  const over = () => new Date(clock().getTime() - KEPT)
  return {
    async keep(token, { entity, closes }) {
      const data = { hash: hashOf(token), entity, closesAt: new Date(closes), createdAt: clock() }
      await adapter.deleteMany({ model, where: [{ field: 'closesAt', operator: 'lt', value: over() }] })
      await adapter.create({ model, data })
      return linkTo(data)
    },
    async forget(token) {
      await adapter.deleteMany({ model, where: [{ field: 'hash', value: hashOf(token) }] })
    },
    async find(token) {
      const row = await adapter.findOne<LinkRow>({ model, where: [{ field: 'hash', value: hashOf(token) }] })
      if (!row || row.closesAt < over()) return null
      return linkTo(row)
    },
  }
}

function linkTo({ entity, closesAt }: LinkRow): SubmissionLink {
  const ends = new Date(closesAt.getTime() + KEPT)
  return { entity, closes: closesAt.toISOString(), ends: ends.toISOString() }
}
