/** How often one network address may try to sign in; each account has a limit of its own (`accounts/attempts.ts`). */
export const SIGN_IN_LIMIT = { max: 20, timeWindow: 60_000 } as const
