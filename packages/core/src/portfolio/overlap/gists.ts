/**
 * What rules most pairs out, in a few numbers for each project that lie side by side: most of those met are seen to be
 * unrelated without going to their profiles.
 *
 * A gist holds the first and the last day, for countries, implementers and donors a bit for each name, and whether the record says
 * that it belongs to another; two names may share a bit, so that a gist can rule out that two lists have something in common and never that they have not. Next door:
 * `weigh-projects.ts` has the rule.
 */
import { TRUSTED_OPEN_DAYS } from './period.ts'
import type { ProjectProfile } from './profile.ts'

const LENGTH = 6
const [FIRST, LAST, COUNTRIES, IMPLEMENTERS, DONORS, TIED] = [0, 1, 2, 3, 4, 5]
const NO_FIRST = -(2 ** 31)
const NO_LAST = 2 ** 31 - 1

/** By position; none stands where there is no profile. */
export type Gists = Int32Array

export function gistsOf(profiles: readonly (ProjectProfile | null)[]): Gists {
  return changedGists(new Int32Array(), profiles, profiles.keys())
}

/** With those of the profiles at these positions, which may be further ones. */
export function changedGists(
  gists: Gists,
  profiles: readonly (ProjectProfile | null)[],
  positions: Iterable<number>,
): Gists {
  const changed = new Int32Array(profiles.length * LENGTH)
  changed.set(gists)
  for (const position of positions) {
    const profile = profiles[position]
    if (profile) changed.set(gistOf(profile), position * LENGTH)
  }
  return changed
}

export function gistOf({ facts, period, places, implementers, donors }: ProjectProfile): Gists {
  return Int32Array.of(
    period.startEarliest ?? NO_FIRST,
    period.endLatest ?? NO_LAST,
    bitsOf(places.countries),
    bitsOf(implementers),
    bitsOf(donors),
    facts.successorOf !== undefined || facts.partOf !== undefined ? 1 : 0,
  )
}

/** True only where a weighing says that they are unrelated. @param at position of the other one */
export function areRuledOut(own: Gists, gists: Gists, at: number): boolean {
  const from = at * LENGTH
  const value = (part: number): number => gists[from + part] ?? 0
  const mine = (part: number): number => own[part] ?? 0
  const areApart = value(FIRST) >= mine(LAST) || mine(FIRST) >= value(LAST)
  const areElsewhere =
    mine(COUNTRIES) !== 0 && value(COUNTRIES) !== 0 && (mine(COUNTRIES) & value(COUNTRIES)) === 0
  if (!areApart && !areElsewhere) return false
  // what says of itself to which others it belongs is ruled out by nothing
  if (mine(TIED) !== 0 || value(TIED) !== 0) return false
  if ((mine(IMPLEMENTERS) & value(IMPLEMENTERS)) !== 0) return false
  const bothKnown = mine(IMPLEMENTERS) !== 0 && value(IMPLEMENTERS) !== 0
  return bothKnown || (mine(DONORS) & value(DONORS)) === 0
}

/**
 * 0 to 1: of the days on which either runs, those on which both do; 0 where a start is not known. An end that is not on record
 * is taken to be as long after the start as an open end is trusted.
 */
export function shareOfDays(own: Gists, gists: Gists, at: number): number {
  const from = at * LENGTH
  const [mine, others] = [own[FIRST] ?? NO_FIRST, gists[from + FIRST] ?? NO_FIRST]
  if (mine === NO_FIRST || others === NO_FIRST) return 0
  const untilMine = lastDay(mine, own[LAST] ?? NO_LAST)
  const untilOthers = lastDay(others, gists[from + LAST] ?? NO_LAST)
  const both = Math.min(untilMine, untilOthers) - Math.max(mine, others)
  return both <= 0 ? 0 : both / (Math.max(untilMine, untilOthers) - Math.min(mine, others))
}

function lastDay(first: number, last: number): number {
  return last === NO_LAST ? first + TRUSTED_OPEN_DAYS : last
}

/** A bit for each name; 0 where there is none. */
function bitsOf(names: readonly string[]): number {
  let bits = 0
  for (const name of names) {
    let hash = 0
    for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0
    bits |= 1 << (Math.imul(hash, 0x9e3779b1) >>> 27)
  }
  return bits
}
