/**
 * Another secret for the accounts: what is encrypted under the old one is encrypted under the new one.
 *
 * Nobody uses the accounts meanwhile. From the first step to the last they are noted as being changed, so that no desk opens
 * them; cut off anywhere it can be started again with the same two secrets, for what the new one opens already is left.
 *
 * Rests on: better-auth's encryption (XChaCha20-Poly1305), which tells a wrong key from a right one.
 * Rule: docs/rules/accounts.md, ACC-18. Next door: `account-secret.ts` keeps a secret in a file, `secret-note.ts`.
 */
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { AuthLibrary } from './auth-library.ts'
import { AccountSecretError, digestOf, findSecretNote, keepSecretNote } from './secret-note.ts'

const MODEL = 'twoFactor'
/** What of a second factor is encrypted. */
const ENCRYPTED = ['secret', 'backupCodes'] as const

interface FactorRow {
  readonly id: string
  readonly secret: string
  readonly backupCodes: string
}

/**
 * @param adapter the accounts, which no desk has open
 * @returns how many second factors there are
 * @throws AccountSecretError when the accounts are under neither of the two, or a change to another one was begun
 */
export async function changeSecret(
  adapter: Pick<AuthLibrary['adapter'], 'findOne' | 'findMany' | 'create' | 'update'>,
  from: string,
  to: string,
): Promise<number> {
  const [before, after] = [digestOf(from), digestOf(to)]
  const changing = `${before} to ${after}`
  const noted = await findSecretNote(adapter)
  if (noted !== null && ![before, after, changing].includes(noted)) throw new AccountSecretError(noted)
  const rows = await adapter.findMany<FactorRow>({ model: MODEL, limit: 100_000 })
  if (noted === after) return rows.length
  await keepSecretNote(adapter, noted, changing)
  for (const row of rows) {
    const anew: Record<string, string> = {}
    for (const field of ENCRYPTED) anew[field] = await encryptAnew(row[field], from, to)
    await adapter.update({ model: MODEL, where: [{ field: 'id', value: row.id }], update: anew })
  }
  await keepSecretNote(adapter, changing, after)
  return rows.length
}

async function encryptAnew(data: string, from: string, to: string): Promise<string> {
  const isDone = await symmetricDecrypt({ key: to, data }).then(
    () => true,
    () => false,
  )
  return isDone ? data : symmetricEncrypt({ key: to, data: await symmetricDecrypt({ key: from, data }) })
}
