/** The largest of many, without sorting all of them. */

/**
 * The `count` of `items` that weigh most, in no order; of two that weigh the same, the one of lower rank. All of them when there
 * are no more than `count`. Weights and ranks are by item.
 */
export function largest(
  items: Uint32Array,
  count: number,
  weights: Float32Array,
  ranks: Uint32Array,
): Uint32Array {
  if (items.length <= count) return items.slice()
  // of those kept so far the least stands first
  const heap = items.slice(0, count)
  for (let at = (count >> 1) - 1; at >= 0; at--) sink(heap, at, weights, ranks)
  for (let next = count; next < items.length; next++) {
    const item = items[next] ?? 0
    if (!isLess(heap[0] ?? 0, item, weights, ranks)) continue
    heap[0] = item
    sink(heap, 0, weights, ranks)
  }
  return heap
}

/** True when the one goes before the other: it weighs less, or as much under a higher rank. */
function isLess(one: number, other: number, weights: Float32Array, ranks: Uint32Array): boolean {
  const [p = 0, q = 0] = [weights[one], weights[other]]
  return p === q ? (ranks[one] ?? 0) > (ranks[other] ?? 0) : p < q
}

function sink(heap: Uint32Array, from: number, weights: Float32Array, ranks: Uint32Array): void {
  const item = heap[from] ?? 0
  let at = from
  for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
    const right = child + 1
    if (right < heap.length && isLess(heap[right] ?? 0, heap[child] ?? 0, weights, ranks)) child = right
    if (!isLess(heap[child] ?? 0, item, weights, ranks)) break
    heap[at] = heap[child] ?? 0
    at = child
  }
  heap[at] = item
}
