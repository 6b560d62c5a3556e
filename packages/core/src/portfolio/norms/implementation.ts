/**
 * What States do about the items of guidance on a norm: State by State, item by item, and how well it is shown.
 *
 * Nothing on record of a State and an item is unknown; it is not the same as not implemented (NRM-10).
 *
 * Pure. Rules: docs/rules/portfolio.md, NRM-10 and NRM-11. Next door: `record-facts.ts`.
 */
import type { Norm } from '../../kernel/doctrine.ts'
import type { Source } from '../../kernel/statement.ts'
import { type RecordFacts, sourcedValues, textsOf } from './record-facts.ts'

/** From the best shown to what nobody knows. */
export const IMPLEMENTATION_STANDINGS = [
  'evidenced',
  'declared',
  'contested',
  'not-implemented',
  'unknown',
] as const
export type ImplementationStanding = (typeof IMPLEMENTATION_STANDINGS)[number]

/** One record: what these States do about one item. */
export interface Implementation {
  readonly entity: string
  readonly states: readonly string[]
  readonly item: string
  /** contested also where sources differ on it (NRM-11) */
  readonly standing: ImplementationStanding
  readonly since?: string
  readonly act?: string
  /** address where it can be seen */
  readonly page?: string
  /** where the standing is taken from; where anything is, when nobody has stated it */
  readonly sources: readonly Source[]
}

/** The records that name an item; one that names none says nothing of any norm. */
export function readImplementations(records: readonly RecordFacts[]): readonly Implementation[] {
  return records.flatMap((record) =>
    textsOf(record, 'item').map((item): Implementation => {
      const stated = sourcedValues(record, 'standing')
      const [since, act, page] = ['start', 'act', 'page'].map((property) => textsOf(record, property)[0])
      return {
        entity: record.entity,
        states: sourcedValues(record, 'party').flatMap(({ value }) =>
          Array.isArray(value) ? value.map(String) : [String(value)],
        ),
        item,
        standing:
          stated.length > 1
            ? 'contested'
            : (IMPLEMENTATION_STANDINGS.find((one) => one === stated[0]?.value) ?? 'unknown'),
        ...(since === undefined ? {} : { since }),
        ...(act === undefined ? {} : { act }),
        ...(page === undefined ? {} : { page }),
        sources:
          stated.length > 0
            ? stated.flatMap(({ sources }) => sources)
            : Object.values(record.sources).slice(0, 1),
      }
    }),
  )
}

/** How many records stand how on the items of a norm. */
export function countStandings(
  norm: Pick<Norm, 'items'>,
  implementations: readonly Implementation[],
): Readonly<Record<ImplementationStanding, number>> {
  const items = new Set(norm.items.map(({ id }) => id))
  const counts = { evidenced: 0, declared: 0, contested: 0, 'not-implemented': 0, unknown: 0 }
  for (const { item, standing } of implementations) if (items.has(item)) counts[standing] += 1
  return counts
}

/** The States of which anything is on record about the items of the norm, in the order of their codes. */
export function statesOnRecord(
  norm: Pick<Norm, 'items'>,
  implementations: readonly Implementation[],
): readonly string[] {
  const items = new Set(norm.items.map(({ id }) => id))
  return [
    ...new Set(implementations.filter(({ item }) => items.has(item)).flatMap(({ states }) => states)),
  ].toSorted()
}

export interface ImplementationRow {
  readonly item: string
  /** one for each State asked for, in that order; empty where nothing is on record */
  readonly cells: readonly { readonly state: string; readonly records: readonly Implementation[] }[]
}

/** States side by side, one row for each item of the norm; the best shown record first. */
export function implementationTable(
  norm: Pick<Norm, 'items'>,
  states: readonly string[],
  implementations: readonly Implementation[],
): readonly ImplementationRow[] {
  const byItem = Map.groupBy(implementations, ({ item }) => item)
  return norm.items.map(({ id }) => ({
    item: id,
    cells: states.map((state) => ({
      state,
      records: (byItem.get(id) ?? [])
        .filter((one) => one.states.includes(state))
        .toSorted(
          (a, b) =>
            IMPLEMENTATION_STANDINGS.indexOf(a.standing) - IMPLEMENTATION_STANDINGS.indexOf(b.standing),
        ),
    })),
  }))
}
