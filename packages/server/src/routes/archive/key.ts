/** GET /api/archive/key: the fingerprint of this desk's key, and whose archives are taken here. */
import type { ArchiveKeyAnswer } from '@demarche/api'
import type { Verb } from '../verb.ts'

export const showArchiveKey: Verb = (app, { office }) => {
  app.get('/api/archive/key', async (): Promise<ArchiveKeyAnswer> => office().archives.shown())
}
