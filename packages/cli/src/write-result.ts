/**
 * Results written to a file of the person's choice: nothing is replaced unasked, and a fault is a sentence.
 */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { BadUsage } from './outcome.ts'

export const FORCE_FLAG = ['--force', 'replace a file of that name'] as const

/** @throws BadUsage when a file of that name is there and nobody said to replace it */
export function refuseToReplace(path: string, force: boolean | undefined): void {
  if (existsSync(path) && !force) throw new BadUsage(`${path} is there already; --force replaces it.`)
}

/** Writes the file, readable by its owner alone. */
export async function writeResult(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, content, { mode: 0o600 })
}
