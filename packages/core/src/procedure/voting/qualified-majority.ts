/**
 * The qualified majority: enough States, enough of the population, and a blocking minority of enough members.
 *
 * Thresholds are percentages of those that take part; the blocking minority is four members when all do, otherwise the
 * fewest that represent more than 35 % of them, plus one. Whoever does not vote yes stands against, abstentions included.
 *
 * Rests on: VOT-06 to VOT-08; TEU Art. 16(4), TFEU Art. 238(2) and (3). Next door: `count-votes.ts`, `moving-sets.ts`.
 */
import { and, not, or, type Verdict, verdictOf } from '../../kernel/verdict.ts'
import { type Electorate, groupOf, without } from './electorate.ts'
import {
  exceeds,
  type Group,
  percentOf,
  reaches,
  sayRange,
  shareRange,
  type ShareRange,
  type Threshold,
} from './share-range.ts'
import type { VoteReason } from './vote.ts'

export interface Majority {
  readonly states: Threshold
  readonly population: Threshold
  /** whether a minority that is too small cannot block: not so under TFEU Art. 238(2) */
  readonly minorityMustBeLarge: boolean
}

/** On a proposal of the Commission or the High Representative. */
export const ON_PROPOSAL: Majority = {
  states: { of: 55, in: 100 },
  population: { of: 65, in: 100 },
  minorityMustBeLarge: true,
}
/** Without such a proposal. */
export const WITHOUT_PROPOSAL: Majority = {
  states: { of: 72, in: 100 },
  population: { of: 65, in: 100 },
  minorityMustBeLarge: false,
}
/** TEU Art. 16(4): a blocking minority must include at least four Council members. */
const BLOCKERS_OF_ALL = 4
/** TFEU Art. 238(3)(a): more than this share of those that take part, plus one member. */
const BLOCKING_SHARE: Threshold = { of: 35, in: 100 }

function statesNeeded(majority: Majority, voting: number): number {
  return Math.ceil((majority.states.of * voting) / majority.states.in)
}

/** What States, voting yes while all others that take part do not, can have of the population that takes part. */
function shareOfVoting(electorate: Electorate): (favour: Group) => ShareRange {
  const all = groupOf(electorate, electorate.members)
  const voting = groupOf(electorate, electorate.voting)
  const outside = minus(all, voting)
  return (favour) => shareRange(favour, minus(voting, favour), outside, electorate.rounding)
}

/** How many members at least must not vote yes so that they can block; a range where rounding leaves it open. */
function blockersNeeded(electorate: Electorate): { readonly least: number; readonly most: number } {
  const { members, voting, shareOf } = electorate
  if (members.length === voting.length) return { least: BLOCKERS_OF_ALL, most: BLOCKERS_OF_ALL }
  const largest = voting.toSorted((a, b) => (shareOf.get(b) ?? 0) - (shareOf.get(a) ?? 0))
  const shareOfGroup = shareOfVoting(electorate)
  const verdicts = largest.map((_, index) =>
    exceeds(shareOfGroup(groupOf(electorate, largest.slice(0, index + 1))), BLOCKING_SHARE),
  )
  const firstThat = (fits: (verdict: Verdict) => boolean) => verdicts.findIndex(fits) + 1 + 1
  return {
    least: firstThat((verdict) => verdict !== 'false'),
    most: firstThat((verdict) => verdict === 'true'),
  }
}

/** Answers whether the majority is attained when States of that number and sum of shares vote yes and nobody else. */
export function majorityTest(electorate: Electorate, majority: Majority): (favour: Group) => Verdict {
  const voting = electorate.voting.length
  const needed = statesNeeded(majority, voting)
  const blockers = blockersNeeded(electorate)
  const shareOf = shareOfVoting(electorate)
  return (favour) => {
    const enough = verdictOf(favour.count >= needed)
    const both = and(enough, reaches(shareOf(favour), majority.population))
    return majority.minorityMustBeLarge ? or(not(canBlock(voting - favour.count, blockers)), both) : both
  }
}

/** The conditions of a qualified majority with their figures, and what they come to. */
export function weighMajority(
  electorate: Electorate,
  majority: Majority,
  yes: readonly string[],
  open: readonly string[],
): { readonly verdict: Verdict; readonly reasons: readonly VoteReason[] } {
  const { voting } = electorate
  const [least, most] = [groupOf(electorate, yes), groupOf(electorate, [...yes, ...open])]
  const reasons = [
    weighStates(electorate, statesNeeded(majority, voting.length), yes, most.count),
    weighPopulation(electorate, majority.population, yes, most),
    ...(majority.minorityMustBeLarge ? [weighMinority(electorate, yes, open)] : []),
  ]
  const test = majorityTest(electorate, majority)
  const [worst, best] = [test(least), test(most)]
  return { verdict: worst === 'true' ? 'true' : best === 'false' ? 'false' : 'unknown', reasons }
}

function weighStates(
  { voting }: Electorate,
  needed: number,
  yes: readonly string[],
  most: number,
): VoteReason {
  const least = yes.length
  return {
    id: 'states-in-favour',
    verdict: least >= needed ? 'true' : most >= needed ? 'unknown' : 'false',
    speaks: 'for',
    least,
    most,
    needed,
    unit: 'states',
    tooThinToCall: false,
    text: `${least} of ${voting.length} in favour${withOpen(most > least, `${most}`)}; ${needed} needed`,
    states: yes,
  }
}

function weighPopulation(
  electorate: Electorate,
  threshold: Threshold,
  yes: readonly string[],
  mostFavour: Group,
): VoteReason {
  const shareOf = shareOfVoting(electorate)
  const [least, most] = [shareOf(groupOf(electorate, yes)), shareOf(mostFavour)]
  const isOpen = mostFavour.count > yes.length
  const tooThinToCall = [least, most].some((range) => reaches(range, threshold) === 'unknown')
  const whose =
    electorate.voting.length < electorate.members.length ? 'population that takes part' : 'population'
  return {
    id: 'population-in-favour',
    verdict: reaches({ least: least.least, most: most.most }, threshold),
    speaks: 'for',
    least: percentOf(least.least),
    most: percentOf(most.most),
    needed: (threshold.of / threshold.in) * 100,
    unit: 'percent',
    tooThinToCall,
    text: `${sayRange(least)} of the ${whose} in favour${withOpen(isOpen, sayRange(most))}; ${threshold.of} % needed${sayThin(tooThinToCall)}`,
    states: yes,
  }
}

function weighMinority(electorate: Electorate, yes: readonly string[], open: readonly string[]): VoteReason {
  const { voting } = electorate
  const needed = blockersNeeded(electorate)
  const against = without(voting, [...yes, ...open])
  const [least, most] = [against.length, against.length + open.length]
  const verdict = least >= needed.most ? 'true' : most < needed.least ? 'false' : 'unknown'
  const figures = `${least} of ${voting.length} not in favour${withOpen(most > least, `${most}`)}`
  const number = needed.least === needed.most ? `${needed.least}` : `${needed.least} or ${needed.most}`
  const meaning = {
    true: `${number} can block`,
    false: `fewer than ${number} cannot block, so the majority counts as reached`,
    unknown: `${number} needed to block`,
  }
  return {
    id: 'blocking-minority-of-four',
    verdict,
    speaks: 'against',
    least,
    most,
    needed: needed.least,
    unit: 'states',
    tooThinToCall: needed.least !== needed.most && most >= needed.least && least < needed.most,
    text: `${figures}; ${meaning[verdict]}`,
    states: against,
  }
}

/** Those that have not said, or hold a reserve, may still join. */
export function withOpen(isOpen: boolean, figure: string): string {
  return isOpen ? `, up to ${figure} with those still open` : ''
}

export function sayThin(tooThin: boolean): string {
  return tooThin ? ': too thin to call with rounded figures' : ''
}

function minus(a: Group, b: Group): Group {
  return { count: a.count - b.count, sum: a.sum - b.sum }
}

function canBlock(notInFavour: number, needed: { readonly least: number; readonly most: number }): Verdict {
  return notInFavour >= needed.most ? 'true' : notInFavour < needed.least ? 'false' : 'unknown'
}
