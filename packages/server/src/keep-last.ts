/** Keeps the last things asked for, and forgets those that nobody asked for longest. */

/** Puts one in as the last; at most so many stay. */
export function keepLast<Value>(kept: Map<string, Value>, key: string, value: Value, most: number): void {
  kept.delete(key)
  kept.set(key, value)
  for (const old of kept.keys()) {
    if (kept.size <= most) break
    kept.delete(old)
  }
}
