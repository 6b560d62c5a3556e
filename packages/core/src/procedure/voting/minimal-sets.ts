/**
 * All smallest ways to reach a threshold: sets that suffice while none of their parts does.
 *
 * In: weights, and for each number of members the sum that suffices. Out: how many minimal sets there are of each size,
 * and the first ones, smallest sets first. Counting meets in the middle: the subsets of the lighter half look up how many
 * of the heavier half complete them, in sorted sums. Listing is branch and bound over sorted weights.
 *
 * Rests on: VOT-17. Next door: `moving-sets.ts`.
 */

export interface MinimalSets {
  /** how many minimal sets have that many members; the index is the size */
  readonly countBySize: readonly number[]
  /** the first ones, as places in the weights */
  readonly sets: readonly (readonly number[])[]
}

/**
 * Finds the minimal sets.
 * @param weights whole numbers, heaviest first, none negative
 * @param need for each size from 0 to all, the least sum with which a set of that size suffices, `Infinity` where none
 *   does; a set that suffices still does with one more member
 * @param limit how many sets to list: smallest first, and within a size in dictionary order of their places
 */
export function minimalSets(weights: readonly number[], need: readonly number[], limit: number): MinimalSets {
  const countBySize = countMinimal(weights, need)
  const sets: (readonly number[])[] = []
  for (const [size, count] of countBySize.entries()) {
    if (sets.length >= limit) break
    if (count > 0) sets.push(...listMinimal(weights, need, size, Math.min(count, limit - sets.length)))
  }
  return { countBySize, sets }
}

/** A set is minimal when it suffices, and does not without its lightest member. */
function countMinimal(weights: readonly number[], need: readonly number[]): number[] {
  const half = Math.ceil(weights.length / 2)
  const heavy = subsetsOf(weights.slice(0, half))
  const light = subsetsOf(weights.slice(half))
  const heavySums = sortedSums(heavy, half)
  const counts = weights.map(() => 0)
  counts.push(0)
  const suffices = (size: number) => need[size] ?? Infinity
  const add = (size: number, many: number) => {
    counts[size] = (counts[size] ?? 0) + many
  }
  for (const { sum, size, lightest } of heavy) {
    if (sum >= suffices(size) && (size === 0 || sum - lightest < suffices(size - 1))) add(size, 1)
  }
  for (const { sum, size, lightest } of light) {
    if (size === 0) continue
    for (const [others, sums] of heavySums.entries()) {
      const from = suffices(size + others) - sum
      const below = suffices(size + others - 1) - sum + lightest
      if (from < below && below > 0) add(size + others, firstAtLeast(sums, below) - firstAtLeast(sums, from))
    }
  }
  return counts
}

interface Subset {
  readonly sum: number
  readonly size: number
  readonly lightest: number
}

function subsetsOf(weights: readonly number[]): Subset[] {
  return weights.reduce<Subset[]>(
    (subsets, weight) => [
      ...subsets,
      ...subsets.map(({ sum, size }) => ({ sum: sum + weight, size: size + 1, lightest: weight })),
    ],
    [{ sum: 0, size: 0, lightest: 0 }],
  )
}

function sortedSums(subsets: readonly Subset[], most: number): readonly Float64Array[] {
  return Array.from({ length: most + 1 }, (_, size) =>
    Float64Array.from(
      subsets.filter((subset) => subset.size === size),
      ({ sum }) => sum,
    ).toSorted(),
  )
}

/** The first place of sorted sums that holds at least that much. */
function firstAtLeast(sums: Float64Array, least: number): number {
  let [low, high] = [0, sums.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? Infinity) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** The first `limit` minimal sets of one size; there must be as many. */
function listMinimal(
  weights: readonly number[],
  need: readonly number[],
  size: number,
  limit: number,
): number[][] {
  const [enough, tooMuch] = [need[size] ?? Infinity, size === 0 ? Infinity : (need[size - 1] ?? Infinity)]
  const until = weights.reduce<number[]>((sums, weight) => [...sums, (sums.at(-1) ?? 0) + weight], [0])
  const sumOf = (from: number, to: number) => (until[to] ?? 0) - (until[from] ?? 0)
  const found: number[][] = []
  const chosen: number[] = []
  const search = (first: number, left: number, sum: number): void => {
    if (left === 0) {
      found.push([...chosen])
      return
    }
    for (let place = first; place <= weights.length - left && found.length < limit; place++) {
      const heaviest = sum + sumOf(place, place + left)
      if (heaviest < enough) return
      // without its lightest member the set must fall short: with the lightest ones that may follow, it has a chance to
      const others = sum + (weights[place] ?? 0) + sumOf(weights.length - left + 1, weights.length - 1)
      if (left > 1 && others >= tooMuch) continue
      chosen.push(place)
      search(place + 1, left - 1, sum + (weights[place] ?? 0))
      chosen.pop()
    }
  }
  search(0, size, 0)
  return found
}
