/**
 * A new key of evidence in place of the old: every data key is wrapped anew, then the old key goes.
 *
 * Nobody records meanwhile, in whatever process, so no file comes under a key that is about to go, and of two who change the
 * key one waits for the other. Killed at any moment it can be started again: the file holds all keys until every data key is
 * under the new one. Files themselves are not touched.
 *
 * Rule: docs/rules/evidence.md, EVI-09. Next door: `evidence-keys.ts`, `seal-file.ts`.
 */
import type { Store } from '@demarche/store'
import { keyForNewFiles, newKey, noKey, readKeys, writeKeys } from './evidence-keys.ts'
import { rewrap } from './seal-file.ts'

/** @returns how many data keys were wrapped anew, and which key it is now @throws DemarcheError not-ready without the old key */
export async function rotateKey(
  { files, whileNobodyRecords }: Pick<Store, 'files' | 'whileNobodyRecords'>,
  path: string,
): Promise<{ readonly rewrapped: number; readonly keyId: string }> {
  const isUsed = await files.hasAny()
  return whileNobodyRecords(async () => {
    await keyForNewFiles(path, isUsed)
    const known = (await readKeys(path)) ?? []
    const next = newKey()
    await writeKeys(path, [...known, next])
    const kept = await files.list()
    for (const { statement, keyId, wrappedKey } of kept) {
      const from = known.find(({ id }) => id === keyId)
      if (!from) throw noKey(`that wraps the file of statement ${statement.slice(0, 12)}… is not there`)
      const anew = rewrap({ wrappedKey }, statement, from, next)
      await files.rewrap(statement, anew.keyId, anew.wrappedKey)
    }
    await writeKeys(path, [next])
    return { rewrapped: kept.length, keyId: next.id }
  })
}
