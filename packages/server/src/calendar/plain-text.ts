/** Text for formats that cannot carry every character: control characters become blanks. Rests on: XML 1.0, 2.2. */
export function plainText(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ')
}
