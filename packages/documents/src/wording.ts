/**
 * What a paper says alike in every language: numbers of sections, citations, how a sentence opens and ends.
 *
 * Next door: `language/wording.ts` for everything that differs from language to language.
 */
import type { Citation } from '@demarche/core'

/** The provision in one line, without its address. @example 'Regulation (EU) 2019/796, Article 2(a)' */
export function sayCitation(citation: Citation): string {
  return `${citation.document}, ${citation.locator}`
}

/** The number of a section. @example roman(4) // 'IV' */
export function roman(number: number): string {
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
  return 'X'.repeat(Math.floor(number / 10)) + (ones[number % 10] ?? '')
}

/** The first letter in upper case; for text that opens a sentence or a heading. */
export function opening(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** What a note says after its catchword. @example afterCatchword('Clock: until 2028') // 'until 2028' */
export function afterCatchword(note: string): string {
  return note.replace(/^[^:]*:\s/, '')
}

/** The text with a full stop, unless it ends a sentence already. */
export function sentence(text: string): string {
  const trimmed = opening(text.trim())
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`
}
