/**
 * Who votes, and how: the members of the table, those that take part, the stance each of them counts with.
 *
 * In: a question. Out: the electorate, or a RangeError for a question that names States the table does not have, whose
 * table does not add up, or whose proxies are not allowed.
 *
 * Rests on: VOT-01, VOT-03, VOT-11, VOT-12; TFEU Art. 238(3) and (4), 239. Next door: `share-range.ts`, `count-votes.ts`.
 */
import { inWords, type RefusalWords } from '../../refusal/refusal-words.ts'
import { sayRefusal } from '../../refusal/say-refusal.ts'
import { MEMBER_STATES } from '../../incident/member-states.ts'
import type { Stance } from '../position.ts'
import { type Group, inMillionths, WHOLE } from './share-range.ts'
import type { PopulationTable, VoteQuestion } from './vote.ts'

export interface Electorate {
  /** every Member State of the table, in protocol order */
  readonly members: readonly string[]
  /** those that take part */
  readonly voting: readonly string[]
  /** the stance of each that takes part; `unknown` where nothing was said */
  readonly stanceOf: ReadonlyMap<string, Stance>
  /** take part, but are neither present nor represented, where presence is known */
  readonly absent: readonly string[]
  /** millionths of a percentage point */
  readonly shareOf: ReadonlyMap<string, number>
  readonly rounding: number
}

/** Reads who votes and how. @throws RangeError with the rule, when the question cannot be read */
export function electorateOf(question: VoteQuestion): Electorate {
  const { population, stances, brake = [], present, proxies = {} } = question
  const members = Object.keys(population.percent).toSorted(byProtocol)
  const named = [...Object.keys(stances), ...brake, ...(present ?? []), ...Object.entries(proxies).flat()]
  const stranger = named.find((code) => !Object.hasOwn(population.percent, code))
  if (stranger !== undefined) {
    const seen = `"${stranger}" is no Member State of the table "${population.id}"`
    throw new RangeError(`${seen}; expected one of ${members.join(', ')}. Rule VOT-01.`)
  }
  checkTable(population)
  const fault = faultOfProxies(proxies, present)
  if (fault !== null) throw new RangeError(`${sayRefusal(fault)} Rule VOT-12.`)
  const voting = members.filter((state) => stances[state] !== 'not-participating')
  if (voting.length === 0)
    throw new RangeError('no Member State takes part; expected at least one. Rule VOT-11.')
  const isThere = (state: string) => present === undefined || present.includes(state) || state in proxies
  return {
    members,
    voting,
    stanceOf: new Map(voting.map((state) => [state, stances[state] ?? 'unknown'])),
    absent: voting.filter((state) => !isThere(state)),
    shareOf: new Map(members.map((state) => [state, inMillionths(population.percent[state] ?? 0)])),
    rounding: inMillionths(population.rounding),
  }
}

/** The States as a group whose shares are added up. */
export function groupOf({ shareOf }: Electorate, states: readonly string[]): Group {
  return { count: states.length, sum: states.reduce((sum, state) => sum + (shareOf.get(state) ?? 0), 0) }
}

/** States of the electorate that are not among these. */
export function without(states: readonly string[], others: readonly string[]): string[] {
  return states.filter((state) => !others.includes(state))
}

function place(state: string): number {
  return MEMBER_STATES.includes(state) ? MEMBER_STATES.indexOf(state) : Infinity
}

function byProtocol(a: string, b: string): number {
  // two codes from outside the Union's list have no protocol: by the alphabet
  return place(a) === place(b) ? (a < b ? -1 : 1) : place(a) - place(b)
}

function checkTable({ id, percent, rounding }: PopulationTable): void {
  const shares = Object.values(percent)
  const sum = shares.reduce((total, share) => total + inMillionths(share), 0)
  const slack = shares.length * inMillionths(rounding)
  if (Math.abs(sum - WHOLE) <= slack && shares.every((share) => share > 0 && share >= rounding)) return
  const seen = `the shares of the table "${id}" add up to ${sum / 1e6} %`
  throw new RangeError(
    `${seen}; expected 100 within ${slack / 1e6}, each share above 0 and no smaller than its rounding. Rule VOT-03.`,
  )
}

/** Why these votes cannot be given for others; null when they can. VOT-12 */
export function faultOfProxies(
  proxies: Readonly<Record<string, string>>,
  present: readonly string[] | undefined,
): RefusalWords | null {
  const held = Object.entries(proxies)
  for (const [member, holder] of held) {
    const fault =
      held.filter(([, other]) => other === holder).length > 1
        ? inWords('holds-two-votes', { party: holder })
        : present && !present.includes(holder)
          ? inWords('holder-not-present', { party: holder })
          : present?.includes(member)
            ? inWords('present-and-represented', { party: member })
            : null
    if (fault !== null) return fault
  }
  return null
}
