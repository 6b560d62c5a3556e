/**
 * Two ways to find similar texts that know nothing of projects: minhash with banding, and TF-IDF with cosine over all pairs.
 *
 * What the search for overlaps is measured against. Short and plain: the npm libraries for minhash hash every word again for
 * each permutation, and would be beaten for that alone.
 *
 * Rests on: A. Broder, On the resemblance and containment of documents (1997); G. Salton and C. Buckley, Term-weighting
 * approaches in automatic text retrieval (1988).
 */
type Pairs = readonly (readonly [string, string])[]

const BANDS = 24
const ROWS = 3
/** A bucket of more holds what everybody writes. */
const LARGEST_BUCKET = 50

function wordsIn(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))]
}

/** For each text the `kept` others with the most similar sets of words, among those that share a band of the signature. */
export function minhashPairs(texts: ReadonlyMap<string, string>, kept: number): Pairs {
  const ids = [...texts.keys()]
  const signatures = [...texts.values()].map((text) => signature(wordsIn(text)))
  const buckets = new Map<string, number[]>()
  signatures.forEach((values, text) => {
    for (const key of bandsOf(values)) push(buckets, key, text)
  })
  return signatures.flatMap((values, text) => {
    const others = new Set<number>()
    for (const key of bandsOf(values)) {
      const bucket = buckets.get(key) ?? []
      if (bucket.length <= LARGEST_BUCKET) for (const other of bucket) others.add(other)
    }
    others.delete(text)
    const alike = new Map([...others].map((other) => [other, agreeing(values, signatures[other])]))
    return best(alike, kept).map((other) => [ids[text] ?? '', ids[other] ?? ''] as const)
  })
}

function signature(words: readonly string[]): Uint32Array {
  const values = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  for (const word of words) {
    const hash = hashOf(word)
    for (let at = 0; at < values.length; at++) {
      const permuted = mix(hash ^ Math.imul(at + 1, 0x9e3779b1))
      if (permuted < (values[at] ?? 0)) values[at] = permuted
    }
  }
  return values
}

/** FNV-1a, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The finaliser of MurmurHash3. */
function mix(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return (second ^ (second >>> 16)) >>> 0
}

function bandsOf(values: Uint32Array): readonly string[] {
  return Array.from(
    { length: BANDS },
    (_, band) => `${band}:${values.subarray(band * ROWS, (band + 1) * ROWS).join()}`,
  )
}

function agreeing(one: Uint32Array, other: Uint32Array | undefined): number {
  let same = 0
  for (let at = 0; at < one.length; at++) if (one[at] === other?.[at]) same++
  return same
}

/** For each text the `kept` others with the greatest cosine of TF-IDF vectors; every pair that shares a word is compared. */
export function tfIdfPairs(texts: ReadonlyMap<string, string>, kept: number): Pairs {
  const ids = [...texts.keys()]
  const words = [...texts.values()].map(wordsIn)
  const textsOf = new Map<string, number[]>()
  words.forEach((list, text) => {
    for (const word of list) push(textsOf, word, text)
  })
  const weight = (word: string) => Math.log(ids.length / (textsOf.get(word)?.length ?? 1))
  const norms = words.map((list) => Math.hypot(...list.map(weight)) || 1)
  return words.flatMap((list, text) => {
    const cosines = new Map<number, number>()
    for (const word of list) {
      const square = weight(word) ** 2
      for (const other of textsOf.get(word) ?? [])
        if (other !== text)
          cosines.set(other, (cosines.get(other) ?? 0) + square / ((norms[text] ?? 1) * (norms[other] ?? 1)))
    }
    return best(cosines, kept).map((other) => [ids[text] ?? '', ids[other] ?? ''] as const)
  })
}

function push(lists: Map<string, number[]>, key: string, item: number): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

function best(found: ReadonlyMap<number, number>, kept: number): readonly number[] {
  return [...found]
    .toSorted(([one, p], [other, q]) => q - p || one - other)
    .slice(0, kept)
    .map(([text]) => text)
}
