/** The archives of a desk: its key, made when it is first needed, and whose archives it takes. */
import type { ArchiveKeyAnswer } from '@demarche/api'
import { plainFingerprint } from '@demarche/interchange/archive/manifest.ts'
import { type DeskKey, deskKeyIn } from './desk-key.ts'
import type { ArchiveTrust } from './import-archive.ts'

export interface ArchiveDesk {
  key(): Promise<DeskKey>
  trust(): Promise<ArchiveTrust>
  shown(): Promise<ArchiveKeyAnswer>
}

/** @param folder `keys` in the data folder */
export function openArchiveDesk(folder: string, trusted: readonly string[]): ArchiveDesk {
  let made: Promise<DeskKey> | undefined
  const key = (): Promise<DeskKey> => {
    made ??= deskKeyIn(folder).catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
  return {
    key,
    trust: async () => ({ trusted, own: (await key()).fingerprint }),
    shown: async () => ({
      fingerprint: (await key()).fingerprint,
      trusted: trusted.map(plainFingerprint),
    }),
  }
}
