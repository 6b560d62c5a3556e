/**
 * What the goals that come with the desk are called in the language of the desk: the names are our own words.
 *
 * A goal that people here named otherwise is called as they did.
 */
import type { GoalRow } from '@demarche/api'
import { GOAL_KIND } from '@demarche/core/portfolio/goals/goal.ts'
import { saidLabel } from '../../record/doctrine-labels.ts'

type Named = Pick<GoalRow, 'entity' | 'name'>

/** The goals with their names in the language of the desk. */
export function nameGoals<Row extends Named>(goals: readonly Row[]): readonly Row[] {
  return goals.map((goal) => ({ ...goal, name: nameGoal(goal) }))
}

/** What a goal is called; the name of any other record stays. */
export function nameGoal({ entity, name }: Named): string {
  return entity.startsWith(`${GOAL_KIND}:`) ? saidLabel(name) : name
}
