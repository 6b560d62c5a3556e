/**
 * What some Member States have of the Union's population, in words: one figure for one question, wherever it is shown.
 *
 * Rests on: VOT-04. Next door: `share-range.ts`.
 */
import type { PopulationTable } from '../../kernel/doctrine.ts'
import { type Group, inMillionths, sayRange, shareRange } from './share-range.ts'

/**
 * The share of these States in the population of all States of the table.
 * @returns a figure of two decimals, with its error where the printed shares leave one, e.g. `97.87 % ± 0.01`; all States
 *   together are `100.00 %`, whatever the printed shares add up to
 */
export function sayShareOf(states: readonly string[], { percent, rounding }: PopulationTable): string {
  const groupOf = (codes: readonly string[]): Group => ({
    count: codes.length,
    sum: codes.reduce((sum, code) => sum + inMillionths(percent[code] ?? 0), 0),
  })
  const rest = Object.keys(percent).filter((code) => !states.includes(code))
  return sayRange(shareRange(groupOf(states), groupOf(rest), { count: 0, sum: 0 }, inMillionths(rounding)))
}
