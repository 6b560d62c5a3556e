/**
 * A folder for what test files of one run share, such as the records that come with the desk; gone when the run has ended.
 *
 * Next door: `packages/server/test/prepared-records.ts` puts something there.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-run-'))
  // processes of the test runner are started after this, with this environment
  process.env['DEMARCHE_TEST_RUN'] = folder
  // what one process has compiled the next one reads: hundreds start in a run, most of them the desk or its program
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled')
  // a process that ends may still be writing what it compiled
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
