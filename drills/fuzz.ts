/**
 * Malformed requests and files, in their thousands, to every route and importer of a desk in memory.
 *
 * `npm run drill -- fuzz --rounds 100000 --seed 7`. The work is in `packages/server/test/worlds/`.
 */
import { tryNonsense } from '../packages/server/test/worlds/try-nonsense.ts'
import type { Drill } from './drill.ts'

/** megabytes that may be in use more at the end than after a fifth of the requests */
const GROWTH_ALLOWED = 200

export const fuzz: Drill = async ({ rounds = 100_000, seed = 1, say }) => {
  const { requests, files, statuses, faults, before, after, seconds } = await tryNonsense({
    rounds,
    seed,
    say,
  })
  for (const fault of faults) say(fault)
  const counts = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
  say(`${requests} requests and ${files} files in ${Math.round(seconds)} s; answers ${counts.join(', ')}`)
  const megabytes = (memory: typeof before): string =>
    `${Math.round(memory.inUse)} MB in use and ${Math.round(memory.held)} MB held`
  say(`${faults.length} faults; ${megabytes(before)} after a fifth, ${megabytes(after)} at the end`)
  return faults.length === 0 && after.inUse - before.inUse < GROWTH_ALLOWED
}
