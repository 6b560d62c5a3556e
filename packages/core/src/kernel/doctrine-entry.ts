/**
 * What every entry of doctrine says of itself: what kind of authority it has, where that stands, since when, and whether
 * somebody read it there.
 *
 * Next door: `doctrine.ts` for the entries themselves, `party.ts`, `process-graph.ts`.
 */
import type { CalendarDate } from './partial-date.ts'

/** The three kinds kept apart on every screen and page. */
export const AUTHORITIES = ['binding-law', 'agreed-guidance', 'our-judgement'] as const
export type Authority = (typeof AUTHORITIES)[number]

export interface Citation {
  readonly document: string
  readonly locator: string
  readonly address?: string
}

export interface DoctrineEntry {
  readonly id: string
  readonly label: string
  readonly description?: string
  readonly authority: Authority
  /** the nature of the text where the authority alone says too little, e.g. "customary law, as the EU describes it" */
  readonly nature?: string
  readonly source: Citation
  readonly inForce: { readonly from: CalendarDate; readonly to?: CalendarDate }
  /** the statement named in `verifiedParts`, or the whole, was read in the source */
  readonly verified: boolean
  readonly verifiedParts?: readonly string[]
  readonly unverifiedParts?: readonly string[]
  readonly notes?: readonly string[]
}

/** True when the entry was in force on that calendar day. */
export function isInForce(entry: Pick<DoctrineEntry, 'inForce'>, onDate: CalendarDate): boolean {
  return entry.inForce.from <= onDate && (entry.inForce.to === undefined || onDate <= entry.inForce.to)
}
