/** GET /api/session/ways: what the sign-in page may offer. */
import type { WaysAnswer } from '@demarche/api'
import type { Verb } from '../verb.ts'

export const showWays: Verb = (app, { accounts }) => {
  app.get('/api/session/ways', { config: { open: true } }, async (): Promise<WaysAnswer> => ({
    singleSignOn: accounts.providerName,
    passkeys: accounts.passkeyAddress?.origin ?? null,
  }))
}
