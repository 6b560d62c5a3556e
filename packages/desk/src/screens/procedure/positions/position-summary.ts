/**
 * Positions counted and told apart at a glance: how many hold each, with a sign beside the word.
 *
 * Who has said nothing is counted apart, as unknown. Rests on: PRC-11.
 */
import { isReserve, type Position, POSITIONS } from '@demarche/core/procedure/position.ts'
import type { PartyPosition } from '@demarche/core'

/** How a position pulls: for, held open, aside, against, or not known. */
export type Pull = 'for' | 'held' | 'aside' | 'against' | 'unknown'

export const SIGNS: Readonly<Record<Pull, string>> = {
  for: '✓',
  held: '■',
  aside: '–',
  against: '✕',
  unknown: '○',
}

export function pullOf(position: Position | null): Pull {
  if (position === null) return 'unknown'
  if (isReserve(position) || position === 'support-with-amendment') return 'held'
  if (position === 'oppose') return 'against'
  return position.startsWith('abstain') ? 'aside' : 'for'
}

export interface PositionCount {
  /** null: not stated, or lifted */
  readonly position: Position | null
  readonly parties: readonly string[]
}

/** Who holds each position, in the order in which they are read out; who has not stated any comes last. */
export function countPositions(
  positions: readonly Pick<PartyPosition, 'party' | 'position'>[],
): readonly PositionCount[] {
  return [...POSITIONS, null]
    .map((position) => ({
      position,
      parties: positions.filter((one) => one.position === position).map(({ party }) => party),
    }))
    .filter(({ parties }) => parties.length > 0)
}
