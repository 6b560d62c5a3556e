/**
 * What happened to accounts: who signed in, who was invited, changed, closed, and by whom. For auditors.
 *
 * Holds pseudonyms and never a password, a code, a token or an address. It only grows.
 * Next door: `accounts.ts`.
 */
import type { EventRow } from './account-tables.ts'
import type { AuthLibrary } from './auth-library.ts'

export const ACCOUNT_ACTS = [
  'desk-opened',
  'signed-in',
  'sign-in-refused',
  'signed-out',
  'acted-as',
  'sessions-ended',
  'invited',
  'invitation-withdrawn',
  'invitation-accepted',
  'changed',
  'closed',
  'reopened',
  'password-set',
  'second-factor-on',
  'second-factor-off',
  'backup-codes-made',
] as const
export type AccountAct = (typeof ACCOUNT_ACTS)[number]

export interface AccountEvent {
  readonly at: string
  readonly act: AccountAct
  /** who did it, where somebody did */
  readonly person: string | null
  /** to whom, where it is not the same */
  readonly about: string | null
  readonly detail: string | null
}

export interface EventLog {
  record(
    act: AccountAct,
    about: { readonly person?: string; readonly about?: string; readonly detail?: string },
  ): Promise<void>
  /** newest first */
  list(limit: number, offset?: number): Promise<readonly AccountEvent[]>
}

export function openEventLog({ adapter }: AuthLibrary, clock: () => Date): EventLog {
  return {
    async record(act, about) {
      await adapter.create({ model: 'accountEvent', data: { at: clock(), act, ...about } })
    },
    async list(limit, offset = 0) {
      const rows = await adapter.findMany<EventRow>({
        model: 'accountEvent',
        sortBy: { field: 'at', direction: 'desc' },
        limit,
        offset,
      })
      return rows.flatMap((row) => {
        const act = ACCOUNT_ACTS.find((one) => one === row.act)
        if (!act) return []
        const { person = null, about = null, detail = null } = row
        return [{ at: row.at.toISOString(), act, person, about, detail }]
      })
    },
  }
}
