/**
 * Lists as Python prints them: `['Germany', "Côte d'Ivoire"]`, nested to any small depth.
 *
 * Reads only what EuRepoC cells hold: lists of strings, None and numbers. Anything else gives null, never a guess.
 * Rests on: Python language reference, string literals.
 */
import { isWritable } from '@demarche/core'
import { entryOf } from '../reading.ts'

export type PythonList = readonly (string | PythonList)[]

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
}
const DEEPEST = 8

/** The list that a cell holds, or null when it is no such list. None and nan become ''. */
export function readPythonList(cell: string): PythonList | null {
  let at = 0
  const skipSpace = (): void => {
    while (/\s/.test(cell[at] ?? '')) at += 1
  }
  const readString = (quote: string): string | null => {
    let text = ''
    for (at += 1; at < cell.length; at += 1) {
      const character = cell[at]
      if (character === quote) {
        at += 1
        return isWritable(text) ? text : null
      }
      if (character === '\\') {
        at += 1
        const escaped = cell[at] ?? ''
        const hexDigits = escaped === 'x' ? 2 : escaped === 'u' ? 4 : 0
        const hex = cell.slice(at + 1, at + 1 + hexDigits)
        if (hexDigits > 0 && hex.length === hexDigits && /^[0-9a-f]+$/i.test(hex)) {
          text += String.fromCharCode(Number.parseInt(hex, 16))
          at += hexDigits
        } else text += entryOf(ESCAPES, escaped) ?? `\\${escaped}`
      } else text += character
    }
    return null
  }
  const readList = (depth: number): PythonList | null => {
    if (cell[at] !== '[' || depth > DEEPEST) return null
    at += 1
    const items: (string | PythonList)[] = []
    for (;;) {
      skipSpace()
      if (cell[at] === ']') {
        at += 1
        return items
      }
      const character = cell[at]
      let item: string | PythonList | null
      if (character === "'" || character === '"') item = readString(character)
      else if (character === '[') item = readList(depth + 1)
      else {
        const bare = /^(?:None|nan|-?\d+(?:\.\d+)?)/.exec(cell.slice(at, at + 24))?.[0]
        at += bare?.length ?? 0
        item = bare === undefined ? null : /^[Nn]/.test(bare) ? '' : bare
      }
      if (item === null) return null
      items.push(item)
      skipSpace()
      if (cell[at] === ',') at += 1
      else if (cell[at] !== ']') return null
    }
  }
  skipSpace()
  const list = readList(0)
  skipSpace()
  return at === cell.length ? list : null
}
