/**
 * Under which secret the accounts are, as a hash of it: whoever opens them with another one is refused.
 *
 * While one secret takes the place of another the note names both, and nobody opens them. Next door: `change-secret.ts`.
 */
import type { AuthLibrary } from './auth-library.ts'
import { hashOf } from './session-desk.ts'

const model = 'deskNote'
const where = [{ field: 'name', value: 'secret' }]

/** The accounts were made under another secret, or are between two: second factors could not be read. */
export class AccountSecretError extends Error {
  /** @param noted the note of the accounts */
  constructor(noted: string) {
    super(
      noted.includes(' to ')
        ? 'A change of the secret of the accounts was cut off. Run `demarche change-secret` again, with the same two secrets.'
        : 'The accounts were made under another secret. Set DEMARCHE_SECRET to the one that all processes of this desk share, or bring back the file accounts/secret of its data folder; if `demarche change-secret` was cut off, run it again.',
    )
    this.name = 'AccountSecretError'
  }
}

/** What is noted of a secret: never the secret. */
export function digestOf(secret: string): string {
  return hashOf(`demarche:${secret}`)
}

/** The note, or null where nothing was noted yet. */
export async function findSecretNote(
  adapter: Pick<AuthLibrary['adapter'], 'findOne'>,
): Promise<string | null> {
  return (await adapter.findOne<{ readonly value: string }>({ model, where }))?.value ?? null
}

/** Notes it anew. @param before what was noted */
export async function keepSecretNote(
  adapter: Pick<AuthLibrary['adapter'], 'create' | 'update'>,
  before: string | null,
  value: string,
): Promise<void> {
  if (before === null) await adapter.create({ model, data: { name: 'secret', value } })
  else await adapter.update({ model, where, update: { value } })
}
