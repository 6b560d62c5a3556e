/**
 * The synthesis of a consultation: paragraphs, each with the submissions that it rests on.
 *
 * On record it is one text: paragraphs stand apart by an empty line, a submission is cited as `[submission:…]`. So one statement
 * holds all of it, is corrected as a whole and carries one marking.
 *
 * Rule: docs/rules/stakeholders.md, STK-08. Next door: `read-consultation.ts`.
 */

export interface SynthesisParagraph {
  readonly text: string
  /** the submissions that it cites, each once, in the order in which they are cited */
  readonly cites: readonly string[]
}

const CITATION = /\s*\[(submission:[\w.-]{1,120})\]/g

/** The paragraphs of a synthesis as it stands on record. */
export function readSynthesis(text: string): readonly SynthesisParagraph[] {
  return text.split(/\n\s*\n/).flatMap((part): SynthesisParagraph[] => {
    const cites = [...new Set([...part.matchAll(CITATION)].map(([, entity = '']) => entity))]
    const words = part.replaceAll(CITATION, '').trim()
    return words === '' && cites.length === 0 ? [] : [{ text: words, cites }]
  })
}

/** The text that goes on record: read back it gives the same paragraphs. */
export function writeSynthesis(paragraphs: readonly SynthesisParagraph[]): string {
  return paragraphs
    .map(({ text, cites }) =>
      [text.replaceAll(/\n\s*\n/g, '\n').trim(), ...cites.map((one) => `[${one}]`)].join(' ').trim(),
    )
    .filter((part) => part !== '')
    .join('\n\n')
}

/** What a synthesis rests on, and what it should not rest on. */
export interface SynthesisFinding {
  /** each once, in the order of its first citation */
  readonly cited: readonly string[]
  /** cited, and not among the accepted ones: withdrawn, set aside, of another consultation */
  readonly strange: readonly string[]
  /** paragraphs that cite nothing, by their place from 1 */
  readonly bare: readonly number[]
}

/** @param accepted those of the cited ones that were accepted in this consultation */
export function weighSynthesis(
  paragraphs: readonly SynthesisParagraph[],
  accepted: readonly string[],
): SynthesisFinding {
  const cited = [...new Set(paragraphs.flatMap(({ cites }) => cites))]
  return {
    cited,
    strange: cited.filter((one) => !accepted.includes(one)),
    bare: paragraphs.flatMap(({ cites }, index) => (cites.length === 0 ? [index + 1] : [])),
  }
}
