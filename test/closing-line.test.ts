/**
 * The closing line of continuous integration adds up: tests and steps, each counted once.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('../.ci/run', import.meta.url))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-ci-'))
  mkdirSync(join(folder, '.ci'))
  mkdirSync(join(folder, 'bin'))
  copyFileSync(script, join(folder, '.ci', 'run'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function program(name: string, text: string): void {
  const path = join(folder, 'bin', name)
  writeFileSync(path, `#!/usr/bin/env bash\n${text}\n`)
  chmodSync(path, 0o755)
}

/**
 * Runs the script on programs that do nothing but end as told; the start from a fresh clone always fails, as there is
 * nothing to clone.
 */
function closing(tests: string, testsEnd: number, failingSteps: readonly string[]) {
  program(
    'npm',
    `if [ "$1" = test ]; then echo '${tests}'; exit ${testsEnd}; fi
case " ${failingSteps.join(' ')} " in *" $3 "*) exit 1 ;; esac`,
  )
  program('git', 'exit 1')
  const { stdout, status } = spawnSync('bash', [join(folder, '.ci', 'run')], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` },
  })
  return { line: stdout.trim().split('\n').at(-1), status }
}

describe.skipIf(process.platform === 'win32')('the closing line of .ci/run', () => {
  it('counts passed tests and steps, failed tests and steps', () => {
    expect(closing('10 passed, 0 failed, 2 skipped', 0, [])).toEqual({
      line: '13 passed, 1 failed, 2 skipped',
      status: 1,
    })
    expect(closing('10 passed, 2 failed, 1 skipped', 1, ['types'])).toEqual({
      line: '12 passed, 4 failed, 1 skipped',
      status: 1,
    })
  })

  it('counts one failure when the tests end badly without saying how many failed', () => {
    expect(closing('no report', 1, []).line).toBe('3 passed, 2 failed, 0 skipped')
    expect(closing('10 passed, 0 failed, 0 skipped', 1, []).line).toBe('13 passed, 2 failed, 0 skipped')
    expect(closing('no line at all', 0, []).line).toBe('3 passed, 2 failed, 0 skipped')
  })
})
