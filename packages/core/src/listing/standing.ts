/**
 * Which listings stood on a date, and which followed a case.
 *
 * In: listings and a calendar day; out: listings, newest first. A listing whose removal is not known stays as it was
 * last stated; the day after the last reading is never taken for certain knowledge.
 *
 * Next door: `listing.ts` is the shape of an entry.
 */
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { Listing } from './listing.ts'

/**
 * - `as-last-read`: in force in the last text read, which is older than the date
 * - `removal-undated`: since delisted, on a day that is not known
 */
export type Standing = 'not-yet-listed' | 'in-force' | 'as-last-read' | 'removal-undated' | 'delisted'

/** How the listing stood on that day, as far as the register can tell. */
export function standingOn({ listingDate, status }: Listing, date: CalendarDate): Standing {
  if (date < listingDate) return 'not-yet-listed'
  if (status.delistedOn !== null) return date < status.delistedOn ? 'in-force' : 'delisted'
  if (status.state === 'delisted') return date < status.asOf ? 'removal-undated' : 'delisted'
  return date <= status.asOf ? 'in-force' : 'as-last-read'
}

/** The listings that stood on that day, newest first; those of unknown removal are kept. */
export function listingsOn(listings: readonly Listing[], date: CalendarDate): readonly Listing[] {
  return listings
    .filter((listing) => !['not-yet-listed', 'delisted'].includes(standingOn(listing, date)))
    .toSorted(newestFirst)
}

/**
 * The listings whose reasons speak of a case, made by that day; those removed since are among them.
 * @param caseSlug such as `cloud-hopper`, the part of `case:cloud-hopper` after the colon
 */
export function listingsFollowing(
  listings: readonly Listing[],
  caseSlug: string,
  onDate: CalendarDate,
): readonly Listing[] {
  return listings
    .filter(({ incidents, listingDate }) => incidents.includes(caseSlug) && listingDate <= onDate)
    .toSorted(newestFirst)
}

/** How many of them are persons, and how many are entities or bodies. */
export function countListings(listings: readonly Listing[]): {
  readonly persons: number
  readonly entities: number
} {
  const persons = listings.filter(({ type }) => type === 'natural person').length
  return { persons, entities: listings.length - persons }
}

function newestFirst(a: Listing, b: Listing): number {
  if (a.listingDate !== b.listingDate) return a.listingDate < b.listingDate ? 1 : -1
  return a.name.localeCompare(b.name, 'en')
}
