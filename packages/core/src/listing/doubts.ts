/**
 * What of a listing was not read in the official text, so that nobody quotes it as if it were.
 *
 * In: one listing; out: its doubts by name. The desk puts them in words.
 *
 * Next door: `listing.ts` is the shape of an entry.
 */
import type { Listing } from './listing.ts'

export const LISTING_DOUBTS = [
  'transcription-only',
  'later-text-transcribed',
  'page-not-opened',
  'regulation-unverified',
  'decision-unverified',
  'amending-act-unknown',
  'case-links-ours',
  'criteria-ours',
] as const
export type ListingDoubt = (typeof LISTING_DOUBTS)[number]

/** True when the entry was compared, field by field, with an official consolidated text. */
export function isOfficiallyChecked({ officialCheck }: Listing): boolean {
  return officialCheck !== null
}

/** Every doubt about the entry, the gravest first. The annex cites no letter, so the criteria are always ours. */
export function doubtsAbout(listing: Listing): readonly ListingDoubt[] {
  const { officialCheck, status, sources, legalAct, amendments, verified } = listing
  const holds: Readonly<Record<ListingDoubt, boolean>> = {
    'transcription-only': officialCheck === null,
    'later-text-transcribed': officialCheck !== null && officialCheck.version < status.asOf,
    'page-not-opened': sources.every(({ addressOpened }) => !addressOpened),
    'regulation-unverified': !legalAct.regulationVerified,
    'decision-unverified': !legalAct.decisionVerified,
    'amending-act-unknown': amendments.some(({ act }) => act === null),
    'case-links-ours': verified['incidentLinks'] !== true,
    'criteria-ours': true,
  }
  return LISTING_DOUBTS.filter((doubt) => holds[doubt])
}
