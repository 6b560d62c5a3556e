import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: 'test/once-a-run.ts',
    // many tests wait for a server, a browser or a disk: on two processors two files at a time take little longer than one
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // what a page shows comes when its answer has come
    expect: { poll: { timeout: 30_000 } },
  },
})
