/**
 * Private links to submissions: whoever holds one sees that submission and may withdraw it until the consultation closes.
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
}

export interface SubmissionLinks {
  /** Keeps the link of a submission that is about to go on record. */
  keep(token: string, link: SubmissionLink): Promise<void>
  /** It did not. */
  forget(token: string): Promise<void>
  /** null when there is none of that token */
  find(token: string): Promise<SubmissionLink | null>
}

interface LinkRow {
  readonly entity: string
  readonly closesAt: Date
}

export function openSubmissionLinks({ adapter }: AuthLibrary, clock: () => Date): SubmissionLinks {
  const model = 'submissionLink'
  return {
    async keep(token, { entity, closes }) {
      const data = { hash: hashOf(token), entity, closesAt: new Date(closes), createdAt: clock() }
      await adapter.create({ model, data })
    },
    async forget(token) {
      await adapter.deleteMany({ model, where: [{ field: 'hash', value: hashOf(token) }] })
    },
    async find(token) {
      const row = await adapter.findOne<LinkRow>({ model, where: [{ field: 'hash', value: hashOf(token) }] })
      return row && { entity: row.entity, closes: row.closesAt.toISOString() }
    },
  }
}
