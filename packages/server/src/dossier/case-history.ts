/**
 * The acts of record about a case: what was stated, corrected and retracted, newest first.
 *
 * Pure. Next door: core's `dossier/turning-points.ts` and `compare-dossiers.ts` for what that changed.
 */
import type { HistoryAnswer } from '@demarche/api'
import type { Statement } from '@demarche/core'

type RecordEvent = HistoryAnswer['events'][number]

/**
 * Every statement as an act of record, newest first; statements of one instant in order of id.
 * @param erased what is left of those that were erased; some of them may be among the statements, for what they withdrew
 */
export function recordEvents(
  statements: readonly Statement[],
  erased: readonly Statement[] = [],
): readonly RecordEvent[] {
  return [...statements.filter((one) => !one.erased), ...erased]
    .toSorted((a, b) =>
      a.assertedAt === b.assertedAt ? compare(a.id, b.id) : compare(b.assertedAt, a.assertedAt),
    )
    .map((statement) => ({
      statement,
      act: statement.erased
        ? 'erased'
        : statement.retracts
          ? 'retracted'
          : statement.supersedes
            ? 'corrected'
            : 'stated',
    }))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
