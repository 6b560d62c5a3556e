/**
 * Which resolutions the table lets one take for rivals: two on ICT security in one session, within a month, under different
 * titles. A proposal of this desk, never a finding: sponsors are not in the tables. Rule: docs/rules/interchange.md, INT-60.
 */
import type { PartialDate } from '@demarche/core'

export interface RollCall {
  readonly rcid: string
  readonly session: string
  readonly day: PartialDate
  readonly title: string
}

export interface RivalPair {
  readonly earlier: RollCall
  readonly later: RollCall
  /** between the two votes */
  readonly days: number
}

const ICT = /cyberspace|telecommunication|\bicts?\b|information and communications? technolog/i
const SECURITY = /international security|responsible state behaviou?r/i
const MOST_DAYS = 31
const DAY = 86_400_000

/** Pairs among the roll calls on whole resolutions, in the order of the days. */
export function rivalsAmong(rollCalls: readonly RollCall[]): readonly RivalPair[] {
  const onSecurity = rollCalls
    .filter(({ title }) => ICT.test(title) && SECURITY.test(title))
    .toSorted((a, b) => a.day.localeCompare(b.day) || Number(a.rcid) - Number(b.rcid))
  return onSecurity.flatMap((earlier, index) =>
    onSecurity.slice(index + 1).flatMap((later): RivalPair[] => {
      const days = (Date.parse(later.day) - Date.parse(earlier.day)) / DAY
      const areRivals =
        later.session === earlier.session && days <= MOST_DAYS && plain(later.title) !== plain(earlier.title)
      return areRivals ? [{ earlier, later, days }] : []
    }),
  )
}

function plain(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z]+/g, '')
}
