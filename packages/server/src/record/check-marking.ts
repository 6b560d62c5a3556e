/**
 * The starting marking, kept at the border: a statement below its parent's marking needs the right, and a reason.
 *
 * The parent is what the author sees, so the answer tells nothing of what the author does not see. What is corrected or
 * withdrawn is the ledger's to keep (LED-12). Rule: docs/rules/recording.md, REC-06. Next door: core's `startingMarking`.
 */
import { type Fault, faultOf, refusalOf } from '@demarche/api'
import {
  inWords,
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
  if (fault) throw refusalOf('value-refused', fault)
}

/** Why this author may not mark it so; null when nothing stands against it. */
export function loweringFault(
  reader: Reader,
  { marking, reason }: Pick<MarkingToCheck, 'marking' | 'reason'>,
  parent: Marking | null,
): Fault | null {
  if (!parent || !isLowered(marking, parent)) return null
  if (!mayLower(reader, reader.party)) {
    const { party: owner, role } = reader
    return faultOf(
      '/marking',
      inWords('lowered-without-right', { marking, above: parent, owner, role }),
      'REC-06',
    )
  }
  if (reason !== undefined && reason.trim() !== '') return null
  return faultOf('/reason', inWords('lowered-without-reason', { marking, above: parent }), 'REC-06')
}
