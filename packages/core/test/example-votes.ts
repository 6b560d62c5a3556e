/**
 * Votes for tests: the shares of 2025, and small unions of any shape.
 */
import fc from 'fast-check'
import type { PopulationTable } from '../src/kernel/doctrine.ts'
import { type Stance, STANCES } from '../src/procedure/position.ts'
import { countVotes } from '../src/procedure/voting/count-votes.ts'
import {
  COUNTED_RULES,
  type CountedRule,
  type VoteOutcome,
  type VoteQuestion,
  type VoteReason,
} from '../src/procedure/voting/vote.ts'

const PRINTED =
  'DE 18.49 FR 15.17 IT 13.23 ES 10.78 PL 8.33 RO 4.23 NL 4.01 BE 2.62 CZ 2.42 PT 2.36 SE 2.34 GR 2.31 HU 2.13 AT 2.02 BG 1.43 DK 1.32 FI 1.25 SK 1.21 IE 1.19 HR 0.86 LT 0.64 SI 0.47 LV 0.42 EE 0.3 CY 0.21 LU 0.15 MT 0.12'

/** The shares of the 27 in 2025, to two decimals. */
export const SHARES_2025: PopulationTable = aTable(
  Object.fromEntries(
    [...PRINTED.matchAll(/([A-Z]{2}) ([\d.]+)/g)].map(([, state = '', share]) => [state, Number(share)]),
  ),
  0.005,
)

/** A table with these shares. */
export function aTable(percent: Readonly<Record<string, number>>, rounding = 0): PopulationTable {
  return {
    id: 'populations-example',
    inForce: { from: '2025-01-01', to: '2025-12-31' },
    percent,
    rounding,
    source: { document: 'an example', locator: 'whole' },
    verified: true,
  }
}

/** One stance for every State of the table, with exceptions: `{ no: 'HU SK' }`. */
export function stancesOf(
  { percent }: PopulationTable,
  others: Stance,
  exceptions: Partial<Readonly<Record<Stance, string>>> = {},
): Readonly<Record<string, Stance>> {
  const stances: Record<string, Stance> = Object.fromEntries(
    Object.keys(percent).map((state) => [state, others]),
  )
  for (const stance of STANCES) {
    for (const state of exceptions[stance]?.split(' ') ?? []) stances[state] = stance
  }
  return stances
}

/** What comes of a vote of the 27 of 2025 in which all say yes, but for the exceptions. */
export function countOf2025(
  rule: CountedRule,
  exceptions: Parameters<typeof stancesOf>[2],
  more: Partial<VoteQuestion> = {},
): VoteOutcome {
  return countVotes({
    rule,
    population: SHARES_2025,
    stances: stancesOf(SHARES_2025, 'yes', exceptions),
    ...more,
  })
}

/** One reason of an outcome by its id. */
export function reasonIn({ reasons }: VoteOutcome, id: VoteReason['id']): VoteReason | undefined {
  return reasons.find((one) => one.id === id)
}

/** Whole shares of 100 among some States; with `rounding` 0.5 they may be what a finer table was rounded to. */
export function anyTable(most: number, rounding: 0 | 0.5): fc.Arbitrary<PopulationTable> {
  return fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 3, maxLength: most - 1 })
    .map((cuts) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b), 100]
      const shares = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0))
      return aTable(Object.fromEntries(shares.map((share, index) => [`S${index}`, share])), rounding)
    })
}

/** Any question over a table. */
export function anyQuestion(
  tables: fc.Arbitrary<PopulationTable>,
  stances: readonly Stance[] = STANCES,
): fc.Arbitrary<VoteQuestion> {
  return tables
    .chain((population) =>
      fc.record({
        rule: fc.constantFrom(...COUNTED_RULES),
        stances: fc.record(
          Object.fromEntries(
            Object.keys(population.percent).map((state) => [state, fc.constantFrom(...stances)]),
          ),
        ),
        population: fc.constant(population),
        silence: fc.constantFrom('running' as const, 'expired' as const),
      }),
    )
    .filter((question) => Object.values(question.stances).some((stance) => stance !== 'not-participating'))
}
