/** Tables for a terminal: columns as wide as their longest cell, the last one free to run on. */

/** One line per row, with the heads above. Cells must not contain line breaks. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === heads.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return [
    line(heads),
    line(
      widths.map((width, column) =>
        '-'.repeat(column === heads.length - 1 ? (heads[column] ?? '').length : width),
      ),
    ),
    ...rows.map(line),
  ]
}

/** A number with its noun. @example count(1, 'case') // '1 case' */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** The text cut at word ends to lines of at most `width`, each with the indent before it. */
export function wrapped(text: string, indent: string, width = 100): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, indent + line]
}
