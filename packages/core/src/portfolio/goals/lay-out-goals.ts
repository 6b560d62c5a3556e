/**
 * One picture of it all: goal by goal the texts that say what is wanted, the instruments, what is done and what was
 * promised, each marked where it is late, lonely or doubled, or where nobody can tell.
 *
 * Pure: takes what a reader sees, in any order, and answers for nothing else.
 *
 * Rules: docs/rules/portfolio.md, GOL-02 to GOL-07. Next door: `goal-picture.ts` is changed in place.
 */
import type { RecordKind } from '../record-kind.ts'
import type { Double } from './doubles.ts'
import type { Goal, GoalLink } from './goal.ts'
import { GoalPicture } from './goal-picture.ts'
import type { PicturedRecord, PlacedRecord } from './placed-record.ts'

export interface GoalsInput {
  readonly kinds: readonly RecordKind[]
  /** in the order in which they are shown */
  readonly goals: readonly Goal[]
  readonly links: readonly GoalLink[]
  readonly records: readonly PicturedRecord[]
  /** what any record that the reader sees names, whether it is in the picture or not */
  readonly pointedAt: ReadonlySet<string>
  readonly doubles: ReadonlyMap<string, readonly Double[]>
}

/** GOL-02 to GOL-06: every record of a kind in the picture, in the order given. */
export function layOutGoals({
  kinds,
  goals,
  links,
  records,
  pointedAt,
  doubles,
}: GoalsInput): readonly PlacedRecord[] {
  const picture = new GoalPicture(kinds, goals, pointedAt)
  picture.change({ gone: [], come: [], pictured: records, links, doubles })
  return records.flatMap(({ entity }) => picture.placed(entity) ?? [])
}
