/**
 * Grounds of availability that several measures have in common: said once, referred to by a letter.
 *
 * Takes the measures; gives the grounds that at least three of them share word for word, in order of first use.
 */
import type { MeasureFinding } from '@demarche/core'

export type Ground = MeasureFinding['reasons'][number]

const FEWEST = 3

export function sharedGrounds(measures: readonly MeasureFinding[]): readonly Ground[] {
  const all = measures.flatMap(({ reasons }) => reasons)
  return [...Map.groupBy(all, ({ text }) => text).values()].flatMap((alike) => {
    const [first] = alike
    return first && alike.length >= FEWEST ? [first] : []
  })
}

/** `a` for the first. */
export function letterOf(index: number): string {
  return String.fromCodePoint(97 + index)
}
