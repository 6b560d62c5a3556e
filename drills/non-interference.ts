/**
 * Worlds drawn at random, each recorded on two desks, with and without what a reader may not see: all answers must be equal.
 *
 * `npm run drill -- non-interference --rounds 10000 --seed 7`. The work is in `packages/server/test/worlds/`.
 */
import { tryWorlds } from '../packages/server/test/worlds/try-worlds.ts'
import type { Drill } from './drill.ts'

export const nonInterference: Drill = async ({ rounds = 10_000, seed = 1, say }) => {
  try {
    const { worlds, hidden, requests, seconds, coverage } = await tryWorlds({ rounds, seed, say })
    const { routes, roles, pairs, missed } = coverage
    say(
      `${worlds} worlds with ${hidden} hidden acts of record, ${requests} questions to each of two desks, 0 differences, ${Math.round(seconds)} s`,
    )
    say(
      `${routes} routes, ${roles} roles: ${pairs - missed.length} of the ${pairs} pairs that there are to ask were asked`,
    )
    if (missed.length > 0) say(`not asked: ${missed.join(', ')}`)
    return missed.length === 0
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    if (error instanceof Error && error.cause instanceof Error) say(String(error.cause.cause ?? ''))
    return false
  }
}
