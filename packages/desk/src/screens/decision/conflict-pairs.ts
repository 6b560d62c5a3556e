/** Contradictions between measures, each pair once, with what doctrine says on either side of it. */
import type { TrackView } from '@demarche/core'

export interface ConflictPair {
  /** entities of the two procedures */
  readonly between: readonly [string, string]
  readonly reasons: readonly string[]
}

export function conflictPairs(
  views: readonly Pick<TrackView, 'entity' | 'conflicts'>[],
): readonly ConflictPair[] {
  const pairs = new Map<string, ConflictPair>()
  for (const { entity, conflicts } of views) {
    for (const conflict of conflicts) {
      const key = [entity, conflict.with].toSorted().join(' ')
      const known = pairs.get(key) ?? { between: [entity, conflict.with], reasons: [] }
      pairs.set(key, { ...known, reasons: [...new Set([...known.reasons, conflict.why])] })
    }
  }
  return [...pairs.values()]
}
