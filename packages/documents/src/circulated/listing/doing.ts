/**
 * What a procedure does to those who are listed: the acts, the annex and the letter say it alike.
 *
 * Next door: `legal-acts.ts`, `names.ts`, `notification-letter.ts`.
 */
import type { Draft } from '../draft.ts'

/** What the act does to the basic act of the regime; a new act does nothing to it. */
export type Doing = 'lists' | 'delists' | 'prolongs' | 'other'

export function doingOf({ opened, track, annex }: Draft): Doing {
  const measure = opened?.act.measure
  if (measure === 'rest-prolong') return 'prolongs'
  if (measure === 'rest-delist') return 'delists'
  return annex.entries.length > 0 || (track?.acts.length ?? 0) > 1 ? 'lists' : 'other'
}

/** The day under which an entry of the annex stands, where it is not on record. */
export function dayOfListing(draft: Draft): string {
  return draft.wording.say(doingOf(draft) === 'lists' ? 'listing.dayOfAdoption' : 'listing.dayListed')
}
