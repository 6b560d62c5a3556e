/**
 * Runs every test and says loudly what was left out; extra arguments go to the test runner.
 *
 * Ends with the line `N passed, N failed, N skipped`, which continuous integration reads.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'demarche-test-'))
const report = join(folder, 'report.json')
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
)

let result
try {
  result = JSON.parse(readFileSync(report, 'utf8'))
} catch {
  process.stdout.write('The test runner left no report.\n0 passed, 1 failed\n')
  process.exit(1)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const skipped = result.testResults.flatMap((file) =>
  file.assertionResults.filter((test) => test.status === 'pending' || test.status === 'skipped'),
)
if (skipped.length > 0) {
  process.stdout.write(`\nLEFT OUT (${skipped.length}):\n`)
  for (const test of skipped) process.stdout.write(`  ${test.fullName}\n`)
}
const brokenFiles = result.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
)
const failed = result.numFailedTests + brokenFiles.length
if (failed > 0) {
  process.stdout.write(`\nFAILED (${failed}):\n`)
  for (const file of brokenFiles) tellFailure(file.name, 'the file itself', file.message)
  for (const file of result.testResults)
    for (const test of file.assertionResults)
      if (test.status === 'failed') tellFailure(file.name, test.fullName, test.failureMessages.join('\n'))
}
process.stdout.write(`\n${result.numPassedTests} passed, ${failed} failed, ${skipped.length} skipped\n`)
process.exit(status === 0 && failed === 0 ? 0 : 1)

/** Where, what, and the first lines of why: the end of a long output is all that some readers keep. */
function tellFailure(file, name, why) {
  const lines = why.split('\n').filter((line) => line.trim() && !line.includes('node_modules'))
  const reason = lines.slice(0, 12).join('\n      ')
  process.stdout.write(`  ${relative(root, file)}: ${name}\n      ${reason}\n`)
}
