/**
 * Text that may stand in a paper: one line, well-formed, without invisible characters that steer a renderer or a reader.
 *
 * What comes from reports and imports is taken as it is except for line breaks (a space), control characters, lone
 * surrogates, and the marks that turn the direction of text round, which can make a line read as its opposite.
 */
const INVISIBLE = /[\p{Cc}\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]+/gu
const SPACE = /[\t\n\v\f\r\u0085\u2028\u2029]+/g

/** The text on one line, safe for XML, typst and Markdown renderers alike. Idempotent. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(SPACE, ' ').replace(INVISIBLE, '')
}
