/**
 * Ids of the doctrine as words, where no entry gives them a label, and long texts cut to their first clause.
 *
 * Takes `all-27-by-coreu-silence`; gives `all 27 by COREU silence`. Only what is written like an id is touched.
 * Next door: `options-paper/labels.ts` looks for a label first.
 */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bmember state/g, 'Member State'],
  [/\bhigh representative\b/g, 'High Representative'],
  [/\b(coreu|eu|un|hr|psc|hwpci|eeas|cfsp|osce|enisa)\b/g, '$1'],
  [/\bcsirts\b/g, 'CSIRTs'],
  [/\bcert EU\b/g, 'CERT-EU'],
  [/\bcouncil\b/g, 'Council'],
  [/\bcommission\b/g, 'Commission'],
]

/** @example plainWords('national-decision (coordinated)') // 'national decision (coordinated)' */
export function plainWords(text: string): string {
  const [, id = '', rest = ''] = /^(?:doc-|rule-)?([a-z][\w-]*)(.*)$/s.exec(text) ?? []
  if (id === '' || (!id.includes('-') && !/[a-z][A-Z]/.test(id) && rest !== '')) return text
  const words = id
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replaceAll('-', ' ')
    .toLowerCase()
  return (
    NAMES.reduce(
      (said, [pattern, name]) =>
        said.replaceAll(pattern, (match) => (name === '$1' ? match.toUpperCase() : name)),
      words,
    ) + rest
  )
}

/** The text up to its first semicolon or bracket: enough for a table that leads to the whole text elsewhere. */
export function firstClause(text: string): string {
  return text.split(/;| \(/)[0]?.trim() ?? text
}
