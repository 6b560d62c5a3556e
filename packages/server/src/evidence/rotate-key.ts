/**
 * A new key of evidence in place of the old: every data key is wrapped anew, then the old key goes.
 *
 * Cut off anywhere it can be started again: the file holds both keys until every data key is under the new one. Files
 * themselves are not touched.
 *
 * Rule: docs/rules/evidence.md, EVI-09. Next door: `evidence-keys.ts`, `seal-file.ts`.
 */
import type { SealedFiles } from '@demarche/store'
import { keyForNewFiles, newKey, noKey, readKeys, writeKeys } from './evidence-keys.ts'
import { rewrap } from './seal-file.ts'

/** @returns how many data keys were wrapped anew, and which key it is now @throws DemarcheError not-ready without the old key */
export async function rotateKey(
  files: SealedFiles,
  path: string,
): Promise<{ readonly rewrapped: number; readonly keyId: string }> {
  const kept = await files.list()
  await keyForNewFiles(path, kept.length > 0)
  const known = (await readKeys(path)) ?? []
  const next = newKey()
  await writeKeys(path, [...known, next])
  let rewrapped = 0
  const wrapAll = async (): Promise<void> => {
    const left = (await files.list()).filter(({ keyId }) => keyId !== next.id)
    for (const { statement, keyId, wrappedKey } of left) {
      const from = known.find(({ id }) => id === keyId)
      if (!from) throw noKey(`that wraps the file of statement ${statement.slice(0, 12)}… is not there`)
      const anew = rewrap({ wrappedKey }, statement, from, next)
      await files.rewrap(statement, anew.keyId, anew.wrappedKey)
      rewrapped += 1
    }
  }
  await wrapAll()
  await writeKeys(path, [next])
  // a desk on a server goes on working: what it added under the old key in between is still opened by it here
  await wrapAll()
  return { rewrapped, keyId: next.id }
}
