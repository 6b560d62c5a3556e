/**
 * How often somebody may try to sign in to one account, whether it exists or not.
 *
 * Counted per e-mail address and kept with the accounts, so that several server processes count together. Attempts
 * per network address are limited by the routes. Next door: `sign-in.ts`.
 */
import { faultOf, refusalOf } from '@demarche/api'
import { inWords } from '@demarche/core'
import type { AttemptsRow } from './account-tables.ts'
import type { AuthLibrary } from './auth-library.ts'
import { hashOf } from './session-desk.ts'

export const MOST_REFUSALS = 10
export const REFUSALS_WITHIN_MINUTES = 15

export interface Attempts {
  /** @throws DemarcheError too-many-requests */
  mayTry(account: string): Promise<void>
  refused(account: string): Promise<void>
  forget(account: string): Promise<void>
}

function whose(account: string) {
  return [{ field: 'account', value: hashOf(account.toLowerCase()) }]
}

export function countAttempts({ adapter }: AuthLibrary, clock: () => Date): Attempts {
  const model = 'refusedAttempts'
  const find = (account: string): Promise<AttemptsRow | null> =>
    adapter.findOne<AttemptsRow>({ model, where: whose(account) })
  const isOver = (row: AttemptsRow): boolean =>
    clock().getTime() - row.since.getTime() > REFUSALS_WITHIN_MINUTES * 60_000

  return {
    async mayTry(account) {
      const row = await find(account)
      if (!row || isOver(row) || row.count < MOST_REFUSALS) return
      throw refusalOf(
        'too-many-requests',
        faultOf('/', inWords('sign-ins-locked', { count: REFUSALS_WITHIN_MINUTES }), 'ACC-09'),
      )
    },
    async refused(account) {
      const row = await find(account)
      if (row && !isOver(row)) {
        await adapter.incrementOne({ model, where: whose(account), increment: { count: 1 } })
        return
      }
      await adapter.deleteMany({ model, where: whose(account) })
      const data = { account: hashOf(account.toLowerCase()), count: 1, since: clock() }
      // two at once: the other one has begun to count
      await adapter.create({ model, data }).catch(() => undefined)
    },
    async forget(account) {
      await adapter.deleteMany({ model, where: whose(account) })
    },
  }
}
