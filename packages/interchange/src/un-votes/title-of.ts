/**
 * What a roll call is called, from the two texts that the table has of it. Rule: docs/rules/interchange.md, INT-59.
 *
 * Some rows have minutes in the place of a title: a thousand letters of who said what before the vote. Next door:
 * `read-un-votes.ts`.
 */

export interface Title {
  /** empty where the table has none */
  readonly title: string
  /** the text that is no title, or more than one, whole */
  readonly whole?: string
}

/** A title of the Assembly is shorter; what is longer says more than what it is called. */
const LONGEST = 240
const MINUTES = /^the (?:acting )?president\b.{0,40}?:/i

/** The longer of the two texts is the title, the other one a heading; what follows it is no part of it. */
export function titleOf(descr: string, short: string): Title {
  const text = / : resolution|: resolution/.test(short) ? short : descr
  if (MINUTES.test(text)) return { title: MINUTES.test(short) ? '' : short, whole: text }
  const title = text.replace(/\s*:\s*resolution\b.*$/s, '').trim()
  return title.length > LONGEST ? { title: shortened(title), whole: text } : { title }
}

/** The first sentence, or as many words as there is room for. */
function shortened(text: string): string {
  const sentence = /^.+?[.?!](?=\s)/s.exec(text)?.[0]
  if (sentence !== undefined && sentence.length <= LONGEST) return sentence
  const end = text.lastIndexOf(' ', LONGEST)
  return `${text.slice(0, end > 0 ? end : LONGEST)} …`
}
