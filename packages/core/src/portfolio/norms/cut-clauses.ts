/**
 * Cuts a draft into the clauses that are compared one by one: items of lists and sentences, in the order of the text.
 *
 * A line that goes on is joined to the one before; the mark of an item (`3.`, `(a)`, a dash) is kept as its number and
 * is no word of it. What is too short to say anything, such as a heading, is left out and counted.
 *
 * Pure. Rule: docs/rules/portfolio.md, NRM-20. Next door: `compare-clauses.ts`.
 */

export interface Clause {
  /** as the draft has it, such as `3` or `a`; none where it has none */
  readonly number?: string
  readonly text: string
}

export interface CutDraft {
  readonly clauses: readonly Clause[]
  /** lines and sentences too short to compare */
  readonly tooShort: number
  /** clauses beyond the most that are compared at once */
  readonly beyond: number
}

/** A heading or a half sentence below it says nothing that could be compared. */
const FEWEST_WORDS = 4
const MOST_CLAUSES = 400
const ITEM = /^\s*(?:\(?((?:\d{1,3}(?:\.\d{1,3})*)|[a-z]|[ivx]{1,5})[.)]|([-•*–—]))\s+(.*)$/iu
const HEADING = /^\s*#{1,6}\s+(.*)$/u

/** @example cutClauses('1. States shall not attack satellites.').clauses // [{ number: '1', text: 'States shall …' }] */
export function cutClauses(draft: string): CutDraft {
  const found: Clause[] = []
  let tooShort = 0
  for (const { number, text } of blocksOf(draft)) {
    let own = number
    for (const sentence of sentencesOf(text)) {
      if (sentence.split(/\s+/u).length < FEWEST_WORDS) {
        tooShort += 1
        continue
      }
      found.push({ ...(own === undefined ? {} : { number: own }), text: sentence })
      // the number stands with the first sentence of the item
      own = undefined
    }
  }
  return {
    clauses: found.slice(0, MOST_CLAUSES),
    tooShort,
    beyond: Math.max(0, found.length - MOST_CLAUSES),
  }
}

/** Paragraphs and items of lists. */
function blocksOf(draft: string): readonly Clause[] {
  const blocks: { number?: string; text: string }[] = []
  let isOpen = false
  for (const line of draft.normalize('NFC').split(/\r\n?|\n/u)) {
    const [, number, , item] = ITEM.exec(line) ?? []
    const heading = HEADING.exec(line)?.[1]
    const last = blocks.at(-1)
    if (line.trim() === '') isOpen = false
    else if (item !== undefined) {
      blocks.push({ ...(number === undefined ? {} : { number }), text: item.trim() })
      isOpen = true
    } else if (heading !== undefined) {
      blocks.push({ text: heading.trim() })
      isOpen = false
    } else if (isOpen && last) last.text += ` ${line.trim()}`
    else {
      blocks.push({ text: line.trim() })
      isOpen = true
    }
  }
  return blocks
}

function sentencesOf(text: string): readonly string[] {
  return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => sentence !== '')
}
