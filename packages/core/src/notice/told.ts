/** One thing told, before it is a notice with an id. Next door: `read-notices.ts`. */
import type { Instant } from '../kernel/partial-date.ts'
import type { NoticeMatter } from './notice.ts'

/** Whose act, when, and what keeps it apart from others of its kind, e.g. two extensions. */
export interface ToldOf {
  readonly at: Instant
  readonly by: { readonly party: string; readonly statement: string } | null
  readonly apart: string
}
export type Told = NoticeMatter & ToldOf

/** That somebody did it. */
export function doing({
  statement,
  party,
  at,
}: {
  readonly statement: string
  readonly party: string
  readonly at: Instant
}): ToldOf {
  return { at, by: { party, statement }, apart: statement }
}
