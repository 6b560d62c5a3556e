/** How the accounts of a test are opened: a short way round, a clock and tokens of its own. */
import type { AccountOptions } from '../src/accounts/accounts.ts'

export const SECRET = 'Vm1kZ2hTb2JrNXJ1dGx1Q3ZpbmV5YXJkLW9mLXRlc3Rz'

let counter = 0

/** @param more what is otherwise in this test */
export function accountOptions(
  database: AccountOptions['database'],
  more: Partial<AccountOptions> = {},
): AccountOptions {
  return {
    database,
    secret: SECRET,
    publicUrl: 'http://localhost',
    sessionHours: 168,
    idleMinutes: 1440,
    party: 'desk',
    secondFactorRequired: false,
    clock: () => new Date(),
    // tokens differ in every test and stay the same from run to run
    randomToken: () => `token-of-a-test-${(counter += 1)}-${'x'.repeat(20)}`,
    ...more,
  }
}
