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
  'code-reused',
  'signed-out',
  'acted-as',
  'sessions-ended',
  'invited',
  'link-renewed',
  'access-proposed',
  'access-withdrawn',
  'invitation-withdrawn',
  'invitation-accepted',
  'changed',
  'closed',
  'reopened',
  'password-set',
  'second-factor-on',
  'second-factor-off',
  'backup-codes-made',
  'passkey-added',
  'passkey-removed',
  'passkey-copied',
] as const
export type AccountAct = (typeof ACCOUNT_ACTS)[number]

export interface AccountEvent {
  /** 32 hexadecimal digits */
  readonly id: string
  readonly at: string
  readonly act: AccountAct
  /** who did it, where somebody did */
  readonly person: string | null
  /** to whom, where it is not the same */
  readonly about: string | null
  /** who confirmed it, where a second person had to */
  readonly second: string | null
  readonly detail: string | null
}

export interface EventLog {
  record(
    act: AccountAct,
    about: {
      readonly person?: string
      readonly about?: string
      readonly second?: string | undefined
      readonly detail?: string
    },
  ): Promise<void>
  /** newest first; only those before that instant, where one is given */
  list(limit: number, offset?: number, before?: Date): Promise<readonly AccountEvent[]>
  /** What that person did, and what was done to them, since then; newest first. */
  concerning(person: string, since: Date): Promise<readonly AccountEvent[]>
  /** Everything since then, oldest first. */
  since(since: Date): Promise<readonly AccountEvent[]>
}

const MOST = 10_000

export function openEventLog({ adapter }: AuthLibrary, clock: () => Date): EventLog {
  const model = 'accountEvent'
  const newestFirst = { field: 'at', direction: 'desc' } as const
  return {
    async record(act, about) {
      await adapter.create({ model, data: { at: clock(), act, ...about } })
    },
    async list(limit, offset = 0, before) {
      const where = before && [{ field: 'at', operator: 'lt' as const, value: before }]
      const query = { model, sortBy: newestFirst, limit, offset, ...(where && { where }) }
      return (await adapter.findMany<EventRow>(query)).flatMap(read)
    },
    async concerning(person, since) {
      const rows = await adapter.findMany<EventRow>({
        model,
        where: [
          { field: 'at', operator: 'gte', value: since },
          { field: 'person', value: person, connector: 'OR' },
          { field: 'about', value: person, connector: 'OR' },
        ],
        sortBy: newestFirst,
        limit: MOST,
      })
      return rows.flatMap(read)
    },
    async since(since) {
      const rows = await adapter.findMany<EventRow>({
        model,
        where: [{ field: 'at', operator: 'gte', value: since }],
        sortBy: { field: 'at', direction: 'asc' },
        limit: MOST,
      })
      return rows.flatMap(read)
    },
  }
}

function read(row: EventRow): AccountEvent[] {
  const act = ACCOUNT_ACTS.find((one) => one === row.act)
  if (!act) return []
  const { person = null, about = null, second = null, detail = null } = row
  return [{ id: row.id.replaceAll('-', ''), at: row.at.toISOString(), act, person, about, second, detail }]
}
