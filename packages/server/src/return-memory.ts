/**
 * Gives memory that is no longer used back to the system, at the few moments when much of it was used for a short time.
 *
 * After a start (the doctrine's text, the statements of all precedents) and after an import (the file and what was made
 * of it) the engine would keep the room for minutes, because nothing presses it. Next door: `start.ts` calls it.
 *
 * Rests on: V8's `--expose-gc`, switched on for this one call.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Long enough for the last answer to be sent and for what it held to be let go. */
const MILLISECONDS = 1000

/** Collects once, a moment later; does not keep the process alive. */
export function returnMemorySoon(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc')
    const collect: unknown = runInNewContext('gc')
    setFlagsFromString('--no-expose-gc')
    if (typeof collect === 'function') collect({ type: 'major', flavor: 'last-resort' })
  }, MILLISECONDS).unref()
}
