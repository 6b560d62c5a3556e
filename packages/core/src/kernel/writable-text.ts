/**
 * Text that can be put on record: whole characters, because half of one has no UTF-8 form (RFC 8785), and no U+0000, which no
 * database takes.
 */

/** True when every character of the text can be put on record. */
export function isWritable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000')
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|[^])/g
const isLeading = (code: number): boolean => code >= 0xd800 && code < 0xdc00
const isTrailing = (code: number): boolean => code >= 0xdc00 && code < 0xe000

/**
 * Where a JSON text first escapes what cannot be put on record, as an offset; -1 when it never does. A text that was read
 * from UTF-8 can hold such a character in no other way.
 * @example unwritableEscape('{"a":"\\ud800"}') // 6
 */
export function unwritableEscape(json: string): number {
  /** where the leading half of a character stands that still waits for the other */
  let open = -1
  for (const { index, 0: escape, 1: hex } of json.matchAll(ESCAPE)) {
    const code = hex === undefined ? Number.NaN : Number.parseInt(hex, 16)
    if (open >= 0 && !(isTrailing(code) && index === open + escape.length)) return open
    if (code === 0 || (open < 0 && isTrailing(code))) return index
    open = isLeading(code) ? index : -1
  }
  return open
}
