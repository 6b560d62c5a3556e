/** The largest of many, without sorting all of them. */

/**
 * The `count` numbers of `items` that weigh most, in no order; of two that weigh the same, the smaller number. All of them when
 * there are no more than `count`.
 */
export function largest(items: readonly number[], weight: Float32Array, count: number): readonly number[] {
  if (items.length <= count) return items
  const heap: number[] = []
  const kept: number[] = []
  for (const item of items) {
    const weighs = weight[item] ?? 0
    if (heap.length < count) {
      heap.push(item)
      kept.push(weighs)
      rise(heap, kept)
      continue
    }
    const least = kept[0] ?? 0
    if (weighs < least || (weighs === least && item > (heap[0] ?? 0))) continue
    heap[0] = item
    kept[0] = weighs
    sink(heap, kept)
  }
  return heap
}

/** True when the one at `one` goes before the one at `other`: it weighs less, or as much under a larger number. */
function isLess(heap: readonly number[], kept: readonly number[], one: number, other: number): boolean {
  const [p = 0, q = 0] = [kept[one], kept[other]]
  return p === q ? (heap[one] ?? 0) > (heap[other] ?? 0) : p < q
}

function swap(list: number[], one: number, other: number): void {
  const held = list[one] ?? 0
  list[one] = list[other] ?? 0
  list[other] = held
}

function rise(heap: number[], kept: number[]): void {
  for (let at = heap.length - 1; at > 0;) {
    const parent = (at - 1) >> 1
    if (!isLess(heap, kept, at, parent)) return
    swap(heap, at, parent)
    swap(kept, at, parent)
    at = parent
  }
}

function sink(heap: number[], kept: number[]): void {
  for (let at = 0; ;) {
    let least = at
    const [left, right] = [2 * at + 1, 2 * at + 2]
    if (left < heap.length && isLess(heap, kept, left, least)) least = left
    if (right < heap.length && isLess(heap, kept, right, least)) least = right
    if (least === at) return
    swap(heap, at, least)
    swap(kept, at, least)
    at = least
  }
}
