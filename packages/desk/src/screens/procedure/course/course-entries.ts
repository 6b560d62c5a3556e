/**
 * The course of a procedure as one list: acts with the steps that they took, steps that time took, acts that do not count.
 *
 * In: the procedure. Out: entries, the newest first. Nothing is left out.
 */
import type { IgnoredAct, Procedure, RecordedAct, Step } from '@demarche/core'

export type CourseEntry =
  | {
      readonly kind: 'act'
      readonly at: string
      readonly recorded: RecordedAct
      readonly steps: readonly Step[]
    }
  | { readonly kind: 'time'; readonly at: string; readonly step: Step }
  | { readonly kind: 'ignored'; readonly at: string; readonly ignored: IgnoredAct }

/** Everything that happened, newest first; at the same instant what time did comes before what people did. */
export function courseEntries(
  procedure: Pick<Procedure, 'acts' | 'history' | 'ignored'>,
): readonly CourseEntry[] {
  const acts = procedure.acts.map((recorded): CourseEntry => ({
    kind: 'act',
    at: recorded.at,
    recorded,
    steps: procedure.history.filter(({ by }) => by?.statement === recorded.statement),
  }))
  const byTime = procedure.history
    .filter(({ by }) => by === null)
    .map((step): CourseEntry => ({ kind: 'time', at: step.at, step }))
  const ignored = procedure.ignored.map((one): CourseEntry => ({
    kind: 'ignored',
    at: one.recorded.at,
    ignored: one,
  }))
  return [...byTime, ...acts, ...ignored]
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .toReversed()
}

/** What others did since the reader looked: acts after the one that was the last then. */
export function actsSince(procedure: Pick<Procedure, 'acts'>, head: string): readonly RecordedAct[] {
  const seen = procedure.acts.findIndex(({ statement }) => statement === head)
  return seen === -1 ? [] : procedure.acts.slice(seen + 1)
}
