/**
 * Where real data sets for tests may lie: beside the checkout, never inside it, never shipped.
 *
 * Tests that need one ask `sharedData` and skip themselves, saying so, when it is not there.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../../shared/', import.meta.url))

/** The absolute path of a shared file, or null when this machine does not have it. */
export function sharedData(path: string): string | null {
  const full = `${root}${path}`
  return existsSync(full) ? full : null
}
