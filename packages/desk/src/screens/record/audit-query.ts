/** What the audit log can be asked for, as it stands in the address of the screen. */
import type { AuditFilters } from '../../api/record-queries.ts'

export const FILTERS = ['from', 'to', 'person', 'party', 'verb', 'target', 'outcome'] as const
export const OUTCOMES = ['done', 'read', 'refused'] as const

/** The filters in an address; days become the instants at which they begin and end in UTC. */
export function filtersIn(search: URLSearchParams): AuditFilters {
  const filters: Partial<Record<(typeof FILTERS)[number] | 'routine', string>> = {}
  if (search.get('routine') !== 'shown') filters.routine = 'hidden'
  for (const name of FILTERS) {
    const value = search.get(name)?.trim()
    if (value) filters[name] = name === 'from' || name === 'to' ? instantOf(value) : value
  }
  return filters
}

/** An hour of the reader's clock (`2026-11-24T10:00`) as an instant; anything else as it is, for the server to refuse. */
function instantOf(local: string): string {
  const instant = new Date(local)
  return Number.isNaN(instant.getTime()) ? local : instant.toISOString()
}
