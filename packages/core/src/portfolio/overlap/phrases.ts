/**
 * Finds phrases in a list of words: the longest first, each word used once.
 *
 * A phrase is written as words with a space between; a word that ends in `*` stands for all that begin so:
 * `critical infrastructur*`. A word used by a longer phrase is not read again by a shorter one, so that "law
 * enforcement" says nothing of law.
 */

export interface Phrase<Meaning> {
  readonly pattern: string
  readonly meaning: Meaning
}

export interface PhraseFinder<Meaning> {
  /** What was found in the words, in the order of the text, each with the words that it was read from and where they begin. */
  readonly find: (
    words: readonly string[],
  ) => readonly { readonly meaning: Meaning; readonly words: readonly string[]; readonly at: number }[]
}

interface Compiled<Meaning> {
  readonly parts: readonly string[]
  readonly meaning: Meaning
}

/** Beginnings are looked up by their first letters; a pattern needs at least as many before its `*`. */
const KEY = 3

/** @throws RangeError when a pattern has no word, or fewer than three letters before a `*` */
export function phraseFinder<Meaning>(phrases: readonly Phrase<Meaning>[]): PhraseFinder<Meaning> {
  const byWord = new Map<string, Compiled<Meaning>[]>()
  const byBeginning = new Map<string, Compiled<Meaning>[]>()
  for (const { pattern, meaning } of phrases) {
    const parts = pattern.split(' ')
    const [first = ''] = parts
    if (parts.some((part) => part === '' || (part.endsWith('*') && part.length <= KEY)))
      throw new RangeError(
        `"${pattern}" is no phrase: words of at least ${KEY} letters before a "*", one space between`,
      )
    const [map, key] = first.endsWith('*') ? [byBeginning, first.slice(0, KEY)] : [byWord, first]
    map.set(key, [...(map.get(key) ?? []), { parts, meaning }])
  }
  // the longest phrase wins; of two as long the more exact one, so that the order of the list decides nothing
  const longestFirst = (a: Compiled<Meaning>, b: Compiled<Meaning>): number =>
    b.parts.length - a.parts.length || b.parts.join(' ').length - a.parts.join(' ').length
  for (const map of [byWord, byBeginning])
    for (const [key, list] of map) map.set(key, list.toSorted(longestFirst))

  return {
    find(words) {
      const found: { meaning: Meaning; words: readonly string[]; at: number }[] = []
      for (let at = 0; at < words.length;) {
        const word = words[at] ?? ''
        const exact = firstMatch(byWord.get(word), words, at)
        const begun = firstMatch(byBeginning.get(word.slice(0, KEY)), words, at)
        const match = !begun || (exact && exact.parts.length >= begun.parts.length) ? exact : begun
        if (match) found.push({ meaning: match.meaning, words: words.slice(at, at + match.parts.length), at })
        at += match?.parts.length ?? 1
      }
      return found
    },
  }
}

function firstMatch<Meaning>(
  candidates: readonly Compiled<Meaning>[] | undefined,
  words: readonly string[],
  at: number,
): Compiled<Meaning> | undefined {
  return candidates?.find(({ parts }) => parts.every((part, offset) => fits(part, words[at + offset])))
}

function fits(part: string, word: string | undefined): boolean {
  if (word === undefined) return false
  return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part
}
