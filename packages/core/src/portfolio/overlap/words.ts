/**
 * Words of a text as the overlap engine compares them.
 *
 * Case and accents are set aside; "cyber security" and "cybersecurity", "e-evidence" and "e evidence" are one word each.
 * Stems by Porter's rules for English; of other languages they only cut endings, the same way in both texts.
 */
import { stemmer } from 'stemmer'

const WORD = /[\p{L}\p{N}]+/gu
/** What is written together with "cyber" and apart in other texts. */
const AFTER_CYBER = new Set(
  'security crime crimes defence defense diplomacy resilience space attack attacks threat threats hygiene safety incident incidents'.split(
    ' ',
  ),
)
const AFTER_E = new Set(
  'evidence government governance services service learning identity justice'.split(' '),
)

/** Letters that no decomposition turns into their plain form. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ı: 'i' }

const PLAIN_ALREADY = /^[ -~]*$/

/** Lower case, without accents. */
export function plainText(text: string): string {
  if (PLAIN_ALREADY.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łđßøæœı]/g, (letter) => PLAIN[letter] ?? letter)
}

/** The words of a text in their order. @example wordsOf('Cyber Security & e-Evidence') // ['cybersecurity', 'eevidence'] */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  for (const [word] of plainText(text).matchAll(WORD)) {
    const last = words.at(-1)
    if (last === 'cyber' && AFTER_CYBER.has(word)) words[words.length - 1] = `cyber${word}`
    else if (last === 'e' && AFTER_E.has(word)) words[words.length - 1] = `e${word}`
    else words.push(word)
  }
  return words
}

/** Words that say nothing of what a project is about, in the desk's seven languages; and those that every such project uses. */
const SILENT = new Set(
  [
    'a an and are as at be by for from has have in inside into is it its more of on or other over plus such that the their them these this those through to under up via was were which while who will with within without',
    'au aux avec ce ces cette dans de des du en et la le les leur ou par pour sur un une vers',
    'al como con del el en entre las los mas para por se sin su sus un una y',
    'ao aos as com da das de do dos e em mais na nas no nos o os ou para pela pelo por um uma',
    'am auf aus bei das dem den der des die durch ein eine einer fur im in mit nach oder sowie und von vor zu zum zur',
    'dla do i ich jest na nad o od oraz po przez sie w we z za ze',
    'in iz ki na ob od po pri s se so v za z ter',
    'action activity better build building capacity capability component cooperation country countries develop development enhance enhanced enhancing establish global help improve improved improving increase initiative international national new program programme project projects promote provide raise region regional strengthen strengthened strengthening support supporting train training work year years',
  ].flatMap((line) => line.split(' ')),
)

/** Two letters or fewer say too little, except in figures of standards and phases, which are read elsewhere. */
const SHORTEST = 3

export function isTelling(word: string): boolean {
  return word.length >= SHORTEST && !SILENT.has(word) && !/^\d+$/.test(word)
}

/** Stems of words that were asked for: many texts use few words, and a stem takes longer to find than the rest of a text. */
const stems = new Map<string, string>()
const MOST_STEMS = 50_000

/** The stem under which forms of a word meet. */
export function stemOf(word: string): string {
  let stem = stems.get(word)
  if (stem === undefined) {
    stem = stemmer(word)
    if (stems.size >= MOST_STEMS) stems.clear()
    stems.set(word, stem)
  }
  return stem
}
