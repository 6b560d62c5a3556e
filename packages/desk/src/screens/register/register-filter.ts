/** What the register of listings can be narrowed to; all of it is part of the address. */
import type { Listing } from '@demarche/core'

export const LISTING_KINDS = ['person', 'entity'] as const
export type ListingKind = (typeof LISTING_KINDS)[number]
/** The choice of those whom the annex links to no State. */
export const NO_STATE = 'none'

export interface RegisterQuery {
  readonly q?: string | undefined
  /** a slug such as `cloud-hopper` */
  readonly caseSlug?: string | undefined
  /** an ISO code, or `none` */
  readonly state?: string | undefined
  readonly kind?: ListingKind | undefined
}

export function kindOf({ type }: Listing): ListingKind {
  return type === 'natural person' ? 'person' : 'entity'
}

/** The State that the entry is about: nationality of a person, else the State it is linked to. */
export function stateOf({ nationality, countryOfLinkedState }: Listing): string | null {
  return nationality ?? countryOfLinkedState
}

/** The annex writes `cyber-attacks` and `cyberattacks`; both are found by either. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\p{M}-]/gu, '')
    .toLowerCase()

function wordsOf(listing: Listing, caseName: (slug: string) => string): string {
  const { linkedActor, legalAct } = listing
  return fold(
    [
      listing.name,
      ...listing.aliases,
      ...listing.transliterations,
      listing.function,
      listing.annexRef,
      listing.reasonsSummary,
      legalAct.regulation ?? '',
      legalAct.decision ?? '',
      linkedActor?.name ?? '',
      ...(linkedActor?.aliases ?? []),
      ...listing.incidents.map(caseName),
    ].join(' '),
  )
}

/** The listings that fit every part of the query, in the order given. */
export function filterListings(
  listings: readonly Listing[],
  { q = '', caseSlug, state, kind }: RegisterQuery,
  caseName: (slug: string) => string,
): readonly Listing[] {
  const wanted = fold(q).split(/\s+/).filter(Boolean)
  return listings.filter(
    (listing) =>
      (caseSlug === undefined || listing.incidents.includes(caseSlug)) &&
      (state === undefined || (stateOf(listing) ?? NO_STATE) === state) &&
      (kind === undefined || kindOf(listing) === kind) &&
      wanted.every((word) => wordsOf(listing, caseName).includes(word)),
  )
}
