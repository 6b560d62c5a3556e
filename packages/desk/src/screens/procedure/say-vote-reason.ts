/**
 * What a condition of a voting rule comes to, in the language of the desk: its figures, what is needed, and what that means.
 *
 * The condition is named beside it, by the texts `whatIf.reason.*`. Rests on: docs/rules/voting.md.
 */
import type { VoteOutcome, VoteReason } from '@demarche/core'
import { formatNumber } from '../../parts/format-value.ts'
import type { Say } from '../../texts.ts'

/** Of how many Member States there are, and how many take part. */
interface Whole {
  readonly members: number
  readonly voting: number
}

/** How many take part in the vote that came out so. */
export function votingIn({ binds, declaring }: Pick<VoteOutcome, 'binds' | 'declaring'>): number {
  return binds.length + declaring.length
}

/** @param isOpen some have not said, or hold a reserve: the figure may still grow */
export function sayVoteReason(
  t: Say,
  reason: VoteReason,
  { members, voting }: Whole,
  isOpen: boolean,
): string {
  const { id, verdict, absent } = reason
  const needed = reason.unit === 'percent' ? percent(reason.needed) : formatNumber(reason.needed)
  switch (id) {
    case 'no-vote-against':
    case 'no-objection': {
      const figure = figureOf(t, reason)
      return absent === undefined
        ? t('vote.says.stops', { figure })
        : t('vote.says.stopsAbsent', { figure, absent })
    }
    case 'states-in-favour':
      return t('vote.says.needed', { figure: figureOf(t, reason, voting), needed })
    case 'population-in-favour': {
      const figure = shareOf(t, reason, isOpen)
      return t(voting < members ? 'vote.says.neededTakingPart' : 'vote.says.needed', { figure, needed })
    }
    case 'declared-third-of-states':
      return t('vote.says.third', { figure: figureOf(t, reason, members), needed })
    case 'declared-third-of-population':
      return t('vote.says.third', { figure: shareOf(t, reason, isOpen), needed })
    case 'blocking-minority-of-four':
      return t(BLOCKS[verdict === 'true' || verdict === 'false' ? verdict : 'unknown'], {
        figure: figureOf(t, reason, voting),
        needed,
      })
    case 'quorum':
      return t('vote.says.quorum', { figure: figureOf(t, reason, voting), needed })
    case 'brake':
      return t(verdict === 'true' ? 'vote.says.brake' : 'vote.says.brakeWithout', { least: reason.least })
  }
}

const BLOCKS = {
  true: 'vote.says.canBlock',
  false: 'vote.says.cannotBlock',
  unknown: 'vote.says.mayBlock',
} as const

function figureOf(t: Say, { least, most }: VoteReason, of?: number): string {
  if (of === undefined) return most > least ? t('vote.figure.open', { least, most }) : formatNumber(least)
  return most > least ? t('vote.figure.ofOpen', { least, most, of }) : t('vote.figure.of', { least, of })
}

/** A share of the population; without anybody open, least and most differ by the rounding of the table alone. */
function shareOf(t: Say, { least, most }: VoteReason, isOpen: boolean): string {
  if (isOpen) return t('vote.figure.open', { least: percent(least), most: percent(most) })
  const middle = Math.round((least + most) * 50) / 100
  // a hair's breadth of binary fractions must not become a hundredth
  const error = Math.ceil(Math.max(most - middle, middle - least) * 100 - 1e-6) / 100
  return error > 0 ? `${percent(middle)} ± ${formatNumber(error)}` : percent(middle)
}

function percent(value: number): string {
  return `${formatNumber(Math.round(value * 100) / 100)}\u00A0%`
}
