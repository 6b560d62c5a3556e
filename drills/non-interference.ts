/**
 * Worlds drawn at random, each recorded on two desks, with and without what a reader may not see: all answers must be equal.
 *
 * `npm run drill -- non-interference --rounds 10000 --seed 7`. The work is in `packages/server/test/worlds/`.
 */
import { tryWorlds } from '../packages/server/test/worlds/try-worlds.ts'
import type { Drill } from './drill.ts'

export const nonInterference: Drill = async ({ rounds = 10_000, seed = 1, say }) => {
  try {
    const { worlds, hidden, requests, seconds, asked } = await tryWorlds({
      rounds,
      seed,
      say,
      questionsPerRoute: 0.2,
    })
    say(
      `${worlds} worlds with ${hidden} hidden acts of record, ${requests} questions to each of two desks on ${asked.size} routes, 0 differences, ${Math.round(seconds)} s`,
    )
    return true
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    if (error instanceof Error && error.cause instanceof Error) say(error.cause.message)
    return false
  }
}
