/**
 * The cells of EuRepoC: which say nothing, which hold lists, and how their dates are meant.
 *
 * Empty, "Not available", "Unknown", "nan", "NaT" and `[]` say nothing. "none" says that there was none.
 */
import type { PartialDate } from '@demarche/core'
import { partialDate } from '../reading.ts'
import { type PythonList, readPythonList } from './python-literal.ts'

const SILENT = new Set([
  '',
  '[]',
  'not available',
  'unknown',
  'unknown - not attributed',
  'not attributed',
  'nan',
  'nat',
  'n',
])

/** The text of a cell, or undefined when it says nothing. */
export function said(cell: string | undefined): string | undefined {
  const text = cell?.trim() ?? ''
  return SILENT.has(text.toLowerCase()) ? undefined : text
}

/** The slots of a list cell (`a; b` or a Python list), silent ones kept as ''; null when the list is broken. */
export function slotsOf(cell: string): readonly string[] | null {
  const text = cell.trim()
  if (text === '' || text === '[]') return []
  if (!text.startsWith('[')) return splitSlots(text)
  const list = readPythonList(text)
  return list === null
    ? null
    : list.map((item) => (typeof item === 'string' ? item : flatten(item).join(', ')))
}

/** The slots of a list of lists; a plain list counts as one inner list. Null when the list is broken. */
export function nestedSlotsOf(cell: string): readonly (readonly string[])[] | null {
  const text = cell.trim()
  if (text === '' || text === '[]') return []
  if (!text.startsWith('[')) return splitSlots(text).map((slot) => [slot])
  const list = readPythonList(text)
  if (list === null) return null
  return list.map((item) => (typeof item === 'string' ? [item] : flatten(item)))
}

/**
 * The date of a cell: `2016-05-12`, `2016-05-12 00:00:00` or `12.05.2016`.
 * 1 January stands for "in that year" in this data set, and is read as the year alone.
 */
export function dateOfCell(cell: string | undefined): PartialDate | undefined {
  const text = said(cell)
  if (text === undefined) return undefined
  const german = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text)
  const iso = german ? `${german[3]}-${german[2]}-${german[1]}` : text.replace(/[ T]00:00:00$/, '')
  const date = partialDate(iso)
  return date?.endsWith('-01-01') ? partialDate(iso.slice(0, 4)) : date
}

function flatten(list: PythonList): string[] {
  return list.flatMap((item) => (typeof item === 'string' ? [item] : flatten(item)))
}

/** Splits at semicolons; one inside parentheses belongs to a name ("Minister (Foreign Office; GBR)"). */
function splitSlots(text: string): string[] {
  const slots: string[] = []
  let start = 0
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '(') depth += 1
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if (character === ';' && depth === 0) {
      slots.push(text.slice(start, at).trim())
      start = at + 1
    }
  }
  // a parenthesis that is never closed would swallow the rest
  if (depth > 0) return text.split(';').map((slot) => slot.trim())
  slots.push(text.slice(start).trim())
  return slots
}
