/**
 * Which projects are doubled: the same work twice, as people say, or as the search for overlaps says while nobody has judged.
 *
 * Rules: docs/rules/portfolio.md, GOL-06; docs/rules/overlap.md, OVL-19. Next door: `../overlap`.
 */
import { type OverlapVerdict, pairKey } from '../overlap/overlap-verdict.ts'

/** Another record of the same work. */
export interface Double {
  readonly other: string
  /** people said so; a suggestion of the search when false */
  readonly confirmed: boolean
  /** people say other things of the two as well */
  readonly contested: boolean
}

const DUPLICATE = 'duplicate'

/** @param suggested pairs of which the search says that they are duplicates */
export function doublesOf(
  suggested: readonly (readonly [string, string])[],
  verdicts: readonly Pick<OverlapVerdict, 'first' | 'second' | 'verdicts'>[],
): ReadonlyMap<string, readonly Double[]> {
  const said = Map.groupBy(verdicts, ({ first, second }) => pairKey(first, second))
  const doubles = new Map<string, Double[]>()
  const add = (one: string, other: string, how: Pick<Double, 'confirmed' | 'contested'>) => {
    for (const [own, twin] of [
      [one, other],
      [other, one],
    ] as const) {
      const known = doubles.get(own)
      if (known) known.push({ other: twin, ...how })
      else doubles.set(own, [{ other: twin, ...how }])
    }
  }
  for (const own of said.values()) {
    const [first] = own
    const words = new Set(own.flatMap((verdict) => verdict.verdicts))
    if (first && words.has(DUPLICATE))
      add(first.first, first.second, { confirmed: true, contested: words.size > 1 })
  }
  const seen = new Set(said.keys())
  for (const [one, other] of suggested) {
    const key = pairKey(one, other)
    if (one === other || seen.has(key)) continue
    seen.add(key)
    add(one, other, { confirmed: false, contested: false })
  }
  return doubles
}
