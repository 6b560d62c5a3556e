/**
 * The secret of the accounts: from the settings, or made once and kept beside the records, for its owner alone.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { syncDirectory, writeFirst } from '@demarche/store/engine/write-whole.ts'

/** The secret in `directory/secret`, which is made when it is not there. */
export function keptSecret(directory: string): string {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = join(directory, 'secret')
  try {
    writeFileSync(file, newSecret(), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!isThere(error)) throw error
  }
  return readFileSync(file, 'utf8').trim()
}

/**
 * Another secret in the place of the kept one, once `change` has brought the accounts under it. Until then it lies beside
 * the old one, and a change that was cut off goes on with it.
 */
export async function replaceKeptSecret<T>(
  directory: string,
  change: (from: string, to: string) => Promise<T>,
): Promise<T> {
  const from = keptSecret(directory)
  const next = join(directory, 'secret.next')
  await writeFirst(next, newSecret(), randomBytes(4).toString('hex')).catch((error: unknown) => {
    if (!isThere(error)) throw error
  })
  const changed = await change(from, readFileSync(next, 'utf8').trim())
  await rename(next, join(directory, 'secret'))
  await syncDirectory(directory)
  return changed
}

function newSecret(): string {
  return randomBytes(48).toString('base64url')
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
