/**
 * Text as it is compared in a search: lower case, without accents, so that "Lódź" is found by "lodz".
 *
 * PostgreSQL has no text search configuration for Polish or Slovenian, so folding is ours, and the same on both engines.
 */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
}

const ASCII = /^[\t-~]*$/

/** The text without case, accents and runs of blanks. */
export function foldText(text: string): string {
  return plainLetters(text).replace(/\s+/g, ' ').trim()
}

function plainLetters(text: string): string {
  // English, and most of what is imported, has no letter to fold
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøłđæœþı]/g, (letter) => LETTERS[letter] ?? letter)
}
