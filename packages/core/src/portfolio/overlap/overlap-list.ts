/**
 * The list of pairs worth a look: what narrows it, and in which order people read it.
 *
 * Next door: `candidates.ts` finds the pairs. Rule: docs/rules/overlap.md, OVL-20.
 */
import { earliestDay, type CalendarDate, latestDay } from '../../kernel/partial-date.ts'
import type { OverlapOutcome } from './comparison.ts'
import { OUTCOMES_IN_ORDER } from './outcomes-in-order.ts'
import type { ProjectProfile } from './profile.ts'
import { SPOKEN_OF } from './read-themes.ts'

/** What both projects of a pair must have in common with the question. */
interface PairFilter {
  /** in one of these countries */
  readonly countries?: readonly string[] | undefined
  readonly theme?: string | undefined
  /** both may have run at some time from then on */
  readonly from?: CalendarDate | undefined
  /** both may have run at some time until then */
  readonly to?: CalendarDate | undefined
}

/** True when both projects fit by what is known of them; an unknown date may be any, an unknown country is none. */
export function fitsFilter(
  one: ProjectProfile,
  other: ProjectProfile,
  { countries, theme, from, to }: PairFilter,
): boolean {
  return (
    (countries === undefined ||
      countries.some(
        (code) => one.places.countries.includes(code) && other.places.countries.includes(code),
      )) &&
    (theme === undefined || [one, other].every((side) => speaksOf(side, theme))) &&
    [one, other].every((side) => mayRunIn(side, from, to))
  )
}

function speaksOf({ themes }: ProjectProfile, theme: string): boolean {
  return (themes.signs.get(theme)?.likelihood ?? 0) >= SPOKEN_OF
}

function mayRunIn(
  { facts: { start, end } }: ProjectProfile,
  from: CalendarDate | undefined,
  to: CalendarDate | undefined,
): boolean {
  return (
    (from === undefined || end === null || latestDay(end) >= from) &&
    (to === undefined || start === null || earliestDay(start) <= to)
  )
}

/** A pair as it is put in order. */
export interface OrderedPair {
  readonly outcome: OverlapOutcome
  readonly one: ProjectProfile
  readonly other: ProjectProfile
}

/** By outcome, then by the day from which both run, the latest first, those without one last; then by id. */
export function inListOrder(a: OrderedPair, b: OrderedPair): number {
  const byOutcome = OUTCOMES_IN_ORDER.indexOf(a.outcome) - OUTCOMES_IN_ORDER.indexOf(b.outcome)
  if (byOutcome !== 0) return byOutcome
  const [p, q] = [togetherFrom(a), togetherFrom(b)]
  if (p !== q) return p > q ? -1 : 1
  const [x, y] = [a, b].map(({ one, other }) => `${one.facts.id} ${other.facts.id}`)
  return x === y ? 0 : (x ?? '') < (y ?? '') ? -1 : 1
}

function togetherFrom({ one, other }: OrderedPair): string {
  const [a, b] = [one.facts.start, other.facts.start]
  if (a === null || b === null) return ''
  const [p, q] = [earliestDay(a), earliestDay(b)]
  return p > q ? p : q
}
