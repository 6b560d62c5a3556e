/**
 * How the properties of one vocabulary are put into words: labels, values with what they lead to, choices, parts.
 *
 * Tables, forms, Grounds and the history show whatever is on record of an entity through it; `case-wording.ts` speaks for
 * cases, `../portfolio/kind-wording.ts` for the records of the portfolio.
 */
import type { Value } from '@demarche/core'
import type { Vocabulary } from '@demarche/core/kernel/vocabulary.ts'

/** A piece of a value in words, and where it leads if it leads anywhere. */
export interface SaidPiece {
  readonly text: string
  /** a path of the desk */
  readonly to?: string
  /** an address outside of it */
  readonly href?: string
  /** words of whoever put it on record, in their language; other pieces are in that of the desk, or names */
  readonly asWritten?: boolean
}
/** A value in words; the pieces follow each other as they stand, blanks included. */
export type Said = readonly SaidPiece[]

export interface Wording {
  readonly vocabulary: Vocabulary
  readonly label: (property: string) => string
  readonly say: (property: string, value: Value, unit?: string) => Said
  /** what a word of an enum or a set says; `part` where it is one of a value with parts */
  readonly word: (property: string, word: string, part?: string) => string
  /** the label of a part of a value */
  readonly part: (property: string, part: string) => string
  /** true for a part that is a place */
  readonly isPlace: (property: string, part: string) => boolean
  /** true for texts of more than a line */
  readonly isLong: (property: string) => boolean
}

/** The words alone. */
export function textOf(said: Said): string {
  return said.map(({ text }) => text).join('')
}

/** True when any piece leads somewhere. */
export function leads(said: Said): boolean {
  return said.some(({ to, href }) => to !== undefined || href !== undefined)
}
