/**
 * No request, however malformed, ends in a defect: a few here, a hundred thousand by `npm run drill -- fuzz`.
 */
import { expect, it } from 'vitest'
import { tryNonsense } from './worlds/try-nonsense.ts'

it('refuses malformed requests and files with a reason, whatever the route', async () => {
  const seed = Number(process.env['DEMARCHE_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
  process.stdout.write(`malformed requests with seed ${seed} (repeat with DEMARCHE_SEED=${seed})\n`)
  const { faults, statuses } = await tryNonsense({ rounds: 1000, seed })
  expect(faults).toEqual([])
  // any seed will do: more than a third of all requests are refused so
  expect(statuses.get(400)).toBeGreaterThan(60)
}, 600_000)
