/**
 * What a reader gets does not depend on what the reader may not see: every route, whichever there are, by every role.
 *
 * Some worlds here; ten thousand by `npm run drill -- non-interference --rounds 10000`. That the trial finds a leak is tried
 * in `planted-leaks.test.ts`.
 */
import { expect, it } from 'vitest'
import { tryWorlds } from './worlds/try-worlds.ts'

it('gives every reader the same answers whether or not what they may not see exists', async () => {
  const seed = Number(process.env['DEMARCHE_SEED'] ?? Math.floor(Math.random() * 2 ** 30))
  process.stdout.write(`non-interference with seed ${seed} (repeat with DEMARCHE_SEED=${seed})\n`)
  const { worlds, hidden, coverage } = await tryWorlds({ rounds: 40, seed, worldsPerBatch: 2 })
  expect(worlds).toBe(40)
  // any seed will do: the least of 3,000 was 46, half of them had 78 or more
  expect(hidden).toBeGreaterThan(5)
  // no matter of the seed: each of twenty people has a batch, and each world names of every kind
  expect(coverage.missed).toEqual([])
  // everybody who is not signed in counts as one
  expect(coverage.roles).toBe(8)
  expect(coverage.routes).toBeGreaterThan(45)
}, 600_000)
