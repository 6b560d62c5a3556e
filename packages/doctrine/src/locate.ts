/**
 * Where in a file a value stands: a place in the data becomes a line of the text.
 *
 * Parses the text a second time with positions, so it is asked only when there is something to find fault with.
 */
import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Place } from './pack-file.ts'

/**
 * The line, counted from 1, of the value at the place; of its key where it has one. Where the place does not exist (a
 * missing key), the line of what should contain it.
 */
export function lineFinder(text: string): (place: Place) => number {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error' })
  return (place) => {
    let node: unknown = document.contents
    let offset = startOf(node) ?? 0
    for (const step of place) {
      const [next, at] = stepInto(node, step)
      if (at === undefined) break
      node = next
      offset = at
    }
    return lines.linePos(offset).line
  }
}

function stepInto(node: unknown, step: string | number): readonly [unknown, number | undefined] {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
    return isPair(pair) ? [pair.value, startOf(pair.key)] : [undefined, undefined]
  }
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step]
    return [item, startOf(item)]
  }
  return [undefined, undefined]
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}
