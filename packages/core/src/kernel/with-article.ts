/** The label of a kind after its indefinite article, for messages in English: `an act of confidence building`, `a need`. */
export function withArticle(label: string): string {
  return `${/^[aeio]/i.test(label) ? 'an' : 'a'} ${label}`
}
