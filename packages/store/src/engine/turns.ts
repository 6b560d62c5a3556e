/**
 * Long work beside a database in a thread of its own: asked early, awaited later, and with turns for others in between.
 */

/** A promise that is awaited later; until then its failure must not count as unhandled. */
export function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** Resolves once what waits for this thread has had its turn. */
export function turnOfOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
