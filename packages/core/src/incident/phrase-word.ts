/**
 * The words of the vocabulary as people read them: `under-24h` is "under 24 hours", factor `a` says what it weighs.
 *
 * Takes the name of a property, or of a part of a record, and a word or the list of words that stands there. A word that
 * nothing is said about here is read as it is, its hyphens as spaces.
 *
 * Rests on: Regulation (EU) 2019/796 Art. 2, Decision (CFSP) 2019/797 Art. 3 (factors of significant effect). Next door:
 * `phrase-value.ts` says whole values, `case-vocabulary.ts` lists the words.
 */

/** Property to word to what it says. The factors open as the labels of the doctrine's factors do. */
const SAID: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  significantEffectFactorsCoded: {
    a: '(a) scope, scale, impact or severity of the disruption caused',
    b: '(b) number of natural or legal persons, entities or bodies affected',
    c: '(c) number of Member States concerned',
    d: '(d) amount of economic loss caused',
    e: '(e) economic benefit gained by the perpetrator',
    f: '(f) amount or nature of stolen data, or scale of data breaches',
    g: '(g) nature of commercially sensitive data accessed',
  },
  disruptionClass: { 'under-24h': 'under 24 hours', 'over-24h': 'over 24 hours' },
  accessDepth: { admin: 'administrator', 'ot-control': 'control of operational technology' },
  dataStolenNature: {
    ip: 'intellectual property',
    'special-category': 'special categories of personal data',
  },
  bySide: { EU: 'the Union', 'EU-institution': 'institution or body of the Union', MS: 'Member State' },
}

/** The number of a technique, or of a sub-technique, of MITRE ATT&CK: `T1485`, `T1566.001`. */
const TECHNIQUE_NUMBER = /^T\d{4}(\.\d{3})?$/

/** One word of a property. @example phraseWord('disruptionClass', 'under-24h') // 'under 24 hours' */
export function phraseWord(property: string, word: string): string {
  const said = SAID[property]
  if (said && Object.hasOwn(said, word)) return said[word] ?? word
  return /^[a-z]+(-[a-z]+)+$/.test(word) ? word.replaceAll('-', ' ') : word
}

/** How many of the words are numbers of techniques, which say nothing to who has no catalogue at hand. */
export function techniqueNumbers(property: string, said: readonly string[]): number {
  return property === 'techniques' ? said.filter((one) => TECHNIQUE_NUMBER.test(one)).length : 0
}

/**
 * Words that were said already, as one list. Numbers of techniques are told to be the source's own: this desk has no
 * catalogue to name them from.
 * @example joinWords('techniques', ['T1485']) // 'T1485 (number of a MITRE ATT&CK technique, as the source gives it)'
 */
export function joinWords(property: string, said: readonly string[]): string {
  const list = said.join(property === 'significantEffectFactorsCoded' ? '; ' : ', ')
  const numbers = techniqueNumbers(property, said)
  if (numbers === 0) return list
  return numbers === 1
    ? `${list} (number of a MITRE ATT&CK technique, as the source gives it)`
    : `${list} (numbers of MITRE ATT&CK techniques, as the source gives them)`
}
