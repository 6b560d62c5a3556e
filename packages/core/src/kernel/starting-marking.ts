/**
 * Where the marking of a new statement starts: at its parent's, which is what it corrects or withdraws, else the case.
 *
 * The marking of a case is that of the act that opened it, as far as the reader sees it and as it is marked today. Not the
 * highest in it: one strict finding would otherwise drag every public source about the case up with it.
 *
 * Rule: docs/rules/recording.md, REC-06. Next door: `marking.ts`, `remarking.ts`.
 */
import { highestMarking, isAtLeastAsStrict, type Marking } from './marking.ts'
import type { Statement, StatementReference } from './statement.ts'

/**
 * The marking at which a statement starts.
 * @param onRecord what the author may see of the entity, each with the marking that counts
 * @param changes what it corrects or withdraws
 * @returns null when the author sees nothing to start from: a new case starts as its author says
 */
export function startingMarking(
  onRecord: readonly Pick<Statement, 'id' | 'assertedAt' | 'marking'>[],
  changes: readonly Pick<StatementReference, 'statement'>[] = [],
): Marking | null {
  const changed = new Set(changes.map(({ statement }) => statement))
  const opened = onRecord.reduce<string | null>(
    (first, { assertedAt }) => (first === null || assertedAt < first ? assertedAt : first),
    null,
  )
  const parents =
    changed.size > 0
      ? onRecord.filter(({ id }) => changed.has(id))
      : onRecord.filter(({ assertedAt }) => assertedAt === opened)
  return parents.length === 0 ? null : highestMarking(parents.map(({ marking }) => marking))
}

/** True when somebody could read what carries the marking who may not read what carries the parent's. */
export function isLowered(marking: Marking, parent: Marking): boolean {
  return !isAtLeastAsStrict(marking, parent)
}
