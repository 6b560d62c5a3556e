/**
 * What a reader gets does not depend on what the reader may not see: every route, whichever there are.
 *
 * A few worlds here; ten thousand by `npm run drill -- non-interference --rounds 10000`.
 */
import { expect, it } from 'vitest'
import { tryWorlds } from './worlds/try-worlds.ts'

it('gives every reader the same answers whether or not what they may not see exists', async () => {
  const seed = Number(process.env['DEMARCHE_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
  process.stdout.write(`non-interference with seed ${seed} (repeat with DEMARCHE_SEED=${seed})\n`)
  const { worlds, hidden, asked } = await tryWorlds({ rounds: 40, seed, questionsPerRoute: 0.4 })
  expect(worlds).toBeGreaterThanOrEqual(40)
  expect(hidden).toBeGreaterThan(5)
  expect(asked.size).toBeGreaterThan(20)
}, 600_000)
