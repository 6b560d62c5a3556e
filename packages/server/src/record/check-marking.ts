/**
 * The starting marking, kept at the border: a statement below its parent's marking needs the right, and a reason.
 *
 * The parent is what the author sees, so the answer tells nothing of what the author does not see. What is corrected or
 * withdrawn is the ledger's to keep (LED-12). Rule: docs/rules/recording.md, REC-06. Next door: core's `startingMarking`.
 */
import { DemarcheError, type Fault } from '@demarche/api'
import {
  formatMarking,
  isLowered,
  type Marking,
  mayLower,
  startingMarking,
  type Statement,
  type StatementReference,
} from '@demarche/core'
import type { Reader } from '@demarche/store'

export interface MarkingToCheck {
  readonly marking: Marking
  readonly supersedes?: readonly StatementReference[] | undefined
  readonly retracts?: readonly StatementReference[] | undefined
  readonly reason?: string | undefined
}

/** @throws DemarcheError value-refused when it is marked below its parent without the right or without a reason */
export function checkMarking(reader: Reader, input: MarkingToCheck, onRecord: readonly Statement[]): void {
  const changes = [...(input.supersedes ?? []), ...(input.retracts ?? [])]
  const fault = loweringFault(reader, input, startingMarking(onRecord, changes))
  if (fault)
    throw new DemarcheError('value-refused', `Nothing was recorded: ${fault.message} (rule REC-06)`, [fault])
}

/** Why this author may not mark it so; null when nothing stands against it. */
export function loweringFault(
  reader: Reader,
  { marking, reason }: Pick<MarkingToCheck, 'marking' | 'reason'>,
  parent: Marking | null,
): Fault | null {
  if (!parent || !isLowered(marking, parent)) return null
  const below = `marked ${formatMarking(marking)}, below ${formatMarking(parent)}, at which it starts`
  if (!mayLower(reader, reader.party)) {
    return {
      place: '/marking',
      message: `${below}. Going below is for a desk officer, chair or legal adviser of ${reader.party}; you act as ${reader.role}`,
      rule: 'REC-06',
    }
  }
  if (reason !== undefined && reason.trim() !== '') return null
  return { place: '/reason', message: `${below}: expected the reason for it`, rule: 'REC-06' }
}
