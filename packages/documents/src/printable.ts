/**
 * The characters that the fonts inside the PDF compiler can print: Latin with all its European letters, Greek,
 * Cyrillic, Armenian, Georgian, punctuation, currency and arrows.
 *
 * PDF/UA refuses a page with a character that no font can show. A text with one must still be exported, so such a
 * character is written as its number, `[U+4E2D]`: visible, and never a blank. The ranges are tested against the fonts.
 */
const RANGES =
  '20-7e a0-1c3 1cd-1e3 1e6-1f0 1f4-1f6 1f8-221 224-241 243-245 24c-24d 250-2b9 2bb-2c1 2c6-2c9 374-377 37a-37f ' +
  '384-38a 38c 38e-3a1 3a3-3ce 3d0-3e1 3f0-45f 462-463 472-473 490-49b 4a2-4a5 4aa-4b3 4ba-4bb 4c0-4c4 4c7-4c8 ' +
  '4cb-4cc 4cf-4f9 531-556 559-55f 561-587 10d0-10fc 1e00-1e99 1e9e 1e9f-1ef9 1f00-1f15 1f18-1f1d 1f20-1f45 ' +
  '1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 ' +
  '1ff6-1ffe 2010-2023 2026 202f-2037 2039-203a 203c-203f 2070-2071 2074-208e 20a0-20b5 20b8-20ba 20bd 2116 2122 ' +
  '2126 2150-2151 2153-215f 2190-2199 2200-2213 2227-222a 2248 2260-2265 2500-25ff'

/** First and last code point of each run, ascending. */
export const PRINTABLE_RANGES: readonly (readonly [first: number, last: number])[] = RANGES.split(' ').map(
  (run) => {
    const [first = '', last = first] = run.split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
  },
)

const hex = (point: number): string => `\\u{${point.toString(16)}}`
const UNPRINTABLE = new RegExp(
  `[^${PRINTABLE_RANGES.map(([first, last]) => `${hex(first)}-${hex(last)}`).join('')}]`,
  'gu',
)

/** The text with composed letters, and with a number in place of each character that cannot be printed. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(
      UNPRINTABLE,
      (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
}
