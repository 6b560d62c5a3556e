/**
 * Who would have to move: every minimal set of States whose change of stance settles a vote, smallest sets first.
 *
 * A set suffices when the outcome is then certain, whatever those still open do and whatever the table rounds away; it is
 * minimal when no part of it does. Whoever is absent, takes no part or already stands where the goal needs cannot move.
 *
 * Rests on: VOT-16 to VOT-19. Next door: `minimal-sets.ts` finds the sets, `count-votes.ts` judges.
 */
import type { PopulationTable } from '../../kernel/doctrine.ts'
import type { Stance } from '../position.ts'
import { countVotes, type Manner, MANNER_OF } from './count-votes.ts'
import { type Electorate, electorateOf, groupOf, without } from './electorate.ts'
import { minimalSets } from './minimal-sets.ts'
import { majorityTest } from './qualified-majority.ts'
import { sayShareOf } from './say-share.ts'
import type { Group } from './share-range.ts'
import { declarationsPrevent } from './unanimity.ts'
import type { VoteQuestion, VoteReason } from './vote.ts'

/** `block-by-declaration` asks who would have to abstain with a declaration, nobody voting against. */
export type MoveGoal = 'adopt' | 'block' | 'block-by-declaration'

export interface Move {
  readonly state: string
  readonly from: Stance
  readonly to: Stance
}

/** States that would have to move together, in protocol order, and what they have of the Union's population. */
export interface MovingSet {
  readonly moves: readonly Move[]
  /** in words, as everywhere a sum of rounded shares: `97.87 % ± 0.01` (VOT-04) */
  readonly share: string
}

export interface MovingSets {
  readonly goal: MoveGoal
  /** the vote already stands where the goal wants it: nobody needs to move, and there are no sets */
  readonly settled: boolean
  /** settled if silence runs out without an objection: until then it is open */
  readonly atDeadline: boolean
  /** what no move can mend: the brake, no quorum, members that are absent */
  readonly stoppedBy: VoteReason | null
  /** number of all minimal sets, listed or not */
  readonly total: number
  /** how many there are of each size that occurs, smallest first */
  readonly bySize: readonly { readonly size: number; readonly count: number }[]
  /** the first ones: smallest first, within a size those of the most populous States first, as in a dictionary */
  readonly sets: readonly MovingSet[]
}

/** States that must move in every set, those that may, and when the moves of the latter suffice. */
interface Search {
  readonly always: readonly string[]
  readonly candidates: readonly string[]
  readonly suffices: (moved: Group) => boolean
  readonly to: (from: Stance) => Stance
}

/**
 * Says who would have to move.
 * @param limit how many sets to list; all are counted
 * @throws RangeError when the question cannot be read, as `countVotes`
 */
export function movingSets(question: VoteQuestion, goal: MoveGoal, limit = 20): MovingSets {
  const manner = MANNER_OF[question.rule]
  // whoever is silent at the deadline consents and need not move
  const asked =
    manner.by === 'silence' && goal === 'adopt' ? { ...question, silence: 'expired' as const } : question
  const outcome = countVotes(asked)
  const nothing = { goal, settled: false, atDeadline: false, stoppedBy: null, total: 0, bySize: [], sets: [] }
  if (outcome.verdict === (goal === 'adopt' ? 'true' : 'false'))
    return { ...nothing, settled: true, atDeadline: asked.silence !== question.silence }
  const electorate = electorateOf(asked)
  if (goal === 'adopt') {
    const stoppedBy = findStop(outcome.reasons, manner, electorate)
    if (stoppedBy) return { ...nothing, stoppedBy }
  }
  const search = searchFor(electorate, manner, goal, asked)
  return search ? { ...nothing, ...find(electorate, search, asked.population, limit) } : nothing
}

/** Every minimal set of States that can block under the rule, whatever they say today; those that take no part are left out. */
export function blockingMinorities(question: VoteQuestion, limit = 20): MovingSets {
  const { rule, population } = question
  const { members, voting } = electorateOf(question)
  const stances = Object.fromEntries(
    members.map((state): [string, Stance] => [state, voting.includes(state) ? 'yes' : 'not-participating']),
  )
  return movingSets({ rule, population, stances }, 'block', limit)
}

function findStop(reasons: readonly VoteReason[], manner: Manner, { absent }: Electorate): VoteReason | null {
  const stop = reasons.find(
    ({ id, verdict }) => (id === 'brake' && verdict === 'true') || (id === 'quorum' && verdict === 'false'),
  )
  if (stop) return stop
  if (manner.by !== 'unanimity' || absent.length === 0) return null
  return reasons.find(({ id }) => id === 'no-vote-against') ?? null
}

function searchFor(
  electorate: Electorate,
  manner: Manner,
  goal: MoveGoal,
  { silence }: VoteQuestion,
): Search | null {
  const meets = manner.by === 'majority' || manner.by === 'unanimity'
  const there = meets ? without(electorate.voting, electorate.absent) : electorate.voting
  const having = (...stances: readonly Stance[]) =>
    there.filter((state) => stances.includes(electorate.stanceOf.get(state) ?? 'unknown'))
  const [yes, open, declaring] = [having('yes'), having('unknown'), having('abstain-with-declaration')]
  if (manner.by === 'majority') {
    if (goal === 'block-by-declaration') return null
    const test = majorityTest(electorate, manner.majority)
    const adopt = goal === 'adopt'
    const base = groupOf(electorate, adopt ? yes : [...yes, ...open])
    const candidates = adopt ? without(there, yes) : [...yes, ...open]
    const sign = adopt ? 1 : -1
    const suffices = ({ count, sum }: Group) =>
      test({ count: base.count + sign * count, sum: base.sum + sign * sum }) === (adopt ? 'true' : 'false')
    return { always: [], candidates, suffices, to: () => (adopt ? 'yes' : 'abstain') }
  }
  const canDeclare = manner.by === 'unanimity' && manner.declarations
  const declared = groupOf(electorate, declaring)
  if (goal === 'block-by-declaration') {
    if (!canDeclare) return null
    const suffices = ({ count, sum }: Group) =>
      declarationsPrevent(electorate, { count: declared.count + count, sum: declared.sum + sum }) === 'true'
    return {
      always: [],
      candidates: without(there, declaring),
      suffices,
      to: () => 'abstain-with-declaration',
    }
  }
  if (goal === 'block')
    return { always: [], candidates: there, suffices: ({ count }) => count > 0, to: () => 'no' }
  const undecided = manner.by === 'silence' && silence === 'expired' ? [] : open
  const suffices = ({ count, sum }: Group) =>
    declarationsPrevent(electorate, { count: declared.count - count, sum: declared.sum - sum }) === 'false'
  return {
    always: [...having('no'), ...undecided],
    candidates: canDeclare ? declaring : [],
    suffices: canDeclare ? suffices : () => true,
    // who is against lifts its vote; who has not said has only to say so
    to: (from) => (manner.by === 'unanimity' && from !== 'unknown' ? 'abstain' : 'yes'),
  }
}

function find(
  electorate: Electorate,
  { always, candidates, suffices, to }: Search,
  population: PopulationTable,
  limit: number,
): Pick<MovingSets, 'total' | 'bySize' | 'sets'> {
  const shareOf = (state: string) => electorate.shareOf.get(state) ?? 0
  const sorted = candidates.toSorted((a, b) => shareOf(b) - shareOf(a))
  const weights = sorted.map(shareOf)
  const { countBySize, sets } = minimalSets(weights, needsOf(weights, suffices), limit)
  const bySize = countBySize.flatMap((count, size) =>
    count > 0 ? [{ size: size + always.length, count }] : [],
  )
  return {
    total: bySize.reduce((total, { count }) => total + count, 0),
    bySize,
    sets: sets.map((places) => {
      const moving = new Set([...always, ...places.flatMap((place) => sorted[place] ?? [])])
      const states = electorate.voting.filter((state) => moving.has(state))
      const from = (state: string) => electorate.stanceOf.get(state) ?? 'unknown'
      return {
        moves: states.map((state) => ({ state, from: from(state), to: to(from(state)) })),
        share: sayShareOf(states, population),
      }
    }),
  }
}

/** For each number of moves the least sum of shares that suffices: more never does less, so halving finds it. */
function needsOf(weights: readonly number[], suffices: (moved: Group) => boolean): number[] {
  const needs: number[] = []
  let heaviest = 0
  for (let count = 0; count <= weights.length; count++) {
    if (count > 0) heaviest += weights[count - 1] ?? 0
    let [low, high] = [0, heaviest]
    if (suffices({ count, sum: high })) {
      while (low < high) {
        const middle = Math.floor((low + high) / 2)
        if (suffices({ count, sum: middle })) high = middle
        else low = middle + 1
      }
      needs.push(low)
    } else needs.push(Infinity)
  }
  return needs
}
