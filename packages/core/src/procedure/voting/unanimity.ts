/**
 * Where one vote against is enough: unanimity, constructive abstention, silence, consensus.
 *
 * Abstentions do not prevent unanimity. Under TEU Art. 31(1) members that abstain with a formal declaration need not
 * apply the act; when they are at least one third of the States and of the population, it is not adopted.
 *
 * Rests on: VOT-09, VOT-10, VOT-13, VOT-14. Next door: `count-votes.ts`.
 */
import { and, type Verdict } from '../../kernel/verdict.ts'
import { type Electorate, groupOf } from './electorate.ts'
import { sayThin, withOpen } from './qualified-majority.ts'
import {
  type Group,
  percentOf,
  reaches,
  sayRange,
  shareRange,
  type ShareRange,
  type Threshold,
} from './share-range.ts'
import type { VoteReason } from './vote.ts'

const THIRD: Threshold = { of: 1, in: 3 }

/** Votes against, or objections: none may stand. Members that are absent and not represented prevent unanimity. */
export function weighAgainst(
  id: 'no-vote-against' | 'no-objection',
  against: readonly string[],
  open: readonly string[],
  absent: readonly string[],
): VoteReason {
  const [least, most] = [against.length, against.length + open.length]
  const noun = id === 'no-objection' ? ['objection', 'objections'] : ['vote against', 'votes against']
  const figure = `${least === 0 ? 'no' : least} ${least < 2 ? noun[0] : noun[1]}`
  const away = absent.length > 0 ? ` or missing (${absent.length} absent and not represented)` : ''
  return {
    id,
    verdict: least > 0 ? 'false' : most > 0 ? 'unknown' : 'true',
    speaks: 'for',
    least,
    most,
    needed: 0,
    unit: 'states',
    tooThinToCall: false,
    text: `${figure}${away}${withOpen(most > least, `${most}`)}; one is enough to stop it`,
    ...(absent.length > 0 ? { absent: absent.length } : {}),
    states: against,
  }
}

/** How many States are one third of all Member States. */
function thirdOfStates({ members }: Electorate): number {
  return Math.ceil((members.length * THIRD.of) / THIRD.in)
}

/** What a group has of the Union's population. */
function shareOfUnion(electorate: Electorate, group: Group): ShareRange {
  const all = groupOf(electorate, electorate.members)
  const rest = { count: all.count - group.count, sum: all.sum - group.sum }
  return shareRange(group, rest, { count: 0, sum: 0 }, electorate.rounding)
}

/** Whether States of this number and sum of shares, abstaining with a declaration, prevent the act. */
export function declarationsPrevent(electorate: Electorate, declaring: Group): Verdict {
  const states = declaring.count >= thirdOfStates(electorate) ? 'true' : 'false'
  return and(states, reaches(shareOfUnion(electorate, declaring), THIRD))
}

/** Both thirds of TEU Art. 31(1), counted over all Member States and the whole population of the Union. */
export function weighDeclarations(
  electorate: Electorate,
  declaring: readonly string[],
  open: readonly string[],
): readonly [VoteReason, VoteReason] {
  const [few, many] = [groupOf(electorate, declaring), groupOf(electorate, [...declaring, ...open])]
  const needed = thirdOfStates(electorate)
  const [least, most] = [shareOfUnion(electorate, few), shareOfUnion(electorate, many)]
  const tooThinToCall = [least, most].some((range) => reaches(range, THIRD) === 'unknown')
  const isOpen = open.length > 0
  return [
    {
      id: 'declared-third-of-states',
      verdict: few.count >= needed ? 'true' : many.count >= needed ? 'unknown' : 'false',
      speaks: 'against',
      least: few.count,
      most: many.count,
      needed,
      unit: 'states',
      tooThinToCall: false,
      text: `${few.count} of ${electorate.members.length} abstain with a declaration${withOpen(isOpen, `${many.count}`)}; ${needed} are one third`,
      states: declaring,
    },
    {
      id: 'declared-third-of-population',
      verdict: reaches({ least: least.least, most: most.most }, THIRD),
      speaks: 'against',
      least: percentOf(least.least),
      most: percentOf(most.most),
      needed: 100 / 3,
      unit: 'percent',
      tooThinToCall,
      text: `${sayRange(least)} of the population abstains with a declaration${withOpen(isOpen, sayRange(most))}; one third is 33.33 %${sayThin(tooThinToCall)}`,
      states: declaring,
    },
  ]
}
