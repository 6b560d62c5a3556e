/**
 * Where a text mentions a name or a phrase: whole words, in any capitals, over any white space, with its sentence.
 *
 * A mention is found by its letters alone; nothing is inferred from what a text means. Next door: `given-up.ts`,
 * `compared-with-attributions.ts`.
 */
import type { Paragraph } from './joint-text.ts'

export interface Mention {
  readonly paragraph: string
  /** as it stands in the text */
  readonly seen: string
  /** the sentence that it stands in */
  readonly sentence: string
}

const INSIDE_WORD = String.raw`[\p{L}\p{M}\p{N}_]`

/**
 * Every mention of any of the phrases, in reading order.
 * @param exactly phrases that count in these capitals only
 */
export function findMentions(
  paragraphs: readonly Paragraph[],
  phrases: readonly string[],
  exactly: readonly string[] = [],
): readonly Mention[] {
  const searched = phrases.map((phrase) => phrase.normalize('NFC').trim()).filter((phrase) => phrase !== '')
  if (searched.length === 0) return []
  // longest first: "strongly condemns" is not "condemns" alone
  const pattern = searched
    .toSorted((a, b) => b.length - a.length)
    .map((phrase) => escaped(phrase).replaceAll(/\s+/gu, String.raw`\s+`))
    .join('|')
  const found = new RegExp(`(?<!${INSIDE_WORD})(?:${pattern})(?!${INSIDE_WORD})`, 'giu')
  return paragraphs.flatMap(({ id, text }) => {
    const composed = text.normalize('NFC')
    return [...composed.matchAll(found)].flatMap(({ 0: seen, index }) => {
      const phrase = exactly.find((each) => each.toLowerCase() === seen.toLowerCase())
      if (phrase !== undefined && phrase !== seen) return []
      return [{ paragraph: id, seen, sentence: sentenceAt(composed, index, seen.length) }]
    })
  })
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

/** Where a sentence ends: a stop before a capital, so that "Art. 2" is none; or the end of a line. */
const STOP = /[.!?;]+["'”’»)]*\s+(?=["'“‘«(]*\p{Lu})|\n+/gu

function sentenceAt(text: string, index: number, length: number): string {
  let start = 0
  for (const { 0: stop, index: at } of text.matchAll(STOP)) {
    if (at >= index + length) return text.slice(start, at + stop.length).trim()
    if (at + stop.length <= index) start = at + stop.length
  }
  return text.slice(start).trim()
}
