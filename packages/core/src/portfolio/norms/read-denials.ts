/**
 * What a clause denies: that somebody answers for something, owes something, or is kept from something.
 *
 * Two denials cancel out: "no State shall escape responsibility" denies none. English only. Rule: docs/rules/portfolio.md,
 * NRM-22. Next door: `read-stance.ts`.
 */

export interface Denial {
  readonly of: 'responsibility' | 'duty' | 'prohibition'
  readonly words: string
  /** false where two denials cancel out */
  readonly isDenied: boolean
  /** where the word stands that is denied */
  readonly at: number
}

const DENIERS =
  /^(?:no|not|never|cannot|nor|neither|nobody|nothing|none|without|exempt\w*|absolv\w*|immun\w*|disclaim\w*|den(?:y|ies|ied)|escap\w*|evad\w*|avoid\w*|reject\w*|shirk\w*|fail\w*|waiv\w*)$/
const NOUNS: Readonly<Record<Denial['of'], RegExp>> = {
  responsibility: /^(?:responsibility|liability|accountability)$/,
  duty: /^(?:duty|duties|obligations?)$/,
  prohibition: /^(?:prohibits?|prevents?|forbids?|precludes?|bars?|prohibition|ban)$/,
}
/** Only behind a verb: "is responsible" speaks of responsibility, "responsible disclosure" does not. */
const STATES_OF: Readonly<Record<Denial['of'], RegExp>> = {
  responsibility: /^(?:responsible|accountable|liable|answerable|blamed)$/,
  duty: /^(?:obliged|obligated|required|bound|expected|compelled|asked)$/,
  prohibition: /^(?:prohibited|forbidden|banned|unlawful|illegal|barred|precluded|prevented)$/,
}
const VERBS = /^(?:be|is|are|held|not|considered|deemed|made|internationally|legally|become|becomes)$/
/** So many words before the word the denial may stand. */
const REACH = 6
const SORTS: readonly Denial['of'][] = ['responsibility', 'duty', 'prohibition']

/** @param words of the clause as of `wordsOf` */
export function denialsIn(words: readonly string[]): readonly Denial[] {
  return words.flatMap((word, at): Denial[] => {
    const of = SORTS.find(
      (sort) => NOUNS[sort].test(word) || (STATES_OF[sort].test(word) && VERBS.test(words[at - 1] ?? '')),
    )
    if (!of) return []
    const deniers = words.slice(Math.max(0, at - REACH), at).filter((one) => DENIERS.test(one))
    if (deniers.length === 0) return []
    return [{ of, words: [...deniers, word].join(' '), isDenied: deniers.length % 2 === 1, at }]
  })
}
