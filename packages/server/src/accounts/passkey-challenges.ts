/**
 * Challenges that an authenticator signs: used once, within five minutes, and kept with the accounts, so that several server
 * processes know the same ones.
 *
 * Only the hash is kept. Next door: `passkeys.ts`, `passkey-sign-in.ts`.
 */
import type { ChallengeRow } from './account-tables.ts'
import type { AuthLibrary } from './auth-library.ts'
import { hashOf } from './session-desk.ts'

export const CHALLENGE_LIFETIME = 5 * 60_000

export interface PasskeyChallenges {
  /** A new challenge, base64url. @param session which session adds a passkey with it; null for a sign-in */
  give(session: string | null): Promise<string>
  /** Uses a challenge up; false when it is unknown, used, too old or for something else, and then it is void too. */
  use(challenge: string, session: string | null): Promise<boolean>
}

export function openPasskeyChallenges(
  { adapter }: AuthLibrary,
  clock: () => Date,
  randomToken: () => string,
): PasskeyChallenges {
  const model = 'passkeyChallenge'
  return {
    async give(session) {
      const now = clock()
      await adapter.deleteMany({ model, where: [{ field: 'expiresAt', operator: 'lte', value: now }] })
      const challenge = Buffer.from(randomToken()).toString('base64url')
      const expiresAt = new Date(now.getTime() + CHALLENGE_LIFETIME)
      await adapter.create({ model, data: { hash: hashOf(challenge), session, expiresAt } })
      return challenge
    },
    async use(challenge, session) {
      const where = [{ field: 'hash', value: hashOf(challenge) }]
      const row = await adapter.consumeOne<ChallengeRow>({ model, where })
      return row !== null && row.expiresAt > clock() && (row.session ?? null) === session
    },
  }
}
