/**
 * Parties: for whom people act at a desk, and to whom statements are released.
 *
 * A party is a Member State, an institution or body of the Union, an agency, a partner, or the public. The Presidency of
 * the Council is none: it is a function that one Member State has for half a year.
 *
 * Rests on: `parties.yaml`, `presidencies.yaml` of the pack's process. Next door: `reader.ts`, `doctrine.ts`.
 */
import type { DoctrineEntry } from './doctrine-entry.ts'
import type { CalendarDate } from './partial-date.ts'

export const PARTY_KINDS = ['member-state', 'institution', 'agency', 'partner', 'public'] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

export interface Party extends DoctrineEntry {
  /** as it stands in statements and accounts: ISO 3166-1 alpha-2 for States (`GR`), usual short forms otherwise */
  readonly code: string
  readonly kind: PartyKind
}

/** The order in which Member States hold the Presidency, as one act lays it down. */
export interface PresidencyOrder extends DoctrineEntry {
  readonly terms: readonly {
    readonly from: CalendarDate
    readonly to: CalendarDate
    readonly code: string
  }[]
}

/**
 * The Member State that holds the Presidency of the Council on a day, or null when the order does not reach that day.
 * @param orders those of the doctrine; where two speak of one day, the later act counts
 */
export function presidencyOn(
  orders: readonly PresidencyOrder[] | undefined,
  date: CalendarDate,
): { readonly code: string; readonly verified: boolean } | null {
  const newestFirst = (orders ?? []).toSorted((a, b) => (a.inForce.from < b.inForce.from ? 1 : -1))
  for (const { terms, verified } of newestFirst) {
    const term = terms.find(({ from, to }) => from <= date && date <= to)
    if (term) return { code: term.code, verified }
  }
  return null
}
