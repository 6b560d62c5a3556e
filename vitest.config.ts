import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'

const filesOf = (name: string): string[] => [
  `packages/${name}/src/**/*.test.ts`,
  `packages/${name}/test/**/*.test.ts`,
]
/** These leave nothing behind in their process: one file after the other uses the modules that were read for the first. */
const SHARING = [
  ...['core', 'desk', 'doctrine', 'documents', 'interchange'].flatMap(filesOf),
  'packages/server/src/**/*.test.ts',
]
/** What has been read for another file can no longer be mocked. */
const MOCKING = globSync(SHARING, { cwd: import.meta.dirname }).filter((file) =>
  readFileSync(join(import.meta.dirname, file), 'utf8').includes('vi.mock('),
)

export default defineConfig({
  test: {
    globalSetup: 'test/once-a-run.ts',
    sequence: { sequencer: LongestFirst },
    // many tests wait for a server, a browser or a disk: on two processors two files at a time take little longer than one
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // what a page shows comes when its answer has come
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'alone', include: [...filesOf('*'), 'test/**/*.test.ts'], exclude: SHARING },
      },
      { extends: true, test: { name: 'mocking', include: MOCKING } },
      { extends: true, test: { name: 'sharing', include: SHARING, exclude: MOCKING, isolate: false } },
    ],
  },
})
