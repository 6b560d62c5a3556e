/**
 * The acts of record about a case: what was stated, corrected and retracted, newest first.
 *
 * Pure. Next door: core's `dossier/turning-points.ts` and `compare-dossiers.ts` for what that changed.
 */
import type { HistoryAnswer } from '@demarche/api'
import type { Statement } from '@demarche/core'

type RecordEvent = HistoryAnswer['events'][number]

/** Every statement as an act of record, newest first; statements of one instant in order of id. */
export function recordEvents(statements: readonly Statement[]): readonly RecordEvent[] {
  return statements
    .toSorted((a, b) =>
      a.assertedAt === b.assertedAt ? compare(a.id, b.id) : compare(b.assertedAt, a.assertedAt),
    )
    .map((statement) => ({
      statement,
      act: statement.retracts ? 'retracted' : statement.supersedes ? 'corrected' : 'stated',
    }))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
