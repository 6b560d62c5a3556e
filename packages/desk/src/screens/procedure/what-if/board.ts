/**
 * The what-if board: what each Member State would do, under which rule, and how that differs from what is on record.
 *
 * In: the positions on record and the address. Out: a board, and the address of a board. A board is told by its
 * differences alone: a colleague who opens the address sees what was moved against what is on record then. Nothing of it
 * is ever recorded.
 *
 * Next door: `what-if-tab.tsx` shows it, core's `voting/` counts it.
 */
import { type Stance, STANCES } from '@demarche/core/procedure/position.ts'
import { COUNTED_RULES, type CountedRule, type VoteQuestion } from '@demarche/core/procedure/voting/vote.ts'
import type { MovingSet, PopulationTable, Procedure } from '@demarche/core'

export interface Board {
  readonly rule: CountedRule
  /** one for each Member State of the table */
  readonly stances: Readonly<Record<string, Stance>>
  /** Member States that have invoked the brake */
  readonly brake: readonly string[]
  /** silence has run out: only then is it consent */
  readonly silenceExpired: boolean
}

/** A State that stands elsewhere on the board than on record. */
export interface MovedState {
  readonly state: string
  readonly was: Stance
  readonly now: Stance
}

/** How it stands on record: the track's rule, or consensus where the track has none that is counted. */
export function boardOnRecord(
  {
    positions,
    standingBrakes,
    silence,
    vote,
  }: Pick<Procedure, 'positions' | 'standingBrakes' | 'silence' | 'vote'>,
  { percent }: Pick<PopulationTable, 'percent'>,
): Board {
  // an objection that broke silence stands in the count, not among the positions
  const objecting = vote?.outcome?.reasons.find(({ id }) => id === 'no-objection')?.states ?? []
  const said = new Map<string, Stance>([
    ...positions.map(({ party, stance }) => [party, stance] as const),
    ...objecting.map((party) => [party, 'no'] as const),
  ])
  const members = Object.keys(percent)
  return {
    rule: vote?.rule ?? 'rule-wp-consensus',
    stances: Object.fromEntries(members.map((state) => [state, said.get(state) ?? 'unknown'])),
    brake: standingBrakes.map(({ party }) => party).filter((party) => members.includes(party)),
    silenceExpired: silence?.status === 'adopted',
  }
}

/** The board of an address; what it names and the table does not have is left out. */
export function readBoard(search: URLSearchParams, onRecord: Board): Board {
  const moves = (search.get('move') ?? '')
    .split(',')
    .flatMap((move): readonly (readonly [string, Stance])[] => {
      const [state = '', word] = move.split(':')
      const stance = STANCES.find((one) => one === word)
      return stance && Object.hasOwn(onRecord.stances, state) ? [[state, stance]] : []
    })
  const brake = search.get('brake')
  const silence = search.get('silence')
  return {
    rule: COUNTED_RULES.find((one) => one === search.get('rule')) ?? onRecord.rule,
    stances: { ...onRecord.stances, ...Object.fromEntries(moves) },
    brake:
      brake === null
        ? onRecord.brake
        : brake.split(',').filter((state) => Object.hasOwn(onRecord.stances, state)),
    silenceExpired: silence === null ? onRecord.silenceExpired : silence === 'expired',
  }
}

/** The address with the board in it; everything else in the address stays. */
export function writeBoard(search: URLSearchParams, board: Board, onRecord: Board): URLSearchParams {
  const next = new URLSearchParams(search)
  const put = (name: string, value: string | null) => {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  const moved = movedStates(board, onRecord)
  put('rule', board.rule === onRecord.rule ? null : board.rule)
  put('move', moved.length === 0 ? null : moved.map(({ state, now }) => `${state}:${now}`).join(','))
  put('brake', sameStates(board.brake, onRecord.brake) ? null : board.brake.join(','))
  const silence = board.silenceExpired ? 'expired' : 'running'
  put('silence', board.silenceExpired === onRecord.silenceExpired ? null : silence)
  return next
}

/** What was moved against what is on record. */
export function movedStates(board: Board, onRecord: Board): readonly MovedState[] {
  return Object.entries(board.stances).flatMap(([state, now]) => {
    const was = onRecord.stances[state] ?? 'unknown'
    return was === now ? [] : [{ state, was, now }]
  })
}

/** True when anything at all differs from what is on record. */
export function isMoved(board: Board, onRecord: Board): boolean {
  return (
    movedStates(board, onRecord).length > 0 ||
    board.rule !== onRecord.rule ||
    board.silenceExpired !== onRecord.silenceExpired ||
    !sameStates(board.brake, onRecord.brake)
  )
}

export function withStance(board: Board, state: string, stance: Stance): Board {
  return { ...board, stances: { ...board.stances, [state]: stance } }
}

export function withBrake(board: Board, state: string, invoked: boolean): Board {
  const others = board.brake.filter((one) => one !== state)
  return { ...board, brake: invoked ? [...others, state] : others }
}

/** The board after all States of a set have moved. */
export function withMoves(board: Board, { moves }: Pick<MovingSet, 'moves'>): Board {
  return {
    ...board,
    stances: { ...board.stances, ...Object.fromEntries(moves.map(({ state, to }) => [state, to])) },
  }
}

/** The question that the board puts to the rule. */
export function questionOf(board: Board, population: PopulationTable, rule = board.rule): VoteQuestion {
  return {
    rule,
    stances: board.stances,
    population,
    brake: board.brake,
    silence: board.silenceExpired ? 'expired' : 'running',
  }
}

function sameStates(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((state) => b.includes(state))
}
